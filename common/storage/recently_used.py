"""Some values that a process keeps in memory."""
from __future__ import unicode_literals

from collections import OrderedDict
from threading import Lock


class RecentlyUsed(object):
    """A dictionary of at most `size` values, safe between threads, that drops the least recently used one."""

    def __init__(self, size):
        self._size, self._values, self._lock = size, OrderedDict(), Lock()

    def get(self, key):
        """The value, or None where there is none (any more)."""
        with self._lock:
            value = self._values.pop(key, None)
            if value is not None:
                self._values[key] = value
            return value

    def put(self, key, value):
        with self._lock:
            self._values.pop(key, None)
            self._values[key] = value
            while len(self._values) > self._size:
                self._values.popitem(last=False)

    def clear(self):
        with self._lock:
            self._values.clear()
