"""The system's clock may be set at any moment; the game's time goes on."""
from __future__ import unicode_literals

import io
import os
import re

import pytest

from common.clock import SteadyClock
from tests import sources

HOUR = 3600


class Times(object):
    """A wall clock that somebody sets, and a monotonic clock that nobody can."""

    def __init__(self):
        self.wall, self.ticks = 1700000000.0, 50.0
        self.clock = SteadyClock(lambda: self.wall, lambda: self.ticks)

    def pass_by(self, seconds):
        self.wall += seconds
        self.ticks += seconds
        return self.clock.now()


@pytest.fixture
def times():
    return Times()


def test_it_shows_the_time_of_the_wall(times):
    assert times.pass_by(90) == times.wall


@pytest.mark.parametrize("jump", [HOUR, -HOUR])
def test_a_minute_stays_a_minute_when_the_wall_clock_jumps(times, jump):
    before = times.clock.now()
    times.wall += jump
    assert 54 <= times.pass_by(60) - before <= 66


@pytest.mark.parametrize("jump", [HOUR, -HOUR])
def test_it_meets_the_wall_clock_again_in_ten_hours_of_play(times, jump):
    times.wall += jump
    for _ in range(10 * HOUR):
        times.pass_by(1.001)
    assert times.clock.now() == pytest.approx(times.wall)


def test_it_never_goes_back(times):
    times.wall -= HOUR
    seen = [times.pass_by(0.001) for _ in range(1000)]
    assert seen == sorted(seen)


def test_after_a_day_without_play_it_follows_at_once(times):
    times.wall -= HOUR
    assert times.pass_by(24 * HOUR) == times.wall


# The game's clock itself, and what compares with times that are stored in files.
WALL_CLOCKS = {os.path.join("common", "clock.py"), os.path.join("invitations", "mail", "file_cleanup.py")}


def test_nothing_else_measures_time_by_a_clock_that_can_be_set():
    found = []
    for path in sources.paths():
        with io.open(os.path.join(sources.ROOT, path), encoding="utf-8") as source:
            if re.search(r"\btime\.time\b", source.read()):
                found.append(path)
    assert set(found) == WALL_CLOCKS
