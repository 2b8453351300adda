"""Cards that read the same, or nearly the same, within a deck and between decks. Reads and reports only.

A game deals cards that read the same (no case, no spacing, no final period) once anyway; what reads nearly
the same is for people to decide.
"""
from __future__ import unicode_literals

from collections import OrderedDict, namedtuple

from decks.cards.similarity import Nearby
from decks.cards.texts import fingerprint
from decks.models import BLACK, MODELS, WHITE

# `similarity` is 1.0 for cards that read the same, below for the others; `one` is the earlier of the two
# FoundCards.
Pair = namedtuple("Pair", "kind similarity one other")
FoundCard = namedtuple("FoundCard", "id deck_id text fingerprint")
# `complete` says whether everything was compared and told.
Duplicates = namedtuple("Duplicates", "pairs complete")

MOST_PAIRS = 1000
# Texts; this many take some seconds on the slowest Python, and real decks of 25,000 cards a tenth of them.
MOST_COMPARISONS = 300 * 1000


def find(deck_ids):
    """The Duplicates among the cards of these decks: pairs that read the same first, then the others,
    the nearest first.
    """
    pairs, complete = [], True
    for kind in (BLACK, WHITE):
        found, all_of_them = _find(kind, deck_ids)
        pairs += found
        complete = complete and all_of_them
    pairs.sort(key=lambda pair: -pair.similarity)
    return Duplicates(pairs[:MOST_PAIRS], complete and len(pairs) <= MOST_PAIRS)


def finder(deck_ids):
    """A function of (kind, text) that gives the text of the card in these decks which is nearest to it, or
    "".

    A card that reads the same is none of those.
    """
    indexes = {kind: Nearby(MOST_COMPARISONS) for kind in (BLACK, WHITE)}
    for kind, index in indexes.items():
        for card in _cards(kind, deck_ids):
            index.add(card.text, card)

    def near(kind, text):
        mark = fingerprint(text)
        return next((card.text for _similarity, card in indexes[kind].near(text) if card.fingerprint != mark),
                    "")

    return near


def _find(kind, deck_ids):
    """([Pair], whether these are all) of the cards of one kind."""
    pairs, first = [], OrderedDict()
    for card in _cards(kind, deck_ids):
        same = first.setdefault(card.fingerprint, card)
        if same is not card:
            pairs.append(Pair(kind, 1.0, same, card))
    index = Nearby(MOST_COMPARISONS)
    for card in first.values():
        # Only what reads the same is wholly alike; cards that differ by a comma come right after.
        pairs += [Pair(kind, min(similarity, 0.99), other, card)
                  for similarity, other in index.near(card.text)]
        index.add(card.text, card)
        if len(pairs) > MOST_PAIRS:
            return pairs, False
    return pairs, index.left > 0


def _cards(kind, deck_ids):
    cards = MODELS[kind].objects.filter(deck__in=deck_ids).order_by("deck_id", "position", "pk")
    return [FoundCard(*row) for row in cards.values_list("pk", "deck_id", "text", "fingerprint")]
