"""Sending tasks and publishing from outside the event loop: pages, workers, other processes."""
import asyncio

import pytest
from redis.exceptions import ConnectionError

from live import base
from live.current import consumer
from tests.live.words import Words, news


def test_a_task_is_sent_as_plain_data(layer):
    base.send_task("task", {"days": 30})
    assert asyncio.run(layer.receive("task")) == {"type": "live.task", "payload": {"days": 30}}


def test_many_go_in_their_order_until_one_finds_no_place(layer):
    layer.capacity = 2
    with pytest.raises(base.UnsentError):
        base.send_task("task", 1, 2, 3)
    assert [asyncio.run(layer.receive("task"))["payload"] for _ in range(2)] == [1, 2]


def test_a_full_channel_is_said_to_be_full(layer):
    layer.capacity = 1
    base.send_task("task", 1)
    with pytest.raises(base.UnsentError, match="task"):
        base.send_task("task", 2)


def test_a_layer_that_is_away_or_hangs_does_not_keep_anybody(layer, monkeypatch):
    monkeypatch.setattr(consumer, "SEND_SECONDS", 0.05)

    async def away(channel, message):
        raise ConnectionError("no Redis")
    for trouble in (away, lambda channel, message: asyncio.sleep(60)):
        layer.send = trouble
        with pytest.raises(base.UnsentError):
            base.send_task("task", 1)


def test_a_mistake_of_ours_is_no_trouble_of_the_layer(layer):
    with pytest.raises(TypeError):
        base.send_task("a name with spaces", 1)


def test_a_process_without_sockets_tells_those_that_have_some(layer, settings):
    settings.REDIS_URL, told = "redis://localhost/0", []

    async def hear(group, message):
        told.append((group, message["version"]))
    layer.group_send = hear
    base.publish(Words(1), news(1))
    assert told == [("topic.1", 2)]


def test_whoever_publishes_does_not_fail_when_redis_is_away_and_says_so_once(layer, settings, caplog):
    settings.REDIS_URL, send = "redis://localhost/0", layer.group_send
    caplog.set_level("INFO", "live")

    async def away(*args):
        raise ConnectionError("no Redis")
    layer.group_send = layer.send = away
    for _ in range(5):
        base.publish(Words(1), news(1))
        with pytest.raises(base.UnsentError):
            base.send_task("task", 1)
    layer.group_send = send
    base.publish(Words(1), news(1))
    assert len(caplog.records) == 2 and "no Redis" in caplog.text and "Traceback" not in caplog.text
