"""Redis goes away and comes back: what the log says, and how long to wait. Knows no Channels.

What the log says of the database stands in common/outage.py, once for the whole process.
"""
from __future__ import unicode_literals

import logging
import threading

from django.db import InterfaceError, OperationalError
from redis.exceptions import RedisError

logger = logging.getLogger("live")
# What a layer raises when Redis cannot be reached; a mistake of our own is none of these.
LAYER_ERRORS = (RedisError, EnvironmentError)
# The database is down, locked or out of reach: nobody's fault, and trying again may help.
DATABASE_ERRORS = (InterfaceError, OperationalError)
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 5.0


class Outage(object):
    """The channel layer's, one for each process, shared by its threads: one line when it goes,
    one when it is back.
    """

    def __init__(self):
        self._lock, self.is_on = threading.Lock(), False

    def began(self, error, doing="A worker stumbled; it goes on."):
        """The layer failed with `error`.

        Anything but an outage is logged as `doing`, with its traceback, each time.
        """
        if not isinstance(error, LAYER_ERRORS):
            logger.error(doing, exc_info=True)
            return
        with self._lock:
            is_first, self.is_on = not self.is_on, True
        if is_first:
            logger.error("The channel layer is away (%s); trying again until it is back.", reason(error))

    def ended(self):
        """The layer has answered."""
        if not self.is_on:
            return
        with self._lock:
            was_on, self.is_on = self.is_on, False
        if was_on:
            logger.info("The channel layer is back.")


LAYER = Outage()


def reason(error):
    """A word for the log; some errors have no message of their own."""
    return ("%s" % error).strip() or type(error).__name__


def pause(failures):
    """How many seconds to wait after so many failures in a row."""
    return min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(failures, 10))
