"""What people type to open a room, find one and take a seat; checked and tidied, nothing else."""
from __future__ import unicode_literals

from django import forms

from common.compat import gettext as _
from common.compat import gettext_lazy
from common.fields import NameField
from game import rules
from game.codes import LONGEST, BadCodeError, read_code

PASSWORD_LENGTH = 64
PASSWORD = forms.PasswordInput(attrs={"autocomplete": "off"})


class JoinForm(forms.Form):
    """A room's code, however it was typed or pasted."""

    code = forms.CharField(
        label=gettext_lazy("Room code"), max_length=LONGEST,
        error_messages={"required": gettext_lazy("Type the five letters that the host sees."),
                        "max_length": gettext_lazy("That is a long text. Paste the code alone, or its "
                                                   "link.")},
        widget=forms.TextInput(attrs={"autocomplete": "off", "autocapitalize": "characters",
                                      "spellcheck": "false",
                                      "inputmode": "text", "enterkeyhint": "go"}))

    def clean_code(self):
        try:
            return read_code(self.cleaned_data["code"])
        except BadCodeError as error:
            raise forms.ValidationError(error.args[0])


class LookFields(forms.Form):
    """The face and colour that somebody wants; none is a choice, too."""

    WRONG = gettext_lazy("There is no such face or colour. Choose one of those shown.")

    face = forms.IntegerField(required=False)
    colour = forms.IntegerField(required=False)

    def __init__(self, *args, **kwargs):
        super(LookFields, self).__init__(*args, **kwargs)
        for name in ("face", "colour"):
            self.fields[name].error_messages["invalid"] = self.WRONG

    def clean(self):
        cleaned = super(LookFields, self).clean() or self.cleaned_data
        chosen = cleaned.get("face"), cleaned.get("colour")
        if chosen != (None, None) and not self.errors and not rules.is_look(*chosen):
            self.add_error("face", self.WRONG)
        return cleaned

    def look(self):
        """(face, colour), or None."""
        chosen = self.cleaned_data["face"], self.cleaned_data["colour"]
        return chosen if rules.is_look(*chosen) else None


class OpenForm(LookFields):
    """A new room: the host's name, and who may find and enter it."""

    name = NameField()
    password = forms.CharField(label="Password", required=False, max_length=PASSWORD_LENGTH, widget=PASSWORD)
    listed = forms.BooleanField(label=gettext_lazy("Show this room to everybody"), required=False)
    # The share code of a deck to begin with; one that is not to be had is left out, since others can be
    # chosen inside.
    deck = forms.CharField(required=False, max_length=20, widget=forms.HiddenInput)

    def clean(self):
        found = super(OpenForm, self).clean() or self.cleaned_data
        if found.get("listed") and found.get("password"):
            self.add_error("listed", _("A room with a password stays among friends: take one of the two."))
        return found


class WatchForm(forms.Form):
    """Coming in to watch; the password is asked for only where there is one, and not again of who has given
    it (`is_inside`).
    """

    password = forms.CharField(label="Password", max_length=PASSWORD_LENGTH, widget=PASSWORD, error_messages={
        "required": gettext_lazy("This room has a password; the host knows it.")})

    def __init__(self, room, *args, **kwargs):
        is_inside = kwargs.pop("is_inside", False)
        super(WatchForm, self).__init__(*args, **kwargs)
        if is_inside or not room.password:
            del self.fields["password"]


class SeatForm(WatchForm, LookFields):
    """Taking a seat."""

    name = NameField()
    field_order = ["name", "password"]
