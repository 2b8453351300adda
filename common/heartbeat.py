"""Signs of life beside work that gives none by itself."""
from __future__ import unicode_literals

import logging
import threading

from django.db import connections

logger = logging.getLogger(__name__)


class Heartbeat(object):
    """Calls beat() in a thread of its own every `seconds`, while its block runs, and at most `most` times:
    whoever hangs is dead.

        with Heartbeat(beat, 30, 40):
            work()

    A beat that fails is logged, and the next one is tried all the same.
    """

    def __init__(self, beat, seconds, most):
        self._beat, self._seconds, self._left = beat, seconds, most
        self._over = threading.Event()
        self._thread = threading.Thread(target=self._run, name="heartbeat")
        self._thread.daemon = True

    def __enter__(self):
        self._thread.start()
        return self

    def __exit__(self, *error):
        self._over.set()
        self._thread.join()

    def _run(self):
        try:
            while self._left and not self._over.wait(self._seconds):
                self._left -= 1
                self._beat_once()
        finally:
            connections.close_all()

    def _beat_once(self):
        try:
            self._beat()
        except Exception:
            logger.exception("A sign of life could not be given.")
