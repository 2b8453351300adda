"""What tells a dropped card from others in every deck: its fingerprint, which the rules keep and cannot make.

Stores nothing.
"""
from __future__ import unicode_literals

from typing import Any, Iterable

import six

from decks.cards.texts import fingerprint
from game import rules
from game.rules.shapes import Deck, State


def text_of(deck, kind, number):
    # type: (Any, str, int) -> str
    """The text of a card of a frozen deck."""
    return deck.black[number].text if kind == "black" else deck.white[number]


def marked(move, state, deck):
    # type: (Any, State, Deck | None) -> Any
    """A `drop_card` move with the mark of its card; one that means no card is for the rules to refuse."""
    try:
        kind, number = rules.find_card(state, move.player, move.args)
    except rules.InvalidMoveError:
        return move
    return move._replace(args=dict(move.args, mark=six.ensure_text(fingerprint(text_of(deck, kind, number)))))


def numbers_of(dropped, deck):
    # type: (dict[str, list[str]], Deck) -> dict[str, list[int]]
    """{"black": [numbers], "white": [numbers]} that the cards with these marks have in a frozen deck."""
    wanted = [(kind, mark) for kind, marks in dropped.items() for mark in marks]
    places = places_of(wanted, deck)
    return {kind: sorted(places[kind, mark] for mark in set(marks) if (kind, mark) in places)
            for kind, marks in dropped.items()}


def places_of(cards, deck):
    # type: (Iterable[tuple[str, str]], Deck) -> dict[tuple[str, str], int]
    """{(kind, fingerprint): number in a frozen deck} of those of the cards, (kind, fingerprint) too,
    that it has.
    """
    wanted, places = frozenset(cards), {}
    for kind in {kind for kind, _ in wanted}:
        for number in range(len(deck.black if kind == "black" else deck.white)):
            card = (kind, fingerprint(text_of(deck, kind, number)))
            if card in wanted:
                places[card] = number
    return places
