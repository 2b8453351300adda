"""What the log says while the channel layer is away, and how long nobody asks it again."""
from __future__ import unicode_literals

import logging

import pytest
from redis.exceptions import ConnectionError

from live import outage
from live.outage import Outage, pause, reason


@pytest.fixture
def lines(caplog):
    caplog.set_level(logging.INFO, "live")
    return lambda: [record.getMessage() for record in caplog.records]


def test_an_outage_is_one_line_at_each_end(lines):
    away = Outage()
    for _ in range(5):
        away.began(ConnectionError("no Redis"))
    away.ended()
    away.ended()
    assert lines() == ["The channel layer is away (no Redis); trying again until it is back.",
                       "The channel layer is back."]


def test_each_outage_is_told(lines):
    away = Outage()
    for _ in range(2):
        away.began(ConnectionError("no Redis"))
        away.ended()
    assert len(lines()) == 4


def test_our_own_mistake_is_no_outage_and_shows_where(lines, caplog):
    try:
        1 // 0
    except ZeroDivisionError as error:
        Outage().began(error)
    assert "away" not in lines()[0] and "test_outage.py" in caplog.text


def test_the_pauses_grow_up_to_five_seconds():
    pauses = [pause(failures) for failures in range(2000)]
    assert pauses[0] == outage.FIRST_PAUSE and pauses == sorted(pauses) and pauses[-1] == 5


def test_an_error_without_a_message_is_named():
    assert reason(ConnectionError("no Redis")) == "no Redis" and reason(ConnectionError(
        )) == "ConnectionError"
