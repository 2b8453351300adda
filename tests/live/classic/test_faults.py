"""Whatever fails on a frame's way, its sender hears of it, and the next frame is served:
the classic stack.
"""
from __future__ import unicode_literals

import pytest
from django.db import OperationalError

from tests.live.faults import AFTER, break_after, break_step, each_error, each_step, slow_down


@each_step
@each_error
def test_a_frame_whose_step_fails_is_answered(party, step, frame, name, error, code):
    line = party.enter()
    break_step(party.handler, step, error)
    party.send(line, frame)
    assert "%s %s" % (code, name) in line.heard


@each_step
def test_a_frame_whose_step_is_slow_is_answered(party, step, frame, name):
    line = party.enter()
    slow_down(party.handler, step)
    party.send(line, frame)
    assert line.heard[-1].startswith(("ok ", "pong", "welcome spectator at 1"))


@each_step
def test_when_the_fault_is_over_the_next_move_is_served(party, step, frame, name):
    line = party.enter()
    mend = break_step(party.handler, step, OperationalError("no line"))
    party.send(line, frame)
    mend()
    party.send(line, "milk")
    assert line.heard[-1] == "ok milk"


@pytest.mark.parametrize("step", AFTER)
def test_a_move_that_is_stored_is_answered_though_telling_fails(party, step):
    line = party.enter()
    break_step(party.handler, step, ValueError("a bug"))
    party.send(line, "tea")
    assert line.heard[-1] == ("ok tea" if step == "update" else "server_error tea")
    assert party.handler.words(party.topic) == ["tea"]


def test_a_commit_whose_end_nobody_knows_ends_in_the_truth(party):
    line = party.enter()
    mend = break_after(party.handler, "commit", OperationalError("the line broke"))
    party.send(line, "tea")
    mend()
    party.send(line, "milk")
    assert line.heard[1:] == ["busy tea", "news 3 milk", "ok milk"]


def test_a_deleted_topic_says_so_and_closes(party):
    line = party.enter()
    del party.handler.stored[party.topic]
    party.send(line, "tea", "milk")
    assert line.heard[1:] == ["no_such_room tea", "goodbye no_such_room", 4000]


def test_who_came_and_who_left_while_the_database_was_away_is_noted_when_it_is_back(party):
    tv, bob = party.enter(), party.enter("bob")
    mend = break_step(party.handler, "commit", OperationalError("no line"))
    party.enter("ann")
    party.leave(bob)
    mend()
    party.send(tv, "ping")
    assert set(party.handler.words(party.topic)) == {"+bob", "+ann", "-bob"}


@pytest.mark.parametrize("step", ["arrival", "departure"])
def test_a_bug_of_coming_and_going_leaves_nothing_behind(party, step):
    break_step(party.handler, step, ValueError("a bug"))
    ann = party.enter("ann")
    party.leave(ann)
    assert ann.heard[0] == "welcome ann at 1"


@each_error
@pytest.mark.parametrize("step", ["admit", "load", "welcome"])
def test_a_socket_that_cannot_be_let_in_hears_why(party, step, error, code):
    break_step(party.handler, step, error)
    assert party.enter("ann").heard == ["goodbye " + code, 4000]
