"""What a bot takes: at random, or, where it is sharp, what wins most often in the frozen deck."""
from __future__ import unicode_literals

from typing import Sequence, TypeVar

from game.rules.cards.pile import shuffled
from game.rules.shapes import Deck, Rng, State

RANDOM, SHARP = TASTES = ("random", "sharp")
T = TypeVar("T")


def best_cards(state, number, deck, rng):
    # type: (State, str, Deck, Rng) -> list[int]
    """The cards of the hand of bot `number`, the one it likes best first."""
    hand = state["players"][number]["hand"]
    return _by_taste(state, number, hand, [_rate(deck, card) for card in hand], rng)


def best_plays(state, number, places, deck, rng):
    # type: (State, str, Sequence[int], Deck, Rng) -> list[int]
    """These places of laid plays, the one it likes best first."""
    rates = [sum(_rate(deck, card) for card in state["laid_plays"][place]["cards"]) for place in places]
    return _by_taste(state, number, places, rates, rng)


def _by_taste(state, number, things, rates, rng):
    # type: (State, str, Sequence[T], Sequence[int], Rng) -> list[T]
    pairs = shuffled(zip(things, rates), rng)
    if state["players"][number]["bot"] == SHARP:
        pairs.sort(key=lambda pair: -pair[1])
    return [thing for thing, _ in pairs]


def _rate(deck, card):
    # type: (Deck, int) -> int
    return deck.rates[card] if 0 <= card < len(deck.rates) else 0
