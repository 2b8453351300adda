"""Between processes: what is said in one is heard in the others, and in the same words."""
import asyncio

from channels.layers import InMemoryChannelLayer

from live import outage
from live.base import Update
from live.current.bus import MOST_WAITING, ProcessBus, from_message, to_message
from live.outage import Outage
from tests.live.current.party import until
from tests.live.words import news

KICK = Update(7, 41, 42, '{"type":"patch"}', {"3": '{"type":"seat"}'}, {"2": "kicked"})


class SharedLayer:
    """A layer between processes, made of the one within a process; it loses what it is told to."""

    def __init__(self):
        self.layer, self.losing, self.lost = InMemoryChannelLayer(capacity=2000), False, 0

    def __getattr__(self, name):
        return getattr(self.layer, name)

    async def group_send(self, group, message):
        if self.losing:
            self.lost += 1
            raise ConnectionError("no Redis")
        await self.layer.group_send(group, message)

    async def receive(self, channel):
        while not self.losing:
            if channel in self.layer.channels:
                return await self.layer.receive(channel)
            await asyncio.sleep(0.005)
        raise ConnectionError("no Redis")

    async def group_discard(self, group, channel):
        if self.losing:
            raise ConnectionError("no Redis")
        await self.layer.group_discard(group, channel)


class Process:
    """What stands for a hub: it hears updates."""

    def __init__(self, layer):
        self.bus, self.heard, self.audit, self.audits = ProcessBus(layer, Outage()), [], self, 0
        self.bus.listen(self)

    def hear(self, update):
        self.heard.append(update)

    async def compare(self):
        self.audits += 1


def two_processes(test):
    """Runs `async def test(one, two, layer)`; both have joined topic 7."""
    def run():
        async def within():
            layer = SharedLayer()
            one, two = Process(layer), Process(layer)
            for process in (one, two):
                await process.bus.join(7)
            await test(one, two, layer)
        asyncio.run(within())
    run.__name__ = test.__name__
    return run


def test_a_bulletin_survives_the_way():
    assert from_message(to_message(KICK)) == KICK


def test_a_message_names_what_the_layer_calls():
    assert to_message(KICK, "me")["type"] == "hub.update" and to_message(KICK, "me")["origin"] == "me"


@two_processes
async def test_what_one_says_the_other_hears_and_not_itself(one, two, layer):
    one.bus.say(KICK)
    await until(lambda: two.heard)
    two.bus.say(news(42, topic=7))
    await until(lambda: one.heard)
    assert (one.heard, two.heard) == ([news(42, topic=7)], [KICK])


@two_processes
async def test_a_word_aside_crosses_over_like_any_bulletin(one, two, layer):
    word = Update(7, 0, 0, "", {"3": '{"type":"letter"}'}, {})
    one.bus.say(word)
    await until(lambda: two.heard)
    assert two.heard == [word]


@two_processes
async def test_what_may_be_lost_is_not_said_while_others_wait(one, two, layer):
    word = Update(7, 0, 0, "hey", {}, {})
    one.bus.say(KICK)
    one.bus.offer(word)
    await until(lambda: one.bus.is_idle and two.heard)
    one.bus.offer(word)
    await until(lambda: len(two.heard) == 2)
    assert two.heard == [KICK, word]


@two_processes
async def test_bulletins_keep_their_order(one, two, layer):
    for version in range(30):
        one.bus.say(news(version, topic=7))
    await until(lambda: len(two.heard) == 30)
    assert [update.since for update in two.heard] == list(range(30))


@two_processes
async def test_only_topics_that_were_joined_are_heard(one, two, layer):
    one.bus.say(news(1, topic=8))
    one.bus.say(KICK)
    await until(lambda: two.heard)
    assert two.heard == [KICK]


@two_processes
async def test_a_topic_that_was_parted_is_heard_no_more(one, two, layer):
    await two.bus.join(8)
    two.bus.part(7)
    await until(lambda: len(layer.groups["topic.7"]) == 1)
    one.bus.say(KICK)
    one.bus.say(news(1, topic=8))
    await until(lambda: two.heard)
    assert two.heard == [news(1, topic=8)]


