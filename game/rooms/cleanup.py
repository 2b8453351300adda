"""Takes rooms and snapshots away that nobody has used for KEEP_ROOMS_DAYS, a few at a time: each minute, and
when a room is opened.

A room stays, however old, as long as
- somebody with an account has played a round in it: their profile tells of it (it is not listed any more);
- an app above the game has promised it to somebody: routes().ROOMS_IN_USE lists functions from ids to the set
of those;
- something that happened in it is not counted yet (history/counting.py);
- the link to the recap of one of its games is good.
"""
from __future__ import unicode_literals

import datetime
import logging
from typing import Any

from django.conf import settings
from django.db import transaction
from django.db.models import Q
from django.utils import timezone

from common.storage.sweeping import Sweep, delete_some, let_others_in
from decks.catalogue import snapshots
from game.models import PlayedGame, Recap, Room, RoundResult
from game.moves import storage
from live import UnsentError, send_task
from live.base import routes

logger = logging.getLogger("game")
TIDY_ROOMS = "tidy-rooms"  # the channel of clean_up
ROOMS_A_MINUTE = 50
# A room that has more rounds loses the oldest of them first, so that no transaction takes long.
ROUNDS_AT_ONCE = 20
sweep = Sweep(ROOMS_A_MINUTE)


def request_cleanup():
    # type: () -> None
    """Ask the worker to clear rooms now; cheap enough to call whenever a room is opened."""
    try:
        send_task(TIDY_ROOMS, {"days": settings.KEEP_ROOMS_DAYS})
    except UnsentError:
        logger.warning("No worker could be told to clear rooms away; the clock will do it.")


def clean_up(payload):
    # type: (dict[str, Any]) -> None
    """The task: clear away rooms that were last used more than payload["days"] days ago."""
    clear_rooms(payload["days"])


def clear_rooms(days=None):
    # type: (int | None) -> None
    """Look at some rooms that were last used so many days ago, KEEP_ROOMS_DAYS by default,
    and delete what may go.
    """
    before = timezone.now() - datetime.timedelta(days=settings.KEEP_ROOMS_DAYS if days is None else days)
    old = Room.objects.filter(used__lt=before)
    found = sweep.bite(old.defer("state"))
    for room in found:
        if room.listed:
            old.filter(pk=room.pk).update(listed=False)
    kept = _kept({room.pk for room in found})
    gone = sum(_clear(old.filter(pk=room.pk)) for room in found if room.pk not in kept)
    if gone:
        logger.info("Cleared away %d rooms that nobody has used for a long time.", gone)


def clear_snapshots():
    # type: () -> None
    """Delete some snapshots with which no game was begun for KEEP_ROOMS_DAYS,
    and which nothing needs any more.
    """
    snapshots.clear_unused(timezone.now() - datetime.timedelta(days=settings.KEEP_ROOMS_DAYS),
                           _snapshots_in_use)


def _snapshots_in_use(ids):
    # type: (set[int]) -> set[int]
    """Those of these snapshots (ids) that a room plays with, or whose cards are not counted yet.

    Every game has a row that names its snapshot, so only the rooms of such rows have to be looked at.
    """
    games = PlayedGame.objects.filter(cards__in=ids)
    used = set(games.filter(end_counted=False).values_list("cards", flat=True))
    for cards in ids - used:
        states = Room.objects.filter(games__cards=cards).distinct().values_list("state", flat=True)
        if any(_plays_with(text, cards) for text in states.iterator()):
            used.add(cards)
    return used


def _plays_with(text, snapshot):
    # type: (str, int) -> bool
    """Whether a room with this stored state needs the snapshot;
    one that newer code has stored may need any.
    """
    try:
        return storage.read_state(text).get("snapshot_id") == snapshot
    except storage.Busy:
        return True


def _kept(ids):
    # type: (set[int]) -> set[int]
    """Those of the rooms with these ids that have to stay."""
    results, games = RoundResult.objects.filter(room__in=ids), PlayedGame.objects.filter(room__in=ids)
    kept = set(results.filter(Q(counted=False) | Q(room__players__user__isnull=False)).order_by()
               .values_list("room", flat=True).distinct())
    kept.update(games.filter(Q(begin_counted=False) | Q(end_counted=False)).values_list("room", flat=True))
    kept.update(Recap.objects.filter(room__in=ids, expires__gt=timezone.now()).values_list("room", flat=True))
    return kept.union(*[in_use(ids) for in_use in getattr(routes(), "ROOMS_IN_USE", ())])


def _clear(room):
    # type: (Any) -> bool
    """Delete the one room of this queryset, which has none if it was used meanwhile.

    Returns whether it did.
    """
    results = RoundResult.objects.filter(room__in=room).order_by("pk")
    delete_some(results, max(0, results.count() - ROUNDS_AT_ONCE))
    with transaction.atomic():
        # Writing comes first: from here on whoever wants to use the room waits, and then finds it gone.
        gone = bool(room.update(listed=False))
        if gone:
            room.delete()
    let_others_in()
    return gone
