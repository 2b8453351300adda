"""The channel layer inside one process: nobody polls, nobody waits for ever, nobody hears the wrong thing."""
from __future__ import unicode_literals

import threading

import pytest
from twisted.internet import reactor

from live.classic import layer as layer_module
from live.classic.layer import MemoryLayer


@pytest.fixture
def layer():
    return MemoryLayer()


@pytest.fixture
def outcomes(monkeypatch):
    """What other threads ask the reactor to do; the test does it by `turn()`."""
    asked = []
    monkeypatch.setattr(reactor, "callFromThread", lambda function, *args: asked.append((function, args)))

    def outcome():
        while asked:
            function, args = asked.pop(0)
            function(*args)
    return outcome


def received(layer, channel):
    """The texts that wait in a channel, in order."""
    return [text for _, text in delivered(layer, channel)]


def delivered(layer, channel="ws!"):
    """(full channel, text) of everything that waits in a channel or in a process's channels ("ws!")."""
    found = []
    while True:
        name, message = layer.receive([channel])
        if name is None:
            return found
        found.append((name, message["text"]))


def test_messages_of_a_channel_keep_their_order(layer):
    for word in ("one", "two", "three"):
        layer.send("websocket.receive", {"text": word})
    assert received(layer, "websocket.receive") == ["one", "two", "three"]


def test_a_worker_that_waits_wakes_with_the_message(layer, monkeypatch):
    monkeypatch.setattr(layer_module, "WAIT_SECONDS", 30)
    found = []
    worker = threading.Thread(target=lambda: found.append(layer.receive(["http.request"], block=True)))
    worker.start()
    layer.send("http.request", {"text": "hello"})
    worker.join(20)
    assert found == [("http.request", {"text": "hello"})]


def test_a_worker_that_waits_in_vain_may_stop(layer, monkeypatch):
    monkeypatch.setattr(layer_module, "WAIT_SECONDS", 0.01)
    assert layer.receive(["http.request"], block=True) == (None, None)


def test_who_does_not_block_does_not_wait(layer, monkeypatch):
    monkeypatch.setattr(layer_module, "WAIT_SECONDS", 30)
    assert layer.receive(["http.request"]) == (None, None)


def test_a_group_reaches_its_members_and_nobody_else(layer):
    layer.group_add("topic-1", "ws!ann")
    layer.group_add("topic-1", "ws!bob")
    layer.group_add("topic-2", "ws!cat")
    layer.send_group("topic-1", {"text": "news"})
    assert sorted(delivered(layer)) == [("ws!ann", "news"), ("ws!bob", "news")]


def test_who_left_a_group_hears_no_more(layer):
    layer.group_add("topic-1", "ws!ann")
    layer.group_discard("topic-1", "ws!ann")
    layer.send_group("topic-1", {"text": "news"})
    assert delivered(layer) == []


def test_a_group_of_nobody_is_no_error(layer):
    layer.send_group("topic-1", {"text": "news"})


def test_a_full_channel_costs_the_other_members_nothing():
    layer = MemoryLayer(capacity=1)
    layer.group_add("topic-1", "one!ann")
    layer.group_add("topic-1", "two!bob")
    layer.send("one!ann", {"text": "old"})
    layer.send_group("topic-1", {"text": "news"})
    assert received(layer, "one!") == ["old"] and received(layer, "two!") == ["news"]


def test_groups_change_while_others_send_to_them(layer):
    errors = []

    def join_and_leave():
        try:
            for number in range(300):
                layer.group_add("topic-1", "ws!%d" % number)
                layer.group_discard("topic-1", "ws!%d" % number)
        except Exception as error:
            errors.append(error)

    def send():
        try:
            for _ in range(300):
                layer.send_group("topic-1", {"text": "news"})
        except Exception as error:
            errors.append(error)
    threads = [threading.Thread(target=work) for work in (join_and_leave, join_and_leave, send, send)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(20)
    assert errors == []


def test_daphne_gets_what_waits_already(layer, outcomes):
    layer.send("ws!ann", {"text": "hello"})
    got = []
    layer.receive_twisted(["ws!"]).addCallback(got.append)
    assert got == [("ws!ann", {"text": "hello"})]


def test_daphne_is_told_when_a_message_comes(layer, outcomes):
    got = []
    layer.receive_twisted(["ws!"]).addCallback(got.append)
    assert got == []
    layer.send("ws!ann", {"text": "hello"})
    outcomes()
    assert got == [("ws!ann", {"text": "hello"})]


def test_daphne_is_not_told_of_messages_for_workers(layer, outcomes):
    got = []
    layer.receive_twisted(["ws!"]).addCallback(got.append)
    layer.send("websocket.receive", {"text": "hello"})
    outcomes()
    assert got == []


def test_daphne_asks_again_when_somebody_else_took_it(layer, outcomes):
    got = []
    layer.receive_twisted(["ws!"]).addCallback(got.append)
    layer.send("ws!ann", {"text": "hello"})
    delivered(layer)
    outcomes()
    assert got == [(None, None)]


def test_two_messages_are_two_answers(layer, outcomes):
    got = []
    layer.receive_twisted(["ws!"]).addCallback(got.append)
    layer.send("ws!ann", {"text": "one"})
    layer.send("ws!ann", {"text": "two"})
    outcomes()
    layer.receive_twisted(["ws!"]).addCallback(got.append)
    assert [message["text"] for _, message in got] == ["one", "two"]


def test_what_has_expired_is_looked_for_now_and_then_and_not_for_each_message(layer, monkeypatch):
    looks = []
    monkeypatch.setattr(layer, "_clean_expired", lambda: looks.append("look"))
    for _ in range(3):
        layer.send("ws!ann", {"text": "hello"})
        assert layer.receive(["ws!"]) == ("ws!ann", {"text": "hello"})
    assert len(looks) == 1
    layer._cleaned -= layer_module.CLEAN_SECONDS
    layer.receive(["ws!"])
    assert len(looks) == 2


def test_what_has_expired_is_told_to_nobody(layer):
    layer.expiry = -1
    layer.send("ws!ann", {"text": "hello"})
    assert layer.receive(["ws!"]) == (None, None)
