"""How fast one socket may talk."""
from __future__ import unicode_literals

import time

import pytest

from live import base


@pytest.fixture
def clock(monkeypatch):
    """A clock that a test moves: clock.now += seconds."""
    class Clock(object):
        now = 1000.0
    monkeypatch.setattr("live.base.monotonic", lambda: Clock.now)
    return Clock


def take(bucket, count):
    return [bucket.take() for _ in range(count)]


def test_sixty_frames_at_once_are_served(clock):
    assert take(base.Bucket(), 60) == [""] * 60


def test_the_next_ones_are_told_once_and_then_dropped(clock):
    bucket = base.Bucket()
    take(bucket, 60)
    assert take(bucket, 3) == ["slow", "drop", "drop"]


def test_twenty_a_second_are_served_after_that(clock):
    bucket = base.Bucket()
    take(bucket, 60)
    clock.now += 1
    assert take(bucket, 21) == [""] * 20 + ["slow"]


def test_a_rest_earns_no_more_than_the_first_burst(clock):
    bucket = base.Bucket()
    clock.now += 3600
    assert take(bucket, 61) == [""] * 60 + ["slow"]


def test_two_hundred_above_the_limit_are_the_end_of_patience(clock):
    bucket = base.Bucket()
    take(bucket, 60)
    assert take(bucket, 201) == ["slow"] + ["drop"] * 199 + ["close"]


def test_a_socket_that_never_rests_is_hung_up_on_at_fifty_frames_a_second(clock):
    bucket, said = base.Bucket(), []
    while "close" not in said:
        clock.now += 0.02
        said += take(bucket, 1)
    assert said.count("slow") == 1 and 400 < len(said) < 450


def test_a_socket_says_three_things_of_a_kind_and_three_a_second_after_that(clock):
    paces = base.Paces()
    assert [paces.allow("face", 3, 3.0) for _ in range(4)] == [True] * 3 + [False]
    clock.now += 1
    assert [paces.allow("face", 3, 3.0) for _ in range(4)] == [True] * 3 + [False]


def test_what_is_said_too_fast_does_not_keep_other_kinds(clock):
    paces = base.Paces()
    assert [paces.allow("face", 1, 1.0), paces.allow("face", 1, 1.0), paces.allow("word", 1, 1.0)] == [True, False, True]


def test_a_rest_restores_patience(clock):
    bucket = base.Bucket()
    take(bucket, 60 + 199)
    clock.now += 2.5
    assert take(bucket, 51) == [""] * 50 + ["drop"]
    clock.now += 3
    assert take(bucket, 261) == [""] * 60 + ["slow"] + ["drop"] * 199 + ["close"]


@pytest.mark.parametrize("jump", [-60, 3600])
def test_a_wall_clock_that_is_set_mutes_nobody(clock, monkeypatch, jump):
    bucket = base.Bucket()
    take(bucket, 60)
    was = time.time()
    monkeypatch.setattr("time.time", lambda: was + jump)
    clock.now += 1
    assert take(bucket, 21) == [""] * 20 + ["slow"]


def test_a_refusal_closes_only_when_told_to():
    assert base.Refused("text").close == 0
    assert base.Refused("text", 4403).close == 4403


def test_the_routes_are_those_of_the_settings():
    assert base.routes().HANDLERS and all(callable(task) for task in base.routes().TASKS.values())


def test_a_frame_is_measured_in_bytes_not_in_letters():
    assert not base.is_too_big("x" * base.FRAME_BYTES)
    assert base.is_too_big("x" * (base.FRAME_BYTES + 1))
    assert base.is_too_big("\u0142" * (base.FRAME_BYTES // 2 + 1))
    assert not base.is_too_big(None)


@pytest.mark.parametrize("query_string, found", [
    (b"view=tv", {"view": "tv"}), ("view=tv&a=%20b", {"view": "tv", "a": " b"}),
    (b"view=tv&view=x", {"view": "x"}),
    (b"", {}), (None, {}), (b"view", {}), (b"view=", {}), (b"\xff=%ff", None)])
def test_the_query_of_an_address_is_read(query_string, found):
    query = base.query_of(query_string)
    assert query == found if found is not None else len(query) == 1
