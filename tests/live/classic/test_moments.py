"""What is said beside the game on the classic stack: gathered for a moment, told to everybody, stored nowhere."""
from __future__ import unicode_literals

import pytest
from channels.asgi import channel_layers
from django.db import OperationalError

from live.classic import moments


@pytest.fixture
def over(monkeypatch):
    """Ends the moments that have begun; returns how many those were."""
    begun = []
    monkeypatch.setattr(moments, "later", lambda seconds, call, topic: begun.append((call, topic)))

    def end():
        ended, begun[:] = list(begun), []
        for call, topic in ended:
            call(topic)
        return len(ended)
    return end


def test_what_people_say_in_a_moment_is_one_message_for_everybody(party, over):
    ears = [party.enter("ann"), party.enter("bob"), party.enter()]
    for ear in ears:
        assert ear.heard
        party.send(ear, "hey")
    assert over() == 1
    assert [ear.heard[-1] for ear in ears] == ["heard ann:hey bob:hey None:hey"] * 3


def test_a_screen_is_told_what_is_for_screens(party, over):
    ann, screen = party.enter("ann"), party.enter(query_string="screen=1")
    party.send(ann, "hey")
    over()
    assert (ann.heard[-1], screen.heard[-1]) == ("heard ann:hey", "shown ann:hey")


def test_a_screen_that_has_closed_is_told_nothing(party, over):
    ann, screen = party.enter("ann"), party.enter(query_string="screen=1")
    party.leave(screen)
    party.send(ann, "hey")
    over()
    assert "shown ann:hey" not in screen.heard


def test_each_is_answered_and_nothing_is_stored_or_read(party, over):
    ann = party.enter("ann")
    stored, loads = party.handler.words(party.topic), len(party.handler.loads)
    party.send(ann, "hey", "hey")
    assert ann.heard[-2:] == ["ok hey", "ok hey"]
    assert party.handler.words(party.topic) == stored and len(party.handler.loads) == loads


def test_a_socket_that_says_too_much_is_told_so(party, over):
    ann = party.enter("ann")
    party.send(ann, "hey", "hey", "hey", "hey")
    assert ann.heard[-1] == "slow_down hey"


def test_what_may_not_be_said_begins_no_moment(party, over):
    ann = party.enter("ann")
    party.send(ann, "hey nobody")
    assert ann.heard[-1] == "refused hey" and over() == 0


def test_it_is_answered_where_the_room_cannot_be_read(party, over):
    ann = party.enter("ann")
    party.consumer._moments._snapshots.clear()
    party.handler.failing = OperationalError("no line")
    party.send(ann, "hey")
    assert ann.heard[-1] == "busy hey"


def test_a_snapshot_is_read_again_after_a_while(party, over, monkeypatch):
    ann = party.enter("ann")
    monkeypatch.setattr(moments, "SNAPSHOT_SECONDS", 0)
    loads = len(party.handler.loads)
    party.send(ann, "hey")
    assert len(party.handler.loads) == loads + 1


def test_a_moment_that_redis_loses_is_no_bug(party, over, monkeypatch):
    ann = party.enter("ann")
    party.send(ann, "hey")

    def lost(*args):
        raise IOError("no Redis")
    monkeypatch.setattr(channel_layers["default"].channel_layer, "send_group", lost)
    assert over() == 1


def test_the_next_moment_begins_with_nothing(party, over):
    ann = party.enter("ann")
    for _ in range(2):
        party.send(ann, "hey")
        assert over() == 1 and ann.heard[-1] == "heard ann:hey"
