"""What the cache does while its server is away: it goes on counting, says so once,
and asks again now and then.
"""
from __future__ import unicode_literals

import pytest
from django.core.cache import caches
from django.core.cache.backends.locmem import LocMemCache
from redis.exceptions import ConnectionError

from common.limits import ratelimits
from common.storage import caches as ours

MEMORY = "django.core.cache.backends.locmem.LocMemCache"


class Server(LocMemCache):
    """A cache whose server goes away when `away` is an error;
    `asked` counts the calls that reached for it.
    """

    away, asked = None, 0

    def _reach(self):
        Server.asked += 1
        if Server.away:
            raise Server.away

    def add(self, *args, **kwargs):
        self._reach()
        return super(Server, self).add(*args, **kwargs)

    def get(self, *args, **kwargs):
        self._reach()
        return super(Server, self).get(*args, **kwargs)


@pytest.fixture
def clock(monkeypatch):
    now = [1000.0]
    monkeypatch.setattr(ours, "monotonic", lambda: now[0])
    return now


@pytest.fixture
def cache(settings, clock, monkeypatch):
    """A fallback cache on a Server that is away."""
    settings.CACHES = {
        "default": {"BACKEND": "common.storage.caches.FallbackCache", "LOCATION": "server",
                    "OPTIONS": {"FALLBACK": "memory"}},
        "server": {"BACKEND": "tests.common.test_caches.Server", "LOCATION": "server"},
        "memory": {"BACKEND": MEMORY, "LOCATION": "stand-in"}}
    monkeypatch.setattr(ours, "_breakers", {})
    monkeypatch.setattr(Server, "away", ConnectionError("no Redis"))
    monkeypatch.setattr(Server, "asked", 0)
    for alias in ("server", "memory"):
        caches[alias].clear()
    return caches["default"]


def test_memory_stands_in_for_a_server_that_is_away(cache):
    cache.add("name", "Ann")
    assert cache.get("name") == "Ann" and caches["memory"].get("name") == "Ann"


@pytest.mark.parametrize("error", [EnvironmentError("no route"), ConnectionError("no Redis")])
def test_limits_count_on_whatever_the_server_fails_with(cache, monkeypatch, error):
    monkeypatch.setattr(Server, "away", error)
    assert [ratelimits.hit("codes", "192.0.2.7", "3/d") for _ in range(5)] == [False] * 3 + [True] * 2


def test_a_mistake_of_our_own_is_not_hidden(cache, monkeypatch):
    monkeypatch.setattr(Server, "away", TypeError("no text"))
    with pytest.raises(TypeError):
        cache.get("name")


def test_a_server_that_is_away_is_not_asked_each_time(cache):
    for _ in range(50):
        cache.get("name")
    assert Server.asked == 1


def test_it_is_asked_again_after_a_pause_by_one_caller(cache, clock):
    cache.get("name")
    clock[0] += ours.RETRY_SECONDS + 1
    cache.get("name"), cache.get("name")
    assert Server.asked == 2


def test_a_clock_that_was_set_back_does_not_keep_it_away(cache, clock):
    cache.get("name")
    clock[0] -= 3600
    cache.get("name")
    assert Server.asked == 2


def test_a_server_that_is_back_is_used_again(cache, clock, monkeypatch):
    cache.get("name")
    monkeypatch.setattr(Server, "away", None)
    clock[0] += ours.RETRY_SECONDS + 1
    cache.add("name", "Bob")
    assert cache.get("name") == "Bob" and caches["memory"].get("name") is None


def test_an_outage_is_one_line_at_each_end(cache, clock, monkeypatch, caplog):
    for _ in range(5):
        cache.get("name")
        clock[0] += ours.RETRY_SECONDS + 1
    monkeypatch.setattr(Server, "away", None)
    cache.get("name"), cache.get("name")
    lines = [record.getMessage() for record in caplog.records]
    assert len(lines) == 2 and "server is away (no Redis)" in lines[0] and "server is back" in lines[1]


def test_every_method_of_a_cache_is_covered():
    own = {name for name in vars(LocMemCache)
           if not name.startswith("_")} - {"incr_version", "pickle_protocol"}
    assert own <= set(vars(ours.FallbackCache))
