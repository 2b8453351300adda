"""How many sockets each client address has open in this process."""
from __future__ import unicode_literals

import logging
from collections import Counter

from django.conf import settings

logger = logging.getLogger("live")


class Addresses(object):
    """Counts up to SOCKETS_PER_ADDRESS; used in one thread only. "" (a client on a Unix socket) has no
    limit.
    """

    def __init__(self):
        self._open, self._told = Counter(), False

    def add(self, address):
        """Count one more; False, and not counted, where the address has as many as it may."""
        if not address:
            return True
        if self._open[address] >= settings.SOCKETS_PER_ADDRESS:
            self._tell()
            return False
        self._open[address] += 1
        return True

    def remove(self, address):
        """One that was counted is closed."""
        if not address:
            return
        self._open[address] -= 1
        if not self._open[address]:
            del self._open[address]

    def _tell(self):
        if not self._told:
            self._told = True
            logger.warning("An address has %d sockets open and gets no more. Behind a proxy set "
                           "TRUSTED_PROXIES, or all players "
                           "count as one; for crowds behind one address raise SOCKETS_PER_ADDRESS.",
                           settings.SOCKETS_PER_ADDRESS)
