"""Lost races, broken requests, failing databases: what one suffers costs the others nothing."""
import threading

from django.db import InterfaceError, OperationalError

from live.current import commits
from tests.live.current.party import party, until


@party()
async def test_a_lost_race_is_played_again_on_what_the_other_wrote(party):
    ear = await party.enter()
    party.handler.overtake(1, "theirs")
    await party.send(ear, "ours")
    await until(lambda: "ok ours" in ear.heard)
    assert party.handler.words() == ["theirs", "ours"]


@party()
async def test_a_lost_race_keeps_the_order_of_what_came_meanwhile(party):
    party.hub.database.inline = False
    ear, swap, gate = await party.enter(), party.handler._swap, threading.Event()

    def swap_late(outcome):
        gate.wait(20)
        return swap(outcome)
    party.handler._swap = swap_late
    party.handler.overtake(1, "theirs")
    await party.send(ear, "one")
    await until(lambda: party.handler.commits)
    await party.send(ear, "two")
    gate.set()
    await until(lambda: "ok two" in ear.heard)
    assert party.handler.words() == ["theirs", "one", "two"]


@party()
async def test_it_gives_up_when_others_are_always_first(party):
    ear = await party.enter()
    party.handler._swap = lambda outcome: False
    await party.send(ear, "tea")
    await until(lambda: "busy tea" in ear.heard)
    assert len(party.handler.commits) == commits.MOST_RACES + 1


@party()
async def test_a_broken_request_fails_alone(party):
    ann, bob = await party.enter(), await party.enter()
    await party.send(ann, "milk", "crash")
    await party.send(bob, "tea")
    await party.quiet()
    assert ann.heard[-3:] == ["ok milk", "server_error crash", "news 3 tea"] and bob.heard[-1] == "ok tea"
    assert party.handler.words() == ["milk", "tea"]


@party(1, 2)
async def test_a_broken_request_costs_no_other_topic_anything(party):
    one, two = await party.enter(topic=1), await party.enter(topic=2)
    await party.send(one, "crash")
    await party.send(two, "tea")
    await party.quiet()
    assert one.heard[-1] == "server_error crash" and two.heard[-1] == "ok tea"


@party()
async def test_a_failing_database_is_busy_and_a_bug_is_our_error(party):
    ear = await party.enter()
    failures = (InterfaceError(), "busy tea"), (OperationalError(),
                                                "busy tea"), (KeyError(), "server_error tea")
    for error, answer in failures:
        party.handler.failing = error
        await party.send(ear, "tea")
        await until(lambda: answer in ear.heard)
        await party.all_is_read()  # whoever is answered while that fails is told "busy", too
        party.handler.failing = None
        await party.send(ear, "milk")
        await until(lambda: "ok milk" in ear.heard)
        del ear.heard[:]


@party(1, 2, 3)
async def test_a_room_that_cannot_be_stored_fails_alone(party):
    def store_or_fail(outcome):
        return 1 // 0 if "poison" in outcome.words else swap(outcome)
    ears = [await party.enter(topic=topic) for topic in (1, 2, 3)]
    swap, party.handler._swap = party.handler._swap, store_or_fail
    for ear, word in zip(ears, ("poison", "poison", "tea")):
        await party.send(ear, word)
    await until(lambda: all(len(ear.heard) > 1 for ear in ears))
    assert [ear.heard[-1] for ear in ears] == ["server_error poison", "server_error poison", "ok tea"]


@party(1, 2)
async def test_a_broken_database_is_not_asked_again_for_each_room(party):
    ears = [await party.enter(topic=topic) for topic in (1, 2)]
    party.handler.failing = OperationalError("disk is full")
    for ear in ears:
        await party.send(ear, "tea")
    await until(lambda: all(ear.heard[-1] == "busy tea" for ear in ears))
    assert len(party.handler.commits) == 1
