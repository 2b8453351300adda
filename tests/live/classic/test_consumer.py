"""The consumers of Channels 1: the same scenes as at the hub, one message at a time."""
from __future__ import unicode_literals

import itertools
import threading

import pytest
from channels import Channel
from channels.asgi import channel_layers, get_channel_layer
from django.db import InterfaceError, OperationalError
from redis.exceptions import ConnectionError

from live import base
from live.base import Update
from live.classic import consumer, routing
from tests.live.faults import Unread
from tests.live.words import Words, news

TOPICS = itertools.count(1000)


@pytest.fixture
def party(monkeypatch):
    """A table of its own: no other test shares its topic."""
    monkeypatch.setattr(consumer, "_sockets", {})
    return Party(next(TOPICS))


class Party(object):
    def __init__(self, topic):
        self.topic, self.handler = topic, Words(topic)
        self.consumer, self.doors = consumer.RoomConsumer(self.handler), itertools.count(1)

    def enter(self, who=None, session=None, **content):
        """A Line that has connected."""
        line = Line("ws!%d-%d" % (self.topic, next(self.doors)))
        message = line.message(**content)
        message.http_session = session
        self.consumer.connect(message, {"topic": self.topic, "who": who})
        return line

    def send(self, line, *frames):
        for frame in frames:
            self.consumer.receive(line.message(text=frame), {})

    def leave(self, line):
        self.consumer.disconnect(line.message(), {})


class Line(object):
    """A client's end: `heard` is what came since it was last asked."""

    http_session, delivered = None, {}

    def __init__(self, name):
        self.channel = Channel(name)

    def message(self, **content):
        message = Line(self.channel.name)
        message.reply_channel, message.content = self.channel, content
        return message

    @property
    def heard(self):
        while True:
            name, message = get_channel_layer().receive(["ws!"])
            if message is None:
                return self.delivered.pop(self.channel.name, [])
            self.delivered.setdefault(name, []).extend(message[part] for part in ("text", "close")
                                                       if part in message)


def test_a_first_socket_is_welcomed_and_its_arrival_told(party):
    assert party.enter("ann").heard == ["welcome ann at 1", "news 2 +ann"]


def test_a_spectator_arrives_without_a_word(party):
    assert party.enter().heard == ["welcome spectator at 1"] and party.handler.words(party.topic) == []


def test_the_handler_is_told_what_the_address_asks_for(party):
    screen = party.enter("ann", query_string=b"watch=yes")
    assert screen.heard == ["welcome spectator at 1"] and party.handler.batches == []


def test_a_stranger_hears_why_and_is_closed(party):
    line = party.enter("stranger")
    assert line.heard == ["goodbye stranger", 4403]
    party.send(line, "tea")
    assert party.handler.words(party.topic) == []


def test_a_room_that_is_gone_says_so(party):
    del party.handler.stored[party.topic]
    assert party.enter().heard == ["goodbye no_such_room", 4000]


def test_whoever_comes_while_the_database_is_away_hears_so(party):
    assert party.enter("ann", session=Unread()).heard == ["goodbye busy", 4000]


def test_everybody_hears_of_a_move_and_its_sender_gets_an_answer(party):
    ann, bob, tv = party.enter("ann"), party.enter("bob"), party.enter()
    assert [ear.heard[0][:7] for ear in (ann, bob, tv)] == ["welcome"] * 3
    party.send(ann, "tea")
    assert ann.heard == ["news 4 tea", "ok tea"]
    assert bob.heard == tv.heard == ["news 4 tea"]


def test_a_private_message_reaches_one_person_on_all_devices(party):
    phone, tablet, bob = party.enter("ann"), party.enter("ann"), party.enter("bob")
    party.send(bob, "whisper")
    assert phone.heard[-1] == tablet.heard[-1] == "only for ann"
    assert "only for ann" not in bob.heard


def test_only_the_last_socket_of_a_person_is_a_departure(party):
    one, two = party.enter("ann"), party.enter("ann")
    party.leave(one)
    assert "-ann" not in party.handler.words(party.topic)
    party.leave(two)
    assert party.handler.words(party.topic)[-1] == "-ann"


def test_who_left_hears_no_more(party):
    ann, bob = party.enter("ann"), party.enter("bob")
    party.leave(ann)
    ann.heard
    party.send(bob, "tea")
    assert ann.heard == []


