"""Redis or the database goes away and comes back: what the log says, and how long to wait. Knows no Channels."""
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
    """One for each process and service, shared by its threads: one line when it goes, one when it is back."""

    def __init__(self, service="The channel layer", errors=LAYER_ERRORS):
        self.service, self.errors = service, errors
        self._lock, self.is_on = threading.Lock(), False

    def began(self, error, doing="A worker stumbled; it goes on."):
        """The service failed with `error`. Anything but an outage is logged as `doing`, with its traceback, each time."""
        if not isinstance(error, self.errors):
            logger.error(doing, exc_info=True)
            return
        with self._lock:
            is_first, self.is_on = not self.is_on, True
        if is_first:
            logger.error("%s is away (%s); trying again until it is back.", self.service, reason(error))

    def ended(self):
        """The service has answered."""
        if not self.is_on:
            return
        with self._lock:
            was_on, self.is_on = self.is_on, False
        if was_on:
            logger.info("%s is back.", self.service)


LAYER = Outage()
DATABASE = Outage("The database", DATABASE_ERRORS)


def reason(error):
    """A word for the log; some errors have no message of their own."""
    return ("%s" % error).strip() or type(error).__name__


def pause(failures):
    """How many seconds to wait after so many failures in a row."""
    return min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(failures, 10))
