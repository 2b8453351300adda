"""Work for the background worker: rooms that nobody has used for a month are cleared away.

Those in which somebody with an account has played are kept for their memories, but not listed any more.
"""
from __future__ import unicode_literals

import datetime
import logging

from django.conf import settings
from django.utils import timezone

from game.models import Room, RoundResult
from live import Unsent, send_task

TIDY_ROOMS = "tidy-rooms"
logger = logging.getLogger("game")


def ask_to_tidy():
    """Ask the worker to tidy up; cheap enough to call whenever a room is opened."""
    try:
        send_task(TIDY_ROOMS, {"days": settings.KEEP_ROOMS_DAYS})
    except Unsent:
        logger.warning("No worker could be told to tidy up; the next new room asks again.")


def tidy_rooms(payload):
    """Delete the rooms that were last used more than payload["days"] days ago and hold nobody's memories."""
    before = timezone.now() - datetime.timedelta(days=payload["days"])
    old = Room.objects.filter(used__lt=before)
    old.filter(listed=True).update(listed=False)
    dear = RoundResult.objects.filter(room__used__lt=before, room__players__user__isnull=False)
    forgotten = old.exclude(pk__in=dear.order_by().values("room"))
    count = forgotten.count()
    forgotten.delete()
    if count:
        logger.info("Cleared away %d rooms that nobody has used for %d days.", count, payload["days"])
