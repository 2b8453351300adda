"""How passkeys and codes behave here, on the current stack: our name, our words. The ceremonies are allauth's."""
from __future__ import unicode_literals

from allauth.mfa.adapter import DefaultMFAAdapter
from allauth.mfa.models import Authenticator
from django.conf import settings

from accounts import words


class SecondStepAdapter(DefaultMFAAdapter):
    error_messages = dict(DefaultMFAAdapter.error_messages, **words.SECOND_STEP_ERRORS)

    def get_public_key_credential_rp_entity(self):
        """What a device shows and keeps: a passkey belongs to the host that was asked, under the name of the game."""
        entity = super(SecondStepAdapter, self).get_public_key_credential_rp_entity()
        return dict(entity, name=settings.MFA_TOTP_ISSUER)

    def generate_authenticator_name(self, user, type):
        """The name that is offered for a new passkey."""
        return "Passkey %d" % (Authenticator.objects.filter(user_id=user.pk, type=type).count() + 1)
