"""Forms that make typed cards regular, just as an import does.

They hold no rules of their own: `texts` decides what a card may be.
"""
from __future__ import unicode_literals

import six
from django import forms

from decks.models import BlackCard, WhiteCard
from decks.texts import CardError, black_text, white_text


class BlackCardForm(forms.ModelForm):
    class Meta:
        model = BlackCard
        fields = ("deck", "text", "pick", "draw", "position")

    def clean(self):
        cleaned = super(BlackCardForm, self).clean()
        if "text" in cleaned and "pick" in cleaned:
            try:
                cleaned["text"] = black_text(cleaned["text"], cleaned["pick"])
            except CardError as error:
                self.add_error("text", _sentence(error))
        return cleaned


class WhiteCardForm(forms.ModelForm):
    class Meta:
        model = WhiteCard
        fields = ("deck", "text", "position")

    def clean_text(self):
        try:
            return white_text(self.cleaned_data["text"])
        except CardError as error:
            raise forms.ValidationError(_sentence(error))


def _sentence(error):
    return "This card cannot be used: %s." % six.text_type(error)
