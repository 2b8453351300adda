"""People who watch a room that is full, in line for its next free seat. It is held for the first of them for
a minute, then for the next; whoever has not looked for a while is passed over, and forgotten in the end.

Nobody runs a clock for that: each look brings the line up to date.
"""
from __future__ import unicode_literals

import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from common.clock import in_ms
from game.models import LinePlace
from game.rooms import caps

HELD = datetime.timedelta(seconds=60)
# Pages look every few seconds, hidden ones once a minute.
AWAKE, FORGOTTEN = datetime.timedelta(seconds=90), datetime.timedelta(minutes=30)


def wait(room_id, visitor, since=None):
    # type: (int, str, datetime.datetime | None) -> None
    """Take the last place in line, or that of who waits `since` then, unless this visitor has one."""
    try:
        with transaction.atomic():
            place = LinePlace.objects.create(room_id=room_id, visitor=visitor, seen=timezone.now())
    except IntegrityError:
        return
    if since is not None:  # the column writes its own time at first
        LinePlace.objects.filter(pk=place.pk).update(since=since)


def leave(room_id, visitor):
    # type: (int, str) -> None
    """Give the place up, and a seat that is held with it."""
    LinePlace.objects.filter(room=room_id, visitor=visitor).delete()


def look(room_id, seated, visitor):
    # type: (int, int, str) -> dict[str, Any] | None
    """{"place", "until"} of a visitor to a room where so many sit: which place in line they have, and until
    when a seat is held for them (ms), else None. None for somebody who does not wait.
    """
    LinePlace.objects.filter(room=room_id, visitor=visitor).update(seen=timezone.now())
    _bring_up_to_date(room_id, seated)
    before = LinePlace.objects.filter(room=room_id)
    for place, row in enumerate(before, 1):
        if row.visitor == visitor:
            return {"place": place, "until": in_ms(row.offered + HELD) if row.offered else None}
    return None


def held_for_others(room_id, seated, visitor=""):
    # type: (int, int, str) -> int
    """How many of the free seats of a room where so many sit are for people who wait before this visitor."""
    before, now = 0, timezone.now()
    for row in LinePlace.objects.filter(room=room_id):
        if row.visitor == visitor:
            break
        before += row.offered >= now - HELD if row.offered else row.seen >= now - AWAKE
    return min(before, _free(seated))


def _free(seated):
    # type: (int) -> int
    return max(0, caps.seats_at_once() - seated)


def _bring_up_to_date(room_id, seated):
    # type: (int, int) -> None
    line, now = LinePlace.objects.filter(room=room_id), timezone.now()
    for late in (line.filter(offered__lt=now - HELD), line.filter(seen__lt=now - FORGOTTEN)):
        if late.exists():  # whoever writes makes others wait
            late.delete()
    free = _free(seated) - line.filter(offered__isnull=False).count()
    if free > 0:
        waiting = line.filter(offered=None, seen__gte=now - AWAKE)
        for pk in waiting.values_list("pk", flat=True)[:free]:
            line.filter(pk=pk, offered=None).update(offered=now)