@two_processes
async def test_a_layer_that_fails_loses_one_message_and_no_more(one, two, layer):
    layer.losing = True
    one.bus.say(news(1, topic=7))
    await until(lambda: layer.lost)
    layer.losing = False
    one.bus.say(news(2, topic=7))
    await until(lambda: two.heard)
    assert two.heard == [news(2, topic=7)]


def test_a_layer_that_comes_back_without_its_groups_is_joined_again_and_told_of_once(caplog):
    @two_processes
    async def test(one, two, layer):
        layer.losing = True
        await until(lambda: caplog.text.count("layer is away") == 2)
        layer.layer.groups.clear()
        await asyncio.sleep(0.3)
        layer.losing = False
        await until(lambda: len(layer.layer.groups.get("topic.7", ())) == 2)
        one.bus.say(KICK)
        await until(lambda: two.heard)
    caplog.set_level("INFO", "live")
    test()
    for text in ("layer is away", "layer is back"):
        assert caplog.text.count(text) == 2  # once for each process


def test_nobody_else_hears_a_process_of_its_own():
    async def within():
        process = Process(InMemoryChannelLayer())
        await process.bus.join(7)
        process.bus.say(KICK)
        assert not process.bus.has_others and not process.bus._outgoing
    asyncio.run(within())

@two_processes
async def test_what_waits_for_a_slow_layer_is_bounded_and_the_newest_stays(one, two, layer):
    for version in range(MOST_WAITING + 500):
        one.bus.say(news(version, topic=7))
    assert len(one.bus._outgoing) == MOST_WAITING
    await until(lambda: two.heard and two.heard[-1] == news(MOST_WAITING + 499, topic=7))
    assert two.heard[0] == news(500, topic=7)


def test_hundreds_of_bulletins_without_a_layer_are_one_line_in_the_log(caplog, monkeypatch):
    @two_processes
    async def test(one, two, layer):
        layer.losing = True
        for version in range(300):
            one.bus.say(news(version, topic=7))
        await until(lambda: layer.lost >= 20)
        layer.losing = False
        await until(lambda: caplog.text.count("layer is back") == 2)
    monkeypatch.setattr(outage, "LONGEST_PAUSE", 0.01)
    caplog.set_level("INFO", "live")
    test()
    assert caplog.text.count("layer is away") == 2  # once for each process
    assert "Traceback" not in caplog.text and len(caplog.records) == 4


@two_processes
async def test_after_an_outage_what_was_told_is_compared_with_what_is_stored(one, two, layer):
    layer.losing = True
    await until(lambda: one.bus._is_deaf and two.bus._is_deaf)
    layer.losing = False
    await until(lambda: one.audits and two.audits)


@two_processes
async def test_a_topic_joined_while_the_layer_is_away_is_heard_afterwards(one, two, layer):
    layer.losing = True
    await until(lambda: two.bus._is_deaf)
    await two.bus.join(8)
    layer.losing = False
    await until(lambda: "topic.8" in layer.layer.groups)
    one.bus.say(news(1, topic=8))
    await until(lambda: two.heard == [news(1, topic=8)])


@two_processes
async def test_a_bulletin_that_cannot_be_packed_costs_no_other_one(one, two, layer):
    one.bus.say("no update")
    one.bus.say(KICK)
    await until(lambda: two.heard == [KICK])


@two_processes
async def test_it_is_idle_when_the_layer_has_taken_all(one, two, layer):
    taken, take = asyncio.Event(), layer.group_send

    async def slowly(*args):
        await taken.wait()
        await take(*args)
    layer.group_send = slowly
    assert one.bus.is_idle
    one.bus.say(KICK)
    one.bus.say(KICK)
    for _ in range(5):
        await asyncio.sleep(0)
        assert not one.bus.is_idle
    taken.set()
    await until(lambda: one.bus.is_idle)
    await until(lambda: len(two.heard) == 2)
