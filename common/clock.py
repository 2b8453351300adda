"""The time of the game: wall time that never jumps, however somebody sets the system's clock."""
from __future__ import unicode_literals

import threading
import time
from calendar import timegm

from common.compat import monotonic

__all__ = ["SteadyClock", "in_ms", "now_ms"]
# How much faster or slower than real time it may go to meet the wall clock again: an hour is made up in ten.
SLEW = 0.1


class SteadyClock(object):
    """Seconds since 1970, as the monotonic clock counts them on from the first look at the wall clock.

    It never goes back. A wall clock that was set is followed at a tenth of the time that passes, so no round
    ends or stands still by it. After hours in which nobody asked it may follow in one step: then nobody was
    playing.
    """

    def __init__(self, wall=None, ticks=monotonic):
        self._wall, self._ticks, self._lock = wall or time.time, ticks, threading.Lock()
        self._looked = ticks()
        self._offset = self._wall() - self._looked

    def now(self):
        """The time, a float; safe from any thread."""
        with self._lock:
            ticks = self._ticks()
            most = (ticks - self._looked) * SLEW
            self._looked = ticks
            self._offset += max(-most, min(most, self._wall() - ticks - self._offset))
            return ticks + self._offset


_clock = SteadyClock()


def now_ms():
    """The game's time in milliseconds since 1970."""
    return int(_clock.now() * 1000)


def in_ms(moment):
    """A datetime as milliseconds since 1970, in whole seconds; None for None."""
    return None if moment is None else 1000 * timegm(moment.utctimetuple())
