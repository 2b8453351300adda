"""Signs of life beside long work: as long as it runs, whatever a beat does, and not for ever."""
from __future__ import unicode_literals

import threading

import pytest

from common.heartbeat import Heartbeat

SECONDS = 0.002


class Heart(object):
    """Counts beats; `enough` is set after three of them."""

    def __init__(self, error=None):
        self.beats, self.enough, self.error = 0, threading.Event(), error

    def __call__(self):
        self.beats += 1
        if self.beats == 3:
            self.enough.set()
        if self.error:
            raise self.error


def test_it_beats_while_the_work_goes_on_and_no_longer():
    heart = Heart()
    with Heartbeat(heart, SECONDS, 10000):
        assert heart.enough.wait(20)
    beats = heart.beats
    assert not threading.Event().wait(10 * SECONDS) and heart.beats == beats


def test_a_beat_that_fails_is_logged_and_others_follow(caplog):
    heart = Heart(ValueError("no line"))
    with Heartbeat(heart, SECONDS, 10000):
        assert heart.enough.wait(20)
    assert "no line" in caplog.text


def test_work_that_hangs_is_dead_in_the_end():
    heart = Heart()
    heartbeat = Heartbeat(heart, SECONDS, 5)
    with heartbeat:
        heartbeat._thread.join(20)
        assert heart.beats == 5


def test_what_goes_wrong_with_the_work_comes_out():
    with pytest.raises(ZeroDivisionError):
        with Heartbeat(Heart(), SECONDS, 5):
            1 // 0
