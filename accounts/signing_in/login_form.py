"""Signing in by an address finds it however its domain is spelled."""
from __future__ import unicode_literals

from allauth.account.forms import LoginForm

from common.email_addresses import canonical


class AnySpellingLoginForm(LoginForm):
    """Asks for the account of the canonical address; what may be a name stays as it was typed."""

    def user_credentials(self):
        credentials = super(AnySpellingLoginForm, self).user_credentials()
        if credentials.get("email"):
            credentials["email"] = canonical(credentials["email"])
        return credentials
