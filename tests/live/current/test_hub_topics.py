"""How topics are read, entered and forgotten."""
import asyncio
import threading

from django.db import OperationalError

from live.base import Place
from tests.live.current.party import Ear, Silence, party, until


@party()
async def test_a_topic_that_cannot_be_read_answers_busy(party):
    ear = await party.enter()
    ear.topic.snapshot, party.handler.failing = None, OperationalError()
    await party.send(ear, "tea")
    await until(lambda: ear.heard[-1] == "busy tea")
    assert party.handler.commits == []


@party()
async def test_a_topic_that_nobody_knows_is_a_lookup_error(party):
    try:
        await party.hub.enter(Ear(), Place(4711, None))
    except LookupError:
        assert 4711 not in party.hub.topics and 4711 not in party.bus.joined
    else:
        raise AssertionError("it let somebody into nowhere")


@party()
async def test_a_cold_topic_is_read_once_however_many_come(party):
    party.handler.slow = threading.Event()
    ears = [Ear() for _ in range(50)]
    coming = [asyncio.ensure_future(party.hub.enter(ear, Place(1, None))) for ear in ears]
    await until(lambda: party.handler.loads)
    party.handler.slow.set()
    await asyncio.gather(*coming)
    assert party.handler.loads == [1] and all(ear.heard == ["welcome spectator at 1"] for ear in ears)


@party()
async def test_a_warm_topic_is_not_read_again(party):
    ear = await party.enter()
    await party.send(ear, "tea")
    await party.quiet()
    await party.enter()
    assert party.handler.loads == [1]


@party()
async def test_a_topic_is_forgotten_when_its_last_socket_goes(party):
    ann, tv = await party.enter("ann"), await party.enter()
    party.hub.leave(ann.topic, ann)
    await party.quiet()
    assert 1 in party.hub.topics
    party.hub.leave(tv.topic, tv)
    await party.quiet()
    assert party.hub.topics == {} and party.bus.joined == []
    assert party.handler.words() == ["+ann", "-ann"]


@party()
async def test_a_departure_is_stored_before_the_topic_is_forgotten(party):
    ann = await party.enter("ann")
    party.hub.leave(ann.topic, ann)
    await party.quiet()
    assert party.handler.words() == ["+ann", "-ann"] and party.hub.topics == {}


@party()
async def test_a_topic_that_somebody_is_entering_is_not_forgotten(party):
    first = await party.enter()
    first.topic.snapshot, party.handler.slow = None, threading.Event()
    coming, late = Ear(), asyncio.ensure_future(party.hub.enter(Ear(), Place(1, None)))
    await until(lambda: len(party.handler.loads) == 2)
    party.hub.leave(first.topic, first)
    assert 1 in party.hub.topics
    party.handler.slow.set()
    assert await late is party.hub.topics[1] and coming.heard == []


@party()
async def test_two_who_come_at_once_meet_in_one_topic(party):
    class SlowBus(Silence):
        async def join(self, key):
            await super().join(key)
            await gate.wait()
    gate = asyncio.Event()
    party.hub.bus = party.bus = SlowBus()
    first = asyncio.ensure_future(party.hub.enter(Ear(), Place(1, None)))
    await asyncio.sleep(0)
    hasty = await party.enter()
    party.hub.leave(hasty.topic, hasty)
    gate.set()
    assert await first is party.hub.topics.get(1)


@party()
async def test_a_broken_socket_harms_nobody(party):
    broken, ann = await party.enter("bob", broken=True), await party.enter("ann")
    await party.send(broken, "tea")
    await party.quiet()
    assert ann.heard[-1] == "news 4 tea"
    party.hub.leave(broken.topic, broken)
    await party.quiet()
    assert ann.heard[-1].endswith("-bob")


@party()
async def test_a_welcome_that_cannot_be_made_lets_nobody_in(party):
    party.handler.welcome = lambda snapshot, who: 1 // 0
    try:
        await party.enter("ann")
    except ZeroDivisionError:
        assert party.hub.topics == {} and party.handler.words() == []
    else:
        raise AssertionError("it let somebody in without a welcome")


@party()
async def test_whoever_goes_while_the_topic_is_read_leaves_nothing_behind(party):
    party.handler.slow = threading.Event()
    coming = asyncio.ensure_future(party.hub.enter(Ear(), Place(1, "ann")))
    await until(lambda: party.handler.loads)
    coming.cancel()
    party.handler.slow.set()
    await asyncio.wait([coming])
    assert coming.cancelled() and party.hub.topics == {}
