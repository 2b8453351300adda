"""Addresses of decks that are free: few queries for many decks, however many decks there are already."""
from __future__ import unicode_literals

from typing import Container, Iterable

from django.db.models import Q

from decks.limits import RESERVED_SLUGS, SLUG_LENGTH
from decks.models import Deck

# How many values one query may name, and how many beginnings.
_CHUNK, _BEGINNINGS = 500, 50
# So much at the end of a slug may give way to a number.
_ENDING = 8


def free(slug, taken):
    # type: (str, Container[str]) -> str
    """The slug itself, or with the first number from 2 that makes it free."""
    candidate, number = slug, 2
    while candidate in taken:
        ending = "-%d" % number
        candidate, number = slug[:SLUG_LENGTH - len(ending)] + ending, number + 1
    return candidate


def free_slugs(wanted):
    # type: (list[str]) -> list[str]
    """A slug for each one that is wanted, in their order: itself where no deck has it, or else with a number.

    They are free until somebody else takes them, so ask inside of the transaction that does.
    """
    taken, found = _taken(set(wanted)).union(RESERVED_SLUGS), []
    for slug in wanted:
        found.append(free(slug, taken))
        taken.add(found[-1])
    return found


def _taken(wanted):
    # type: (set[str]) -> set[str]
    """The slugs that decks have of those that are wanted, and of those that might take their place."""
    slugs, taken = sorted(wanted), set()  # type: list[str], set[str]
    for start in range(0, len(slugs), _CHUNK):
        taken.update(_slugs(Q(slug__in=slugs[start:start + _CHUNK])))
    beginnings = sorted({slug[:SLUG_LENGTH - _ENDING]
                         for slug in taken.union(wanted.intersection(RESERVED_SLUGS))})
    for start in range(0, len(beginnings), _BEGINNINGS):
        alike = Q()
        for beginning in beginnings[start:start + _BEGINNINGS]:
            alike |= Q(slug__startswith=beginning)
        taken.update(_slugs(alike))
    return taken


def _slugs(condition):
    # type: (Q) -> Iterable[str]
    return Deck.with_staged.filter(condition).order_by().values_list("slug", flat=True)
