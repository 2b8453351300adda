"""Redis goes away and comes back under a running server: people sign in all the while,
and limits go on counting.
"""
import time

import pytest
import redis as redis_client

from tests.outside.harness.process import patience, wait_until
from tests.outside.harness.redis import Redis
from tests.outside.harness.server import is_classic
from tests.outside.visitors import Visitor

PASSWORD = "two geese at noon"
# Twenty in ten minutes are let through; another twenty, should the ten minutes end on the way.
GUESSES = 45


@pytest.fixture
def redis(tmp_path):
    """A Redis of the test's own, since others would miss theirs."""
    (tmp_path / "redis").mkdir()
    redis = Redis(tmp_path / "redis").start()
    yield redis
    redis.stop()


def guess(site, times=GUESSES):
    stranger = Visitor(site.url)
    return [stranger.get("/rooms/KX7PQ/").status_code for _ in range(times)]


def account(visitor, name):
    return visitor.post("/accounts/signup/", username=name, email="", password1=PASSWORD, password2=PASSWORD)


def is_signed_in(visitor):
    return "/accounts/login/" not in visitor.get("/accounts/profile/").url


@pytest.mark.skipif(is_classic(), reason="requests themselves travel through Redis there, so nothing is "
                                         "answered without")
def test_people_sign_in_and_guesses_are_counted_while_redis_is_away(redis, new_server):
    site = new_server({"REDIS_URL": redis.url})
    account(Visitor(site.url), "ann")
    redis.kill()

    begun = time.monotonic()
    assert 429 in guess(site)
    assert time.monotonic() - begun < patience(20), "each request waits for Redis"
    ann, bob = Visitor(site.url), Visitor(site.url)
    ann.post("/accounts/login/", login="ann", password=PASSWORD)
    account(bob, "bob")
    assert is_signed_in(ann) and is_signed_in(bob)
    assert Visitor(site.url).post("/accounts/password/reset/", email="ann@example.org").status_code == 200

    redis.start()
    wait_until(lambda: guess(site, 1) and "cache redis is back" in site.log(), 60, site.log, site.alive)
    assert 429 in guess(site)
    assert redis_client.Redis(port=redis.port).dbsize() > 0
    assert site.log().count("cache redis is away") == site.log().count("cache redis is back") == 1
