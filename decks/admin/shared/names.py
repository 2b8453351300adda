"""What tells decks of one name apart wherever the admin names decks: whose it is, its state, its number."""
from __future__ import unicode_literals

from django import forms
from django.db.models import Count

from decks import staging
from decks.models import Deck


def mark(decks):
    """Give each of these decks `apart`: its mark where other decks have its name, too, else ""."""
    decks, marks = list(decks), {}
    for names in staging.chunks({deck.name for deck in decks}):
        marks.update(_marks(Deck.objects.filter(name__in=names)))
    for deck in decks:
        deck.apart = marks.get(deck.pk, "")


def told(deck):
    """The name of a deck, with the mark that `mark` gave it."""
    apart = getattr(deck, "apart", "")
    return "%s (%s)" % (deck.name, apart) if apart else deck.name


def of(decks):
    """The names of these decks, each told from others."""
    decks = list(decks)
    mark(decks)
    return [told(deck) for deck in decks]


def _marks(decks):
    """{id: mark} of those of the decks whose names are not theirs alone."""
    repeated = decks.order_by().values("name").annotate(how_many=Count("pk")).filter(how_many__gt=1)
    rows = Deck.objects.filter(name__in=repeated.values("name"))
    return {pk: "%s, %s, #%d" % ("the site\u2019s" if owner is None else "%s\u2019s" % owner, status, pk)
            for pk, status, owner in rows.values_list("pk", "status", "owner__username")}


class DeckChoiceField(forms.ModelChoiceField):
    """A choice of decks that tells those of one name apart."""

    marks = None

    def label_from_instance(self, deck):
        if self.marks is None:
            self.marks = _marks(Deck.objects.all())
        deck.apart = self.marks.get(deck.pk, "")
        return told(deck)
