"""Form fields that more than one app asks with."""
from __future__ import unicode_literals

from django import forms

from common.compat import gettext_lazy
from common.names import NAME_LENGTH, BadNameError, tidy_name


class NameField(forms.CharField):
    """A nickname, tidied. Its errors say what to do."""

    def __init__(self, **kwargs):
        super(NameField, self).__init__(
            label=gettext_lazy("Your name"), max_length=4 * NAME_LENGTH,
            error_messages={"required": gettext_lazy("Give a name, so that the others know who you are.")},
            widget=forms.TextInput(attrs={"maxlength": NAME_LENGTH, "autocomplete": "nickname",
                                          "autocapitalize": "words", "spellcheck": "false"}), **kwargs)

    def clean(self, value):
        try:
            return tidy_name(super(NameField, self).clean(value))
        except BadNameError as bad:
            raise forms.ValidationError("%s" % bad)
