"""Sockets, updates to everybody in a room, and background tasks.

The only package that imports Channels; it knows no game.

What it serves is listed in the module that settings.LIVE_ROUTES names: HANDLERS, TASKS and
perhaps EVERY_MINUTE (see base.py and clock.py).
"""
from __future__ import unicode_literals

from live.base import (  # noqa: F401
    Busy,
    DirectMessage,
    GoneError,
    Place,
    Refused,
    UnsentError,
    Update,
    publish,
    send_task,
    streamed,
)
