"""The hub: everybody hears the same in the same order, and one failure is one failure."""
import asyncio
import threading

from live.base import Refused
from tests.live.current.party import party, until


@party()
async def test_a_first_socket_is_welcomed_and_its_arrival_told(party):
    ann = await party.enter("ann")
    assert ann.heard == ["welcome ann at 1", "news 2 +ann"]


@party()
async def test_a_second_socket_of_the_same_person_is_no_arrival(party):
    await party.enter("ann")
    again = await party.enter("ann")
    assert again.heard == ["welcome ann at 2"] and party.handler.words() == ["+ann"]


@party()
async def test_a_spectator_arrives_and_leaves_without_a_word(party):
    ear = await party.enter()
    party.hub.leave(ear.topic, ear)
    await party.quiet()
    assert ear.heard == ["welcome spectator at 1"] and party.handler.words() == [] and ear.left


@party()
async def test_only_the_last_socket_of_a_person_is_a_departure(party):
    bob, one, two = [await party.enter(who) for who in ("bob", "ann", "ann")]
    party.hub.leave(one.topic, one)
    await party.quiet()
    assert "-ann" not in party.handler.words()
    party.hub.leave(two.topic, two)
    await party.quiet()
    assert bob.heard[-1].endswith("-ann")


@party()
async def test_everybody_hears_of_a_move_and_its_sender_gets_an_answer(party):
    ann, bob, tv = await party.enter("ann"), await party.enter("bob"), await party.enter()
    await party.send(ann, "tea")
    await party.quiet()
    assert ann.heard[-2:] == ["news 4 tea", "ok tea"]
    assert bob.heard[-1] == tv.heard[-1] == "news 4 tea"


@party()
async def test_moves_keep_their_order(party):
    ann, bob = await party.enter("ann"), await party.enter("bob")
    words = ["word%d" % number for number in range(20)]
    for number, word in enumerate(words):
        await party.send(bob if number % 2 else ann, word)
    await party.quiet()
    assert party.handler.words() == ["+ann", "+bob"] + words


@party()
async def test_what_waits_together_is_one_version(party):
    ann = await party.enter("ann")
    await party.send(ann, "milk", "tea")
    await party.quiet()
    assert ann.heard[-3:] == ["news 3 milk tea", "ok milk", "ok tea"]


@party(1, 2, 3)
async def test_what_waits_in_many_topics_is_one_commit(party):
    ears = [await party.enter(topic=topic) for topic in (1, 2, 3)]
    for ear in ears:
        await party.send(ear, "tea")
    await party.quiet()
    assert [sorted(topics) for topics in party.handler.commits] == [[1, 2, 3]]
    assert all(ear.heard[-1] == "ok tea" for ear in ears)


@party(1, 2)
async def test_topics_hear_nothing_of_each_other(party):
    one, two = await party.enter(topic=1), await party.enter(topic=2)
    await party.send(one, "tea")
    await party.quiet()
    assert two.heard == ["welcome spectator at 1"]


@party()
async def test_a_private_message_follows_the_public_one_to_one_person(party):
    ann, bob = await party.enter("ann"), await party.enter("bob")
    await party.send(bob, "whisper")
    await party.quiet()
    assert ann.heard[-2:] == ["news 4 whisper", "only for ann"]
    assert "only for ann" not in bob.heard


@party()
async def test_a_move_that_changes_nothing_is_answered_and_not_stored(party):
    ear = await party.enter()
    await party.send(ear, "idle")
    await party.quiet()
    assert ear.heard[-1] == "ok idle" and party.handler.commits == []


@party()
async def test_a_question_is_answered_to_one_socket_only(party):
    one, two = await party.enter(), await party.enter()
    await party.send(one, "ping")
    assert one.heard[-1] == "pong at 1"
    await party.send(one, "sync")
    assert one.heard[-1] == "welcome spectator at 1" and len(one.heard) == 3
    assert two.heard == ["welcome spectator at 1"]


@party()
async def test_a_sync_finds_what_was_missed_for_everybody(party):
    one, two = await party.enter(), await party.enter()
    party.handler.overtake(1, "theirs")
    await party.send(one, "sync")
    assert one.heard[-1] == two.heard[-1] == "welcome spectator at 2"


@party()
async def test_a_request_that_needs_the_database_is_prepared_beside_the_loop(party):
    ear = await party.enter()
    await party.send(ear, "book")
    await party.quiet()
    assert ear.heard[-1] == "ok book after 1"
    assert party.handler.threads[0] is not threading.main_thread()


@party()
async def test_a_bad_frame_is_refused_and_nothing_else(party):
    ear = await party.enter()
    try:
        await party.send(ear, "junk")
    except Refused as refused:
        assert refused.text == "refused junk" and party.handler.batches == []
    else:
        raise AssertionError("junk was served")


@party()
async def test_a_slow_database_commits_beside_the_loop(party):
    party.hub.database.inline = False
    ear = await party.enter()
    await party.send(ear, "tea")
    await until(lambda: "ok tea" in ear.heard)
    assert party.handler.threads[-1] is not threading.main_thread()


@party()
async def test_the_end_waits_until_it_is_stored_who_left(party):
    ann = await party.enter("ann")
    party.handler.slow = threading.Event()
    ann.topic.snapshot = None  # the departure waits for a reading
    party.hub.leave(ann.topic, ann)
    assert not await party.hub.all_is_stored(0.05)
    party.handler.slow.set()
    assert await party.hub.all_is_stored(20) and party.handler.words() == ["+ann", "-ann"]


@party()
async def test_the_end_waits_until_the_others_know_who_left(party):
    ann, party.bus.is_idle = await party.enter("ann"), False
    party.hub.leave(ann.topic, ann)
    end = asyncio.ensure_future(party.hub.all_is_stored(20))
    await until(lambda: party.handler.words() == ["+ann", "-ann"])
    done, _ = await asyncio.wait([end], timeout=0.1)
    assert not done
    party.bus.is_idle = True
    assert await end


@party()
async def test_the_end_waits_in_vain_for_others_who_cannot_be_told(party):
    party.bus.is_idle = False
    assert await party.hub.all_is_stored(0.05)
