"""Whatever fails on a frame's way through the hub, its sender hears of it, and the next frame is served."""
import asyncio

import pytest
from django.db import OperationalError

from live import outage
from live.base import Place
from live.current import consumer
from tests.live.current.party import Ear, Party, until
from tests.live.current.test_consumer import visit
from tests.live.faults import AFTER, break_after, break_step, each_error, each_step, slow_down


@pytest.fixture(autouse=True)
def quick_pauses(monkeypatch):
    monkeypatch.setattr(outage, "LONGEST_PAUSE", 0.01)


def at_a_party(scene):
    """Runs `await scene(party, ear)` with a spectator who has been welcomed."""
    async def within():
        party = Party()
        try:
            await scene(party, await party.enter())
        finally:
            party.close()
    asyncio.run(asyncio.wait_for(within(), 60))


@each_step
@each_error
def test_a_frame_whose_step_fails_is_answered(step, frame, name, error, code):
    async def scene(party, ear):
        ear.topic.snapshot = None if step == "load" else ear.topic.snapshot
        break_step(party.handler, step, error)
        await party.send(ear, frame)
        await until(lambda: "%s %s" % (code, name) in ear.heard)
    at_a_party(scene)


@each_step
def test_a_frame_whose_step_is_slow_is_answered(step, frame, name):
    async def scene(party, ear):
        ear.topic.snapshot = None if step == "load" else ear.topic.snapshot
        slow_down(party.handler, step)
        await party.send(ear, frame)
        await until(lambda: ear.heard[-1].startswith(("ok ", "pong", "welcome spectator at 1")))
    at_a_party(scene)


@each_step
def test_when_the_fault_is_over_the_next_move_is_served(step, frame, name):
    async def scene(party, ear):
        mend = break_step(party.handler, step, OperationalError("no line"))
        await party.send(ear, frame)
        await party.quiet()
        mend()
        await party.send(ear, "milk")
        await until(lambda: "ok milk" in ear.heard)
    at_a_party(scene)


@pytest.mark.parametrize("step", AFTER)
def test_a_move_that_is_stored_is_answered_and_told_though_telling_fails(step):
    async def scene(party, ear):
        mend = break_step(party.handler, step, ValueError("a bug"))
        await party.send(ear, "tea")
        await until(lambda: {"ok tea", "server_error tea"} & set(ear.heard))
        await until(lambda: {"news 2 tea", "welcome spectator at 2"} & set(ear.heard))
        assert ("ok tea" in ear.heard) == (step == "update")
        mend()
        await party.send(ear, "milk")
        await until(lambda: "ok milk" in ear.heard)
        assert party.handler.words() == ["tea", "milk"]
    at_a_party(scene)


def test_a_commit_whose_end_nobody_knows_ends_in_the_truth():
    async def scene(party, ear):
        mend = break_after(party.handler, "commit", OperationalError("the line broke"))
        await party.send(ear, "tea")
        await until(lambda: "busy tea" in ear.heard and ear.heard[-1] == "welcome spectator at 2")
        mend()
        await party.send(ear, "milk")
        await until(lambda: ear.heard[-2:] == ["news 3 milk", "ok milk"])
    at_a_party(scene)


def test_a_deleted_topic_says_so_to_everybody_in_it():
    async def scene(party, ear):
        other = await party.enter()
        del party.handler.stored[1]
        ear.topic.snapshot = None
        await party.send(ear, "tea")
        await until(lambda: ear.closed and other.closed)
        assert ear.heard[-2:] == ["no_such_room tea",
                                  "goodbye no_such_room"] and other.heard[-1] == "goodbye no_such_room"
    at_a_party(scene)


@pytest.mark.parametrize("step", ["load", "commit"])
def test_who_came_while_the_database_was_away_is_noted_when_it_is_back(step):
    async def scene(party, ear):
        if step == "load":
            ear.topic.snapshot = None
        mend = break_step(party.handler, "commit", OperationalError("no line"))
        await party.enter("ann")
        mend()
        await until(lambda: party.handler.words() == ["+ann"])
    at_a_party(scene)


def test_who_left_while_the_database_was_away_is_noted_when_it_is_back():
    async def scene(party, tv):
        ann = await party.enter("ann")
        mend = break_step(party.handler, "commit", OperationalError("no line"))
        party.hub.leave(tv.topic, tv)
        party.hub.leave(ann.topic, ann)
        await party.quiet()
        mend()
        await until(lambda: party.handler.words() == ["+ann", "-ann"])
        await until(lambda: party.hub.topics == {})
    at_a_party(scene)


@pytest.mark.parametrize("step", ["arrival", "departure"])
def test_a_bug_of_coming_and_going_leaves_nothing_behind(step):
    async def scene(party, tv):
        break_step(party.handler, step, ValueError("a bug"))
        ann = Ear()
        topic = await party.hub.enter(ann, Place(1, "ann"))
        await party.quiet()
        party.hub.leave(topic, ann)
        party.hub.leave(topic, tv)
        await until(lambda: party.hub.topics == {})
    at_a_party(scene)


@each_error
@pytest.mark.parametrize("step", ["admit", "load", "welcome"])
def test_a_socket_that_cannot_be_let_in_hears_why(step, error, code):
    @visit
    async def test(come, handler):
        break_step(handler, step, error)
        ann = come("ann")
        await ann.hears(4000)
        await ann.goes()
        assert ann.sent[1] == "goodbye " + code and consumer._hubs[handler].topics == {}
    test()
