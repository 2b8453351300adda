"""Forms for what admins type: the facts of a deck, and the rows of a card editor.

They hold no rules of their own: services decide what a card may be, and a row shows what they answer.
"""
from __future__ import unicode_literals

import six
from django import forms
from django.forms.formsets import formset_factory

from common.compat import json_dumps, json_loads
from decks import limits
from decks.editing.factory import EditError, tidy_line, tidy_tags
from decks.models import BLACK, WHITE

FACTS = {BLACK: ("text", "pick", "draw", "tags", "attribution"), WHITE: ("text", "tags", "attribution")}
NEW_ROWS = 5


class FactsForm(forms.ModelForm):
    """Names and tags on one line, without characters that turn the page around them."""

    def clean_name(self):
        return _tidied(tidy_line, self.cleaned_data["name"], "The name")

    def clean_author(self):
        return _tidied(tidy_line, self.cleaned_data["author"], "The author")

    def clean_tags(self):
        return _tidied(tidy_tags, self.cleaned_data["tags"])


class WhiteRow(forms.Form):
    """A card in a box. `was` keeps what the page showed, so that only what this person changed is written."""

    kind = WHITE
    card = forms.IntegerField(required=False, widget=forms.HiddenInput)
    was = forms.CharField(required=False, widget=forms.HiddenInput)
    text = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 2}))
    tags = forms.CharField(required=False, max_length=limits.TAGS_LENGTH)
    attribution = forms.CharField(required=False, max_length=limits.NAME_LENGTH, label="Whose idea")

    def facts(self):
        """What is typed, without numbers that are left empty: those follow from the text."""
        data = dict(self.cleaned_data, text=self.cleaned_data["text"].replace("\r\n", "\n").strip())
        return {name: data[name] for name in FACTS[self.kind] if data[name] is not None}

    def seen(self):
        """The facts that the page showed, {} for a new card or when the browser has lost them."""
        try:
            return dict(json_loads(self.cleaned_data["was"]))
        except (ValueError, TypeError):
            return {}


class BlackRow(WhiteRow):
    kind = BLACK
    pick = forms.IntegerField(required=False, min_value=1, max_value=limits.MAX_PICK)
    draw = forms.IntegerField(required=False, min_value=0, max_value=limits.MAX_PICK)


def card_rows(kind, size):
    """The formset class for a page of up to `size` cards and some new ones."""
    row = BlackRow if kind == BLACK else WhiteRow
    return formset_factory(row, extra=NEW_ROWS, max_num=size + NEW_ROWS, can_delete=True)


def shown(card, kind):
    """The initial data of a card's row."""
    facts = {name: getattr(card, name) for name in FACTS[kind]}
    return dict(facts, card=card.pk, was=json_dumps(facts))


def _tidied(tidy, *arguments):
    try:
        return tidy(*arguments)
    except EditError as problem:
        raise forms.ValidationError(six.text_type(problem))