def test_a_move_that_changes_nothing_is_answered_and_not_stored(party):
    line = party.enter()
    party.send(line, "idle")
    assert line.heard[-1] == "ok idle" and party.handler.commits == []


def test_a_request_that_needs_the_database_is_prepared(party):
    line = party.enter()
    party.send(line, "book")
    assert party.handler.words(party.topic) == ["book after 1"] and line.heard[-1] == "ok book"


def test_questions_are_answered_to_one_socket_only(party):
    one, two = party.enter(), party.enter()
    one.heard, two.heard
    party.send(one, "ping", "sync")
    assert one.heard == ["pong at 1", "welcome spectator at 1"] and two.heard == []


def test_a_lost_race_is_played_again_on_what_the_other_wrote(party):
    line, commit, late = party.enter(), party.handler.commit, []

    def somebody_first(outcomes):
        if not late:
            late.append(True)
            party.handler.overtake(party.topic, "theirs")
        return commit(outcomes)
    party.handler.commit = somebody_first
    party.send(line, "ours")
    assert party.handler.words(party.topic) == ["theirs", "ours"] and line.heard[-1] == "ok ours"


def test_it_gives_up_when_others_are_always_first(party):
    line = party.enter()
    party.handler._swap = lambda outcome: False
    party.send(line, "tea")
    assert line.heard[-1] == "busy tea" and len(party.handler.commits) == consumer.MOST_RACES


@pytest.mark.parametrize("error, answer", [
    (OperationalError("locked"), "busy tea"), (InterfaceError("closed"), "busy tea"),
    (KeyError(), "server_error tea")])
def test_a_failure_answers_and_the_next_move_is_served(party, error, answer):
    line, commit = party.enter(), party.handler.commit

    def fail(outcomes):
        raise error
    party.handler.commit = fail
    party.send(line, "tea")
    assert line.heard[-1] == answer
    party.handler.commit = commit
    party.send(line, "milk")
    assert line.heard == ["news 2 milk", "ok milk"]


def test_a_broken_request_is_our_error_and_changes_nothing(party):
    line = party.enter()
    party.send(line, "crash")
    assert line.heard[-1] == "server_error crash" and party.handler.words(party.topic) == []


def test_a_bad_frame_is_refused(party):
    line = party.enter()
    party.send(line, "junk")
    assert line.heard[-1] == "refused junk" and party.handler.batches == []


def test_a_frame_that_is_too_big_closes(party):
    line = party.enter()
    line.heard
    party.send(line, "x" * (base.FRAME_BYTES + 1), "tea")
    assert line.heard == ["goodbye too_big", 4000] and party.handler.words(party.topic) == []


def test_who_talks_too_fast_is_told_once_and_then_hung_up(party, monkeypatch):
    monkeypatch.setattr("live.base.monotonic", lambda: 1000.0)
    line = party.enter()
    party.send(line, *["ping"] * 300)
    heard = line.heard
    assert heard.count("pong at 1") == 60
    assert [text for text in heard
            if text != "pong at 1"][1:] == ["goodbye too_fast", "goodbye too_fast", 4000]


def test_a_socket_that_a_former_worker_knew_connects_again(party):
    line = Line("ws!%d-unknown" % party.topic)
    party.send(line, "tea")
    assert line.heard == [4412]


def test_a_disconnect_closes_every_device_of_a_person(party):
    phone, tablet, bob = party.enter("ann"), party.enter("ann"), party.enter("bob")
    bob.heard
    consumer.publish(party.handler, Update(party.topic, 0, 0, "", {}, {"ann": "seat_moved"}))
    assert phone.heard[-2:] == tablet.heard[-2:] == ["goodbye seat_moved", 4000]
    assert bob.heard == []


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
    caplog.set_level("INFO", "live")
    with monkeypatch.context() as now:
        for name in ("send_group", "send"):
            now.setattr(layer, name, away)
        for _ in range(5):
            base.publish(party.handler, news(1, party.topic))
            with pytest.raises(base.UnsentError):
                base.send_task("task", 1)
    base.publish(party.handler, news(1, party.topic))
    assert len(caplog.records) == 2 and "no Redis" in caplog.text and "Traceback" not in caplog.text


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
