"""What people type about themselves: a name and a language, and the word that ends an account."""
from __future__ import unicode_literals

from django import forms
from django.conf import settings

from accounts.profiles import language_of, profile_of
from common.compat import gettext as _
from common.compat import gettext_lazy
from common.fields import NameField
from common.limits import ratelimits

THE_WORD = "DELETE"
TRIES = "10/h"


class ProfileForm(forms.Form):
    """The nickname, the language of our letters, and whether guests may write back."""

    name = NameField()
    language = forms.ChoiceField(label=gettext_lazy("Language of our letters"))
    answers = forms.BooleanField(required=False)

    def __init__(self, user, *args, **kwargs):
        super(ProfileForm, self).__init__(
            *args, initial={"name": profile_of(user).name, "language": language_of(user),
                            "answers": profile_of(user).answers}, **kwargs)
        self.fields["language"].choices = settings.LANGUAGES


class DeleteForm(forms.Form):
    """Proof that it is really you who wants to go: the password, or a word where there is no password."""

    proof = forms.CharField(max_length=256)

    def __init__(self, user, *args, **kwargs):
        super(DeleteForm, self).__init__(*args, **kwargs)
        self.user, proof = user, self.fields["proof"]
        if user.has_usable_password():
            proof.label = _("Your password")
            proof.widget = forms.PasswordInput(attrs={"autocomplete": "current-password"})
            proof.error_messages["required"] = _("Type your password, so that we know it is you.")
        else:
            proof.label = _("Type the word %s") % THE_WORD
            proof.widget = forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters",
                                                  "spellcheck": "false"})
            proof.error_messages["required"] = (
                _("Type the word %s, so that nothing happens by accident.") % THE_WORD)

    def clean_proof(self):
        proof = self.cleaned_data["proof"]
        if not self.user.has_usable_password():
            if proof.strip().upper() != THE_WORD:
                raise forms.ValidationError(_("That is not the word %s. Your account is still "
                                              "here.") % THE_WORD)
        elif ratelimits.hit("delete-account", self.user.pk, TRIES):
            raise forms.ValidationError(_("Too many tries. Wait an hour, or choose a new password first."))
        elif not self.user.check_password(proof):
            raise forms.ValidationError(_("That is not your password. Your account is still here."))
        return proof
