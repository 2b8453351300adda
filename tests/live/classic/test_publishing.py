"""What reaches the sockets from elsewhere: news of pages, words aside, and goodbyes."""
from __future__ import unicode_literals

import threading

import pytest
from channels.asgi import channel_layers
from redis.exceptions import ConnectionError

from live import base
from live.base import Update
from live.classic import consumer, routing
from live.outage import Outage
from tests.live.words import news


def test_a_disconnect_closes_every_device_of_a_person(party):
    phone, tablet, bob = party.enter("ann"), party.enter("ann"), party.enter("bob")
    bob.heard
    consumer.publish(party.handler, Update(party.topic, 0, 0, "", {}, {"ann": "seat_moved"}))
    assert phone.heard[-2:] == tablet.heard[-2:] == ["goodbye seat_moved", 4000]
    assert bob.heard == []


def test_each_device_hears_in_its_own_language_that_it_must_go(party):
    phone = party.enter("ann", headers=[[b"cookie", b"a=b; language=fr"], [b"accept-language", b"de"]])
    tablet = party.enter("ann", headers=[[b"accept-language", b"es-MX,en;q=0.5"]])
    consumer.publish(party.handler, Update(party.topic, 0, 0, "", {}, {"ann": "seat_moved"}))
    assert phone.heard[-2:] == ["fr goodbye seat_moved", 4000]
    assert tablet.heard[-2:] == ["es goodbye seat_moved", 4000]


def test_a_frame_is_answered_in_the_language_of_its_client(party):
    ann, bob = party.enter("ann", headers=[[b"cookie", b"language=he"]]), party.enter("bob")
    party.send(ann, "crash")
    party.send(bob, "crash")
    assert ann.heard[-1] == "he server_error crash" and bob.heard[-1] == "server_error crash"


def test_whoever_was_sent_away_is_not_served_any_more(party):
    ann, bob, tv = party.enter("ann"), party.enter("bob"), party.enter()
    base.publish(party.handler, Update(party.topic, 0, 0, "", {}, {"ann": "kicked"}))
    party.send(ann, "tea")
    party.send(bob, "milk")
    party.send(tv, "cake")
    party.leave(ann)
    assert party.handler.words(party.topic) == ["+ann", "+bob", "milk", "cake", "-ann"]


def test_a_word_aside_reaches_every_device_of_one_person(party):
    phone, tablet, bob = party.enter("ann"), party.enter("ann"), party.enter("bob")
    bob.heard
    base.publish(party.handler, Update(party.topic, 0, 0, "", {"ann": "sent"}, {}))
    assert phone.heard[-1] == tablet.heard[-1] == "sent" and bob.heard == []


def test_a_word_aside_may_come_from_any_thread(party):
    ann = party.enter("ann")
    word = Update(party.topic, 0, 0, "", {"ann": "sent"}, {})
    thread = threading.Thread(target=base.publish, args=(party.handler, word))
    thread.start()
    thread.join(20)
    assert ann.heard[-1] == "sent"


def test_whoever_publishes_does_not_fail_when_redis_is_away_and_says_so_once(party, monkeypatch, caplog):
    def away(*args):
        raise ConnectionError("no Redis")
    layer = channel_layers["default"].channel_layer
    monkeypatch.setattr(consumer, "LAYER", Outage())
    caplog.set_level("INFO", "live")
    with monkeypatch.context() as now:
        for name in ("send_group", "send"):
            now.setattr(layer, name, away)
        for _ in range(5):
            base.publish(party.handler, news(1, party.topic))
            with pytest.raises(base.UnsentError):
                base.send_task("task", 1)
    base.publish(party.handler, news(1, party.topic))
    said = [record.getMessage() for record in caplog.records if record.name == "live"]
    assert len(said) == 2 and "no Redis" in said[0] and "back" in said[1]


def test_everybody_is_asked_to_connect_again(party):
    ann, tv = party.enter("ann"), party.enter()
    consumer.send_everybody_away()
    assert ann.heard[-1] == tv.heard[-1] == 4412
    party.send(ann, "tea")
    assert "tea" not in party.handler.words(party.topic)


def test_news_from_a_page_reach_the_sockets(party):
    line = party.enter()
    base.publish(party.handler, news(1, party.topic, "joined"))
    assert line.heard[-1] == "news 2 joined"


def test_a_task_runs_and_its_failure_is_no_end():
    class Message(object):
        content = {"payload": {"days": 30}}
    done = []
    routing._task(done.append)(Message())
    routing._task(lambda payload: 1 // 0)(Message())
    assert done == [{"days": 30}]
