"""How passkeys and codes behave here, on the current stack: our name, our words.

The ceremonies are allauth's.
"""
from __future__ import unicode_literals

from allauth.core import context
from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings

from accounts.signing_in import error_messages as our_messages
from common.compat import gettext
from common.web import sites


class MfaAdapter(DefaultMFAAdapter):
    error_messages = dict(DefaultMFAAdapter.error_messages, **our_messages.MFA_ERRORS)

    def get_public_key_credential_rp_entity(self):
        """What a device shows and keeps: a passkey belongs to the site's name, or at home to localhost.

        Browsers know passkeys on localhost without HTTPS, so that is the one name that is taken from the
        request.
        """
        asked = context.request.get_host().partition(":")[0]
        return {"id": asked if asked == "localhost" else sites.host_name(), "name": settings.MFA_TOTP_ISSUER}

    def generate_authenticator_name(self, user, type):
        """The name that is offered for a new passkey."""
        return gettext("Passkey %d") % (Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1)
