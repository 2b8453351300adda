"""A channel layer that goes away and comes back: what the log says, and how long to wait. Knows no Channels."""
from __future__ import unicode_literals

import logging
import threading

from redis.exceptions import RedisError

logger = logging.getLogger("live")
# What a layer raises when Redis cannot be reached; a mistake of our own is none of these.
LAYER_ERRORS = (RedisError, EnvironmentError)
FIRST_PAUSE, LONGEST_PAUSE = 0.1, 5.0


class Outage(object):
    """One for each process, shared by its threads: one line when the layer goes, one when it is back."""

    def __init__(self):
        self._lock, self._away = threading.Lock(), False

    def began(self, error):
        """A listener was stopped by `error`. Anything but an outage is logged with its traceback, each time."""
        if not isinstance(error, LAYER_ERRORS):
            logger.error("A worker stumbled; it goes on.", exc_info=True)
            return
        with self._lock:
            is_first, self._away = not self._away, True
        if is_first:
            logger.error("The channel layer is away (%s); trying again until it is back.", reason(error))

    def ended(self):
        """A listener could reach the layer."""
        with self._lock:
            was_away, self._away = self._away, False
        if was_away:
            logger.info("The channel layer is back.")


def reason(error):
    """A word for the log; some errors have no message of their own."""
    return "%s" % error or type(error).__name__


def pause(failures):
    """How many seconds to wait after so many failures in a row."""
    return min(LONGEST_PAUSE, FIRST_PAUSE * 2 ** min(failures, 10))
