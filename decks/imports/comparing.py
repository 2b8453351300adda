"""What the cards of a pack would change in a deck, row by row. Pure: it is given texts, and stores nothing.

Cards that read the same (texts.fingerprint) are one card. A wording that changes is an old card taken out and
a new one put in.
"""
from __future__ import unicode_literals

from typing import Any, Iterable, List, NamedTuple, Optional, Text, Tuple, Union

from django.utils.translation import gettext_noop as N_

from decks.cards.similarity import Nearby
from decks.cards.texts import fingerprint

# Texts; this many take some seconds on the slowest Python.
MOST_COMPARISONS = 300000

BLACK, WHITE = KINDS = ("black", "white")
# What becomes of the cards that a deck has: kept and added to, replaced by those of the file, or kept just as
# they are.
ADD, REPLACE, ONLY_NEW = MODES = ("add", "replace", "new")
# What a card is, compared with the deck. NEAR is new, and reads nearly like another; DOUBLE stands in the
# file before; GONE is not in the file, and goes if the file replaces the cards.
NEW, SAME, CHANGED, NEAR, DOUBLE, GONE = (
    N_("new"), N_("same"), N_("changed"), N_("near"), N_("double"), N_("only in the deck"))

# A card as a file brings it; `tags` and `attribution` are None where its format has no place for them. White
# cards have pick 1 and draw 0. `row` counts from 1 in the list of its kind in the pack; `line` is 0 in a file
# without lines.
Incoming = NamedTuple("Incoming", [
    ("pack", Text), ("kind", Text), ("row", int), ("text", Text), ("pick", int), ("draw", int),
    ("tags", Optional[Text]),
    ("attribution", Optional[Text]), ("line", int)])
# A card of a deck: the id of its row in the database, its place, and the same facts.
Stored = NamedTuple("Stored", [
    ("kind", Text), ("id", int), ("position", int), ("text", Text), ("pick", int), ("draw", int),
    ("tags", Text),
    ("attribution", Text)])
Card = Union[Incoming, Stored]
Pair = Tuple[Optional[Stored], Incoming]  # a card of the file, behind the one of the deck that reads the same
# What becomes of one card: an Incoming, or a Stored if it is in the deck alone. `other` is the card, of the
# deck or of the file, that makes it CHANGED, NEAR or DOUBLE, else None. `kept` says whether its words are in
# the deck afterwards.
Row = NamedTuple("Row", [("card", Card), ("status", Text), ("other", Optional[Card]), ("kept", bool)])
# `add` holds cards with their positions.
Changes = NamedTuple("Changes", [("add", List[Tuple[int, Incoming]]), ("remove", List[Stored]),
                                 ("rows", List[Row])])


class Nearness(object):
    """Looks for cards that read nearly alike until it has compared `left` texts;
    `left` is 0 when it gave up.
    """

    def __init__(self, left=MOST_COMPARISONS):
        # type: (int) -> None
        self.left = left


def compare(cards, stored, mode=REPLACE, nearness=None):
    # type: (Iterable[Incoming], Iterable[Stored], str, Nearness | None) -> Changes
    """The Changes that bring the cards of a pack (a list of Incoming) into a deck with these Stored cards.

    ADD: new cards come to the end, other wordings take the place of the old ones, nothing goes. ONLY_NEW:
    what is new and near to nothing comes to the end. REPLACE: the deck has afterwards what the file has,
    doubles and order included. Without a Nearness no card is near to another.
    """
    sides = [_compare([card for card in cards if card.kind == kind],
                      [card for card in stored if card.kind == kind],
                      mode, nearness or Nearness(0)) for kind in KINDS]
    return Changes(*[sum(parts, []) for parts in zip(*sides)])


def _compare(cards, stored, mode, nearness):
    # type: (list[Incoming], list[Stored], str, Nearness) -> tuple[list[tuple[int, Incoming]], list[Stored], list[Row]]
    known = {}  # type: dict[str, list[Stored]]
    seen = {}  # type: dict[str, Incoming]
    index = _Index(nearness.left)
    for there in stored:
        known.setdefault(fingerprint(there.text), []).append(there)
        index.add(there)
    add, remove = [], []  # type: list[tuple[int, Incoming]], list[Stored]
    rows, order = [], []  # type: list[Row], list[Pair]
    end = max([there.position for there in stored] or [-1]) + 1
    for card in cards:
        other = None  # type: Card | None
        mark = fingerprint(card.text)
        old = known[mark].pop(0) if known.get(mark) else None
        double = seen.setdefault(mark, card)
        if old is not None:
            card, status = _filled(card, old), SAME
            if _facts(card) != _facts(old):
                status, other = CHANGED, old
        elif double is not card:
            status, other = DOUBLE, double
        else:
            other = index.near(card)
            status = NEAR if other else NEW
            index.add(card)
        kept = mode == REPLACE or status in (NEW, SAME) or (mode == ADD and status in (CHANGED, NEAR))
        rows.append(Row(card, status, other, kept))
        order.append((old, card))
        if mode != REPLACE and kept and status != SAME:
            if old is not None:
                remove.append(old)
            add.append((old.position if old is not None else end + len(add), card))
    if mode == REPLACE:
        gone = [there for cards_left in known.values() for there in cards_left]
        rows.extend(Row(there, GONE, None, False) for there in sorted(gone, key=_place))
        if gone or any(old is None or _facts(old) != _facts(card)
                       for old, card in order) or not _sorted(order):
            add, remove = [(place, card) for place, (_, card) in enumerate(order)], list(stored)
    nearness.left = index.left
    return add, remove, rows


class _Index(object):
    """Cards among which to look for near ones; it costs nothing when there is nothing left to spend."""

    def __init__(self, left):
        # type: (int) -> None
        self._nearby = Nearby(left)

    @property
    def left(self):
        # type: () -> int
        return max(0, self._nearby.left)

    def add(self, card):
        # type: (Card) -> None
        if self.left:
            self._nearby.add(card.text, card)

    def near(self, card):
        # type: (Card) -> Card | None
        """The card that reads most nearly like this one, or None."""
        return next((other for _, other in self._nearby.near(card.text)), None) if self.left else None


def _facts(card):
    # type: (Card) -> tuple[Any, ...]
    return card.text, card.pick, card.draw, card.tags, card.attribution


def _filled(card, old):
    # type: (Incoming, Stored) -> Incoming
    """The card with what its format cannot say as the old card has it."""
    return card._replace(tags=old.tags if card.tags is None else card.tags,
                         attribution=old.attribution if card.attribution is None else card.attribution)


def _place(card):
    # type: (Stored) -> tuple[int, int]
    return card.position, card.id


def _sorted(order):
    # type: (list[Pair]) -> bool
    places = [_place(old) for old, _ in order if old is not None]
    return places == sorted(places)
