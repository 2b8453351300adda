"""What a host may choose from: decks with their facts and how many cards each one brings.

Reads only, in a fixed number of queries; black cards that no game deals are not counted.
"""
from __future__ import unicode_literals

from django.db.models import Count

from decks.limits import FAMILY, MAX_PLAYABLE_PICK, STARTER
from decks.models import BlackCard, Deck, WhiteCard


class UnknownDeck(LookupError):
    """Some decks that were asked for do not exist (any more); `ids` lists them."""

    def __init__(self, ids):
        self.ids = list(ids)
        super(UnknownDeck, self).__init__("There is no deck with the id %s." % ", ".join(map(str, self.ids)))


def playable():
    """The black cards that a game deals."""
    return BlackCard.objects.filter(pick__range=(1, MAX_PLAYABLE_PICK))


def choices():
    """All decks with cards as {"id", "name", "language", "rating", "description", "black", "white"}.

    Starter decks come first, then by name; "black" and "white" are numbers of cards.
    """
    black, white = _count(playable()), _count(WhiteCard.objects.all())
    fields = ("id", "name", "language", "rating", "description")
    decks = Deck.objects.values("source", *fields)
    return [dict({field: deck[field] for field in fields}, black=black.get(deck["id"], 0), white=white.get(deck["id"], 0))
            for deck in sorted(decks, key=_starters_first) if deck["id"] in black or deck["id"] in white]


def summaries(ids):
    """{"id", "name", "black", "white"} of each of these decks, in the order given.

    Raises UnknownDeck when one of them is missing.
    """
    names = dict(Deck.objects.values_list("id", "name"))
    check_known(ids, names)
    black = _count(playable().filter(deck__in=ids))
    white = _count(WhiteCard.objects.filter(deck__in=ids))
    return [{"id": pk, "name": names[pk], "black": black.get(pk, 0), "white": white.get(pk, 0)} for pk in ids]


def check_known(ids, known):
    """Raise UnknownDeck unless all ids are among the known ones."""
    missing = [pk for pk in ids if pk not in known]
    if missing:
        raise UnknownDeck(missing)


def _count(cards):
    return dict(cards.order_by().values_list("deck").annotate(cards=Count("id")))


def _starters_first(deck):
    return not deck["source"].startswith(STARTER + "/"), deck["name"].lower(), deck["id"]


def first_choice():
    """The ids of the decks that a new room begins with: the family deck, or whatever there is."""
    decks = Deck.objects.order_by("id")
    return list((decks.filter(source__startswith=STARTER + "/", rating=FAMILY) or decks).values_list("id", flat=True)[:1])
