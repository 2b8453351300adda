"""Cards that are hidden everywhere leave the games that run: at once by a message, or within a minute by the
clock.

Games that begin later are frozen without them. A game with too few other cards keeps one until it ends.
"""
from __future__ import unicode_literals

import datetime
import logging
from typing import Any

from django.utils import timezone

from common.storage.recently_used import RecentlyUsed
from decks.catalogue import snapshots
from decks.models import HiddenCard
from game import rules
from game.models import Room
from game.moves import batches, removed_cards, storage
from game.rooms import services

# Rooms that nobody has touched for so long, and cards that were hidden so long ago, are not looked at.
DAY = datetime.timedelta(days=1)
NOWHERE = -1
logger = logging.getLogger("game")
_numbers = RecentlyUsed(4096)


def hide_card(payload):
    # type: (dict[str, str]) -> None
    """The task of the channel decks.review.reports.HIDE_CARD; `payload` is {"kind", "fingerprint"}."""
    _take_out(HiddenCard.objects.filter(kind=payload["kind"], fingerprint=payload["fingerprint"]))


def catch_up():
    # type: () -> None
    """Take out what no message took out: for the clock.

    Costs one small query unless a card was hidden today.
    """
    _take_out(HiddenCard.objects.filter(created__gt=timezone.now() - DAY))


def _take_out(hidden):
    # type: (Any) -> None
    cards = list(hidden.values_list("kind", "fingerprint"))
    if not cards:
        return
    taken = [_remove(room, kind, number) for room, kind, number in _found(cards)]
    if any(taken):
        logger.info("Took hidden cards out of running games: %d times.", taken.count(True))


def _found(cards):
    # type: (list[tuple[str, str]]) -> list[tuple[int, str, int]]
    """(room id, kind, number) of each of these (kind, fingerprint) that a running game may still deal."""
    found = []
    rooms = Room.objects.filter(used__gt=timezone.now() - DAY).values_list("pk", "state")
    for room, state in storage.read_states(rooms.iterator()):
        if rules.is_running(state):
            numbers = [(kind, number)
                       for (kind, _), number in zip(cards, _numbers_in(state["snapshot_id"], cards))
                       if number != NOWHERE]
            found += [(room, kind, number) for kind, number in numbers
                      if number not in rules.removed(state, kind)]
    return found


def _numbers_in(snapshot, cards):
    # type: (int, list[tuple[str, str]]) -> list[int]
    """The number of each card in a frozen deck, or NOWHERE; looked for once in each process."""
    numbers = [_numbers.get((snapshot, kind, mark)) for kind, mark in cards]
    if None in numbers:
        places = removed_cards.places_of(cards, snapshots.load(snapshot))
        numbers = [places.get(card, NOWHERE) for card in cards]
        for (kind, mark), number in zip(cards, numbers):
            _numbers.put((snapshot, kind, mark), number)
    return numbers


def _remove(room, kind, number):
    # type: (int, str, int) -> bool
    """Whether the card left this room's game now."""
    try:
        return services.play(room, [batches.Move(None, "remove_card", {"kind": kind, "card": number}, "",
                                                 None)]).changed
    except (Room.DoesNotExist, services.Busy):
        return False  # gone, or the clock tries again
