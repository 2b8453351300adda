"""How signing in with an account of another site behaves here, on the current stack.

Which sites: see the settings.
"""
from __future__ import unicode_literals

from allauth.account.utils import filter_users_by_email
from allauth.socialaccount.adapter import DefaultSocialAccountAdapter
from django.core.exceptions import ObjectDoesNotExist
from django.http import Http404


class SocialAccountAdapter(DefaultSocialAccountAdapter):
    def get_app(self, request, provider, client_id=None):
        """Return the keys for a site; a site that gave us none has no pages here."""
        try:
            return super(SocialAccountAdapter, self).get_app(request, provider, client_id=client_id)
        except ObjectDoesNotExist:
            raise Http404("no keys for %s" % provider)

    def is_auto_signup_allowed(self, request, sociallogin):
        """Whoever has an account by their address already is asked first, so that nobody has two by accident.

        Only for addresses that the other site has checked: to others, this would tell who has an account.
        """
        proven = [address.email for address in sociallogin.email_addresses if address.verified]
        is_known = any(filter_users_by_email(email) for email in proven)
        return not is_known and super(SocialAccountAdapter, self).is_auto_signup_allowed(request, sociallogin)
