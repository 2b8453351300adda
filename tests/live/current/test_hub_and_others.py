"""The hub and other threads, other processes, and crowds."""
import asyncio
import threading

from django.db import InterfaceError, OperationalError

from live.base import Update
from live.current import audit, topic
from tests.live.current.party import Silence, party, until
from tests.live.words import news


@party()
async def test_a_bulletin_made_in_another_thread_is_told_here_and_elsewhere(party):
    ear = await party.enter()
    update = news(1, words="joined")
    threading.Thread(target=party.hub.publish, args=(update,)).start()
    await until(lambda: "news 2 joined" in ear.heard)
    assert party.bus.said == [update]


@party()
async def test_a_word_aside_from_another_thread_is_told_here_and_elsewhere(party):
    ann, bob = await party.enter("ann"), await party.enter("bob")
    word = Update(1, 0, 0, "", {"ann": "sent"}, {})
    threading.Thread(target=party.hub.publish, args=(word,)).start()
    await until(lambda: ann.heard[-1] == "sent")
    assert "sent" not in bob.heard and party.bus.said[-1] == word
    await party.send(bob, "tea")
    await until(lambda: bob.heard[-1] == "ok tea")
    assert ann.heard[-1] == "news 4 tea"


@party()
async def test_a_move_after_news_from_elsewhere_reads_again(party):
    ear = await party.enter()
    party.handler.overtake(1, "theirs")
    party.hub.hear(news(1, words="theirs"))
    await party.send(ear, "ours")
    await until(lambda: "ok ours" in ear.heard)
    assert ear.heard[1:] == ["news 2 theirs", "news 3 ours", "ok ours"]
    assert party.handler.commits == [[1]]


@party()
async def test_our_own_news_are_told_to_other_processes(party):
    ear = await party.enter()
    await party.send(ear, "tea")
    await party.quiet()
    assert party.bus.said == [news(1, words="tea")]


@party()
async def test_news_about_a_topic_without_sockets_here_are_ignored(party):
    party.hub.hear(news(1, topic=4711))
    assert party.hub.topics == {}


@party()
async def test_a_seat_that_moved_closes_the_old_device_only(party):
    old, bob = await party.enter("ann"), await party.enter("bob")
    party.hub.hear(Update(1, 0, 0, "", {}, {"ann": "seat_moved"}))
    assert old.heard[-1] == "goodbye seat_moved" and old.closed == 4000
    assert bob.closed is None and "goodbye" not in bob.heard[-1]


def in_a_crowd(test):
    """With so few sockets as a test has already a crowd, and time enough to say something in its pause."""
    def run(monkeypatch):
        monkeypatch.setattr(topic, "CROWD", 2)
        monkeypatch.setattr(topic, "CROWD_PAUSE", 0.5)
        test()
    run.__name__ = test.__name__
    return run


@in_a_crowd
@party()
async def test_a_crowd_gets_its_news_gathered(party):
    one = await party.enter()
    await party.enter()
    await party.send(one, "first")
    await asyncio.sleep(0.005)
    for word in ("a", "b", "c"):
        await party.send(one, word)
        await asyncio.sleep(0.002)
    assert party.handler.words() == ["first"]
    await until(lambda: "ok c" in one.heard)
    assert party.handler.batches == [["first"], ["a", "b", "c"]]


@party()
async def test_a_small_table_waits_for_nothing(party):
    one = await party.enter()
    for word in ("a", "b", "c"):
        await party.send(one, word)
        await asyncio.sleep(0.002)
    await party.quiet()
    assert party.handler.batches == [["a"], ["b"], ["c"]]


def audited(test):
    """With audits every few milliseconds, as if there were other processes."""
    def run(monkeypatch):
        monkeypatch.setattr(audit, "AUDIT_SECONDS", 0.01)
        monkeypatch.setattr(Silence, "has_others", True)
        test()
    run.__name__ = test.__name__
    return run


@audited
@party()
async def test_an_audit_finds_the_last_message_that_was_lost(party):
    ear = await party.enter()
    party.handler.overtake(1, "theirs")
    await until(lambda: ear.heard[-1] == "welcome spectator at 2")


@audited
@party()
async def test_an_audit_says_nothing_when_nothing_was_lost(party):
    ear = await party.enter()
    await asyncio.sleep(0.05)
    assert ear.heard == ["welcome spectator at 1"]


@audited
@party()
async def test_an_audit_outlives_a_failing_database(party):
    ear = await party.enter()
    for error in (OperationalError(), InterfaceError()):
        party.handler.failing = error
        await asyncio.sleep(0.03)
    party.handler.failing = None
    party.handler.overtake(1, "theirs")
    await until(lambda: ear.heard[-1] == "welcome spectator at 2")
