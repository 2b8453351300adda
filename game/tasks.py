"""Work for the background worker: clearing away old rooms at once, and not only when the clock thinks of it."""
from __future__ import unicode_literals

import logging

from django.conf import settings

from game import clearing
from live import Unsent, send_task

TIDY_ROOMS = "tidy-rooms"
logger = logging.getLogger("game")


def ask_to_tidy():
    """Ask the worker to tidy up; cheap enough to call whenever a room is opened."""
    try:
        send_task(TIDY_ROOMS, {"days": settings.KEEP_ROOMS_DAYS})
    except Unsent:
        logger.warning("No worker could be told to tidy up; the clock will do it.")


def tidy_rooms(payload):
    """Clear away rooms that were last used more than payload["days"] days ago."""
    clearing.clear_rooms(payload["days"])
