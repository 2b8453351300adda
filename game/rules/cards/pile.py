"""Piles that are never stored: a seed and a count stand for a whole shuffled deck.

The order is a keyed permutation of 0..size-1 (a Feistel network with cycle walking), so any place in it
costs the same for 50 cards as for 25,000, and is the same on every Python.
"""
from __future__ import unicode_literals

from typing import Callable, Iterable, TypeVar

from game.rules.shapes import Pile, Rng

MASK = 0xFFFFFFFF
ROUNDS = 6
T = TypeVar("T")


def new_seed(rng):
    # type: (Rng) -> int
    """64 random bits, from two draws of `rng.random()` (the only call that agrees on every Python)."""
    return int(rng.random() * 2 ** 32) << 32 | int(rng.random() * 2 ** 32)


def new_pile(size, rng):
    # type: (int, Rng) -> Pile
    """A freshly shuffled pile of cards numbered 0..size-1, as plain data."""
    return {"size": size, "seed": new_seed(rng), "drawn": 0, "reshuffled": False}


def card_at(seed, size, place):
    # type: (int, int, int) -> int
    """The card number at `place` of the shuffled order."""
    half = max(1, ((size - 1).bit_length() + 1) // 2)
    low = (1 << half) - 1
    while True:
        left, right = place >> half, place & low
        for turn in range(ROUNDS):
            left, right = right, left ^ (_mix(right ^ _key(seed, turn)) & low)
        place = left << half | right
        if place < size:
            return place


def draw(pile, count, held, rng, removed=()):
    # type: (Pile, int, Callable[[], set[int]], Rng, Iterable[int]) -> tuple[list[int], bool]
    """Take `count` cards, none of them `removed`; a pile that runs out begins anew with a new seed.

    `held()` gives the set of cards that lie elsewhere (hands, the table); it is asked for only once the pile
    has begun anew, because before that no card can come twice. Returns (cards, whether it began anew).
    """
    cards = []  # type: list[int]
    began_anew = False
    elsewhere = held() if pile["reshuffled"] else ()
    while len(cards) < count:
        if pile["drawn"] == pile["size"]:
            elsewhere = held() | set(cards)
            if pile["size"] - len(elsewhere.union(removed)) < count - len(cards):
                raise RuntimeError("a game began, or somebody joined it, with too few cards")
            pile.update(seed=new_seed(rng), drawn=0, reshuffled=True)
            began_anew = True
        card = card_at(pile["seed"], pile["size"], pile["drawn"])
        pile["drawn"] += 1
        if card not in elsewhere and card not in removed:
            cards.append(card)
    return cards, began_anew


def shuffled(items, rng):
    # type: (Iterable[T], Rng) -> list[T]
    """A new list in random order (Fisher-Yates on `rng.random()`:
    `random.shuffle` differs between Pythons).
    """
    items = list(items)
    for last in range(len(items) - 1, 0, -1):
        other = int(rng.random() * (last + 1))
        items[last], items[other] = items[other], items[last]
    return items


def _key(seed, turn):
    # type: (int, int) -> int
    return (seed >> (turn % 2 * 32) ^ turn * 0x9E3779B9) & MASK


def _mix(number):
    # type: (int) -> int
    number = (number ^ number >> 16) * 0x7FEB352D & MASK
    number = (number ^ number >> 15) * 0x846CA68B & MASK
    return number ^ number >> 16
