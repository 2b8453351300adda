"""What the log must not tell. Everything that is written goes through here: messages, arguments, tracebacks."""
from __future__ import unicode_literals

import logging

from common.secret_paths import cut


class DiscreetFormatter(logging.Formatter):
    """Cuts secrets out of the finished text, wherever in the record they came from."""

    def format(self, record):
        return cut(logging.Formatter.format(self, record))


class OneLine(logging.Filter):
    """Takes the traceback off records that say all in one line."""

    def filter(self, record):
        """Always True: the record is written."""
        record.exc_info = record.exc_text = None
        return True
