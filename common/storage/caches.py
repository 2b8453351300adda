"""A cache that goes on without its server: while Redis is away, a bounded cache of this process stands in for
it.

All limits are counted in the cache, those of libraries too, so this is the one place that keeps them
counting. Counts are not carried over: an outage begins and ends with fresh ones, and meanwhile each process
counts alone.
"""
from __future__ import unicode_literals

import logging
import threading

from django.core.cache import caches
from django.core.cache.backends.base import BaseCache
from redis.exceptions import RedisError

from common.compat import monotonic

logger = logging.getLogger(__name__)
FAILURES = (RedisError, EnvironmentError)
RETRY_SECONDS = 5


class Breaker(object):
    """Whether a server may be asked; one for each process, shared by its threads.

    After a failure nobody asks for RETRY_SECONDS, and then one caller at a time does: a server that does not
    answer costs a caller its whole timeout, which most requests should not pay.
    """

    def __init__(self, name):
        self._name, self._lock, self._next_try = name, threading.Lock(), None

    def allows(self):
        """Whether to ask the server now."""
        with self._lock:
            if self._next_try is None:
                return True
            # More than that is a clock that was set back.
            if 0 < self._next_try - monotonic() <= RETRY_SECONDS:
                return False
            self._next_try = monotonic() + RETRY_SECONDS
            return True

    def failed(self, error):
        with self._lock:
            is_first, self._next_try = self._next_try is None, monotonic() + RETRY_SECONDS
        if is_first:
            logger.warning("The cache %s is away (%s); this process counts limits in its own memory until it "
                           "is back.",
                           self._name, "%s" % error or type(error).__name__)

    def answered(self):
        with self._lock:
            was_away, self._next_try = self._next_try is not None, None
        if was_away:
            logger.warning("The cache %s is back.", self._name)


_breakers = {}


def _delegated(name):
    def method(self, *args, **kwargs):
        return self._ask(name, args, kwargs)
    method.__name__ = str(name)
    return method


class FallbackCache(BaseCache):
    """LOCATION is the alias of the cache to use, OPTIONS["FALLBACK"] of the one that stands in for it."""

    add, get, set, delete, clear = [_delegated(name) for name in ("add", "get", "set", "delete", "clear")]
    touch, has_key, incr = [_delegated(name) for name in ("touch", "has_key", "incr")]
    get_many, set_many, delete_many = [_delegated(name) for name in ("get_many", "set_many", "delete_many")]

    def __init__(self, location, params):
        super(FallbackCache, self).__init__(params)
        self._main, self._fallback = location, params["OPTIONS"]["FALLBACK"]
        self._breaker = _breakers.setdefault(location, Breaker(location))

    def _ask(self, name, args, kwargs):
        if self._breaker.allows():
            try:
                answer = getattr(caches[self._main], name)(*args, **kwargs)
            except FAILURES as error:
                self._breaker.failed(error)
            else:
                self._breaker.answered()
                return answer
        return getattr(caches[self._fallback], name)(*args, **kwargs)
