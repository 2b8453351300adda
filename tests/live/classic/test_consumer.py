"""The consumers of Channels 1: the same scenes as at the hub, one message at a time."""
from __future__ import unicode_literals

import pytest
from django.db import InterfaceError, OperationalError

from live import base
from live.classic import consumer
from tests.live.classic.party import Line
from tests.live.faults import Unread


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


def test_the_sockets_of_a_lost_daphne_are_forgotten(party, monkeypatch):
    party.enter("ann")
    monkeypatch.setattr(consumer.processes, "lost", {"ws!"})
    gone = len(consumer._sockets)
    line = Line("other!1")
    party.consumer.connect(line.message(), {"topic": party.topic, "who": "ann"})
    assert gone and list(consumer._sockets) == ["other!1"]
    party.leave(line)
    assert party.handler.words(party.topic)[-1] == "-ann"
