"""The stairs: sockets, fan-out and background tasks. The only place that knows Channels; it knows no game.

What it serves is listed in the module that settings.LIVE_ROUTES names: HANDLERS, TASKS and
perhaps EVERY_MINUTE (see base.py and clock.py).
"""
from __future__ import unicode_literals

from live.base import Update, GoneError, Place, Refused, UnsentError, publish, send_task  # noqa: F401
