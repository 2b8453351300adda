"""What is said beside the game: gathered for a moment, told to everybody, stored nowhere."""
import asyncio

from live.base import DirectMessage, Refused
from live.current.moments import MOMENT_SECONDS
from tests.live.current.party import party, until


def heard(ear):
    return [text for text in ear.heard if text.startswith("heard ")]


@party()
async def test_what_people_say_in_a_moment_is_one_message_for_everybody(party):
    ann, bob, screen = await party.enter("ann"), await party.enter("bob"), await party.enter()
    for ear in (ann, bob, screen):
        await party.send(ear, "hey")
    await until(lambda: heard(screen))
    assert [heard(ear) for ear in (ann, bob, screen)] == [["heard ann:hey bob:hey None:hey"]] * 3


@party()
async def test_a_screen_is_told_what_is_for_screens(party):
    ann, screen = await party.enter("ann"), await party.enter(screen=True)
    await party.send(ann, "hey")
    await until(lambda: heard(ann))
    await until(lambda: screen.heard[-1] == "shown ann:hey")
    assert not heard(screen)


@party()
async def test_each_is_answered_and_nothing_is_stored_or_read(party):
    ann = await party.enter("ann")
    stored, loads = party.handler.words(), len(party.handler.loads)
    await party.send(ann, "hey")
    assert ann.heard[-1] == "ok hey"
    await until(lambda: heard(ann))
    assert party.handler.words() == stored and len(party.handler.loads) == loads


@party()
async def test_a_socket_that_says_too_much_is_told_so(party):
    ann, bob = await party.enter("ann"), await party.enter("bob")
    await party.send(ann, "hey", "hey", "hey", "hey")
    assert ann.heard[-1] == "slow_down hey"
    await party.send(bob, "hey")
    assert bob.heard[-1] == "ok hey"


@party()
async def test_what_may_not_be_said_is_refused(party):
    ann = await party.enter("ann")
    try:
        await party.send(ann, "hey nobody")
    except Refused as refusal:
        assert refusal.text == "refused hey"
    await party.send(ann, "hey")
    await until(lambda: heard(ann))
    assert heard(ann) == ["heard ann:hey"]


@party()
async def test_other_processes_hear_what_was_said_here_alone(party):
    ann = await party.enter("ann")
    party.bus.said.clear()
    await party.send(ann, "hey")
    party.hub.hear(DirectMessage(1, gathered="far:hey"))
    await until(lambda: heard(ann))
    assert heard(ann) == ["heard ann:hey far:hey"]
    assert [update.public for update in party.bus.said] == ["ann:hey"]


@party()
async def test_what_others_say_is_not_sent_back(party):
    ann = await party.enter("ann")
    party.bus.said.clear()
    for number in range(9):
        party.hub.hear(DirectMessage(1, gathered="far:hey%d" % number))
    await until(lambda: heard(ann))
    assert len(heard(ann)) == 1 and party.bus.said == []


@party()
async def test_a_room_is_told_at_most_once_in_a_moment(party):
    ann = await party.enter("ann")
    began = party.hub.loop.time()
    while party.hub.loop.time() - began < 5 * MOMENT_SECONDS:
        party.hub.hear(DirectMessage(1, gathered="far:hey"))
        await asyncio.sleep(0.005)
    passed = party.hub.loop.time() - began
    assert 1 <= len(heard(ann)) <= passed / MOMENT_SECONDS + 1


@party()
async def test_a_topic_that_everybody_has_left_is_told_nothing(party):
    ann = await party.enter("ann")
    await party.send(ann, "hey")
    party.hub.leave(ann.topic, ann)
    await until(lambda: not party.hub.moments._gathered)
    assert heard(ann) == []
