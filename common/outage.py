"""A database that goes away and comes back: one line in the log for each,
however many requests and tasks meet it.
"""
from __future__ import unicode_literals

import logging
import threading
import time

import six

from common.storage import database

logger = logging.getLogger("database")
SECONDS_BETWEEN_LOOKS = 1


class Outage(object):
    """What this process knows of the database; `look` returns what is wrong with it, or ""."""

    def __init__(self, look=database.problem):
        self._look, self._lock, self._away = look, threading.Lock(), False

    def began(self, error):
        """Something failed with this exception or text.

        The first failure is logged; a thread watches out for the end.
        """
        with self._lock:
            if self._away:
                return
            self._away = True
        why = error if isinstance(error, six.text_type) else database.reason(error)
        logger.error("The database is away (%s). Who asks is told to try again.", why)
        thread = threading.Thread(target=self._watch, name="database-outage")
        thread.daemon = True
        thread.start()

    def _watch(self):
        time.sleep(SECONDS_BETWEEN_LOOKS)
        while self._look():
            time.sleep(SECONDS_BETWEEN_LOOKS)
        with self._lock:
            self._away = False
        logger.info("The database is back.")


outage = Outage()


class OncePerOutage(logging.Filter):
    """Keeps errors of a database that is away out of the log, wherever they come from, but for one line."""

    def filter(self, record):
        """Whether to write the record."""
        if getattr(record, "status_code",
                   None) == 503:  # Django's line about an answer that is such an error's
            return False
        error = record.exc_info[1] if record.exc_info else None
        if error is None or not database.is_away(error):
            return True
        outage.began(error)
        return False
