"""What the log must not tell.

Everything that is written goes through here: messages, arguments, tracebacks.
"""
from __future__ import unicode_literals

import logging
import threading

from common.compat import monotonic
from common.web.secret_paths import cut

LINE_LENGTH, LINES_A_MINUTE = 300, 30


class DiscreetFormatter(logging.Formatter):
    """Cuts secrets out of the finished text, wherever in the record they came from."""

    def format(self, record):
        return cut(logging.Formatter.format(self, record))


class BadRequests(logging.Filter):
    """Bounds what Django's loggers `django.security...` write: a line for each bad request, with whatever the
    client wrote in it.

    Each line has at most LINE_LENGTH characters and no traceback; each process writes LINES_A_MINUTE of them.
    """

    def __init__(self):
        super(BadRequests, self).__init__()
        self._lock = threading.Lock()
        self.forget()

    def forget(self):
        """From now on as if nothing had been written."""
        self._began, self._written = None, 0

    def filter(self, record):
        """Whether to write the record."""
        if not record.name.startswith("django.security"):
            return True
        text = record.getMessage()
        record.msg, record.args = (text if len(text) <= LINE_LENGTH else text[:LINE_LENGTH] + " ..."), ()
        record.exc_info = record.exc_text = None
        return self._has_room()

    def _has_room(self):
        with self._lock:
            now = monotonic()
            if self._began is None or not 0 <= now - self._began < 60:
                self._began, self._written = now, 0
            self._written += 1
            return self._written <= LINES_A_MINUTE
