"""The form behind every invitation; it makes the key that is the guest's way in.

Saves nothing but its own row.
"""
from __future__ import unicode_literals

import datetime

from django import forms
from django.conf import settings
from django.utils import timezone

from common.compat import gettext_lazy
from common.email_addresses import canonical
from game.codes import new_key
from invitations.mail.sanitize import tidy_text
from invitations.models import NOTE_LENGTH, Invitation

GOOD_FOR = datetime.timedelta(days=14)
AFTER_THE_NIGHT = datetime.timedelta(days=1)


class InvitationForm(forms.ModelForm):
    """One guest of one host; give it an `instance` with room, sender and sender_name,
    and the night if there is one.
    """

    language = forms.ChoiceField(choices=settings.LANGUAGES, error_messages={
        "required": gettext_lazy("Choose the language of the letter."),
        "invalid_choice": gettext_lazy("Choose one of the languages in the list.")})

    class Meta:
        model = Invitation
        fields = ("email", "name", "language", "note")
        error_messages = {"note": {
            "max_length": gettext_lazy("The note is too long: %d characters at most.") % NOTE_LENGTH}}

    def clean_email(self):
        return canonical(self.cleaned_data["email"])

    def clean_note(self):
        return tidy_text(self.cleaned_data["note"])

    def save(self, commit=True):
        """The Invitation with a key of its own, due at once; with commit=False somebody else stores it."""
        invitation = super(InvitationForm, self).save(commit=False)
        invitation.key = new_key()
        invitation.expires = expiry(invitation.night)
        if commit:
            invitation.save()
        return invitation


def expiry(night=None):
    """Until when an invitation sent now is good: two weeks, and until a day after its GameNight."""
    soonest = timezone.now() + GOOD_FOR
    return max(soonest, night.ends + AFTER_THE_NIGHT) if night else soonest
