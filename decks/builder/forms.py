"""The forms of people who make decks: a new deck, and a card that somebody proposes.

`metadata` and `review.proposals` decide.
"""
from __future__ import unicode_literals

from django import forms

from common.compat import gettext_lazy
from decks.builder import metadata
from decks.limits import ADULT, CARD_LENGTH, NAME_LENGTH
from decks.models import KIND_CHOICES, RATING_CHOICES, WHITE


class NewDeckForm(forms.Form):
    name = forms.CharField(
        max_length=NAME_LENGTH, error_messages={"required": gettext_lazy("Give the deck a name.")},
        widget=forms.TextInput(attrs={"placeholder": gettext_lazy("Cards About Cheese"),
                                      "autocomplete": "off", "autocapitalize": "words"}))
    language = forms.ChoiceField(choices=metadata.languages(), initial="en")
    # Nobody has looked at the cards yet: a milder rating is chosen, never presumed.
    rating = forms.ChoiceField(choices=RATING_CHOICES, initial=ADULT, widget=forms.RadioSelect)


class ProposalForm(forms.Form):
    kind = forms.ChoiceField(choices=KIND_CHOICES, initial=WHITE, widget=forms.RadioSelect)
    # Bounds are checked where the text is made regular, with a message that says more.
    text = forms.CharField(
        max_length=CARD_LENGTH * 2, error_messages={"required": gettext_lazy("Write the card first.")},
        widget=forms.Textarea(attrs={"rows": 3, "autocomplete": "off",
                                     "placeholder": gettext_lazy("a duck with a clipboard")}))
    attribution = forms.CharField(max_length=NAME_LENGTH, required=False, widget=forms.TextInput(
        attrs={"autocomplete": "nickname", "placeholder": gettext_lazy("Nobody in particular")}))
