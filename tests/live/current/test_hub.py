"""The hub: everybody hears the same in the same order, and one failure is one failure."""
import asyncio
import threading

from django.db import InterfaceError, OperationalError

from live import hub as hub_module
from live.base import Bulletin, Place, Refused
from tests.live.current.party import Ear, Silence, party, until
from tests.live.words import news


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

    def swap_late(turn):
        gate.wait(2)
        return swap(turn)
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
    party.handler._swap = lambda turn: False
    await party.send(ear, "tea")
    await until(lambda: "busy tea" in ear.heard)
    assert len(party.handler.commits) == hub_module.MOST_RACES + 1


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
    failures = (InterfaceError(), "busy tea"), (OperationalError(), "busy tea"), (KeyError(), "server_error tea")
    for error, answer in failures:
        party.handler.failing = error
        await party.send(ear, "tea")
        await until(lambda: ear.heard[-1] == answer)
        party.handler.failing = None
        await party.send(ear, "milk")
        await until(lambda: ear.heard[-1] == "ok milk")


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
        assert 4711 not in party.hub.topics and 4711 not in party.wire.joined
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
async def test_a_topic_is_forgotten_when_its_last_socket_goes(party):
    ann, tv = await party.enter("ann"), await party.enter()
    party.hub.leave(ann.topic, ann)
    await party.quiet()
    assert 1 in party.hub.topics
    party.hub.leave(tv.topic, tv)
    await party.quiet()
    assert party.hub.topics == {} and party.wire.joined == []
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
    class SlowWire(Silence):
        async def join(self, key):
            await super().join(key)
            await gate.wait()
    gate = asyncio.Event()
    party.hub.wire = party.wire = SlowWire()
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


@party(1, 2, 3)
async def test_a_room_that_cannot_be_stored_fails_alone(party):
    def store_or_fail(turn):
        return 1 // 0 if "poison" in turn.words else swap(turn)
    ears = [await party.enter(topic=topic) for topic in (1, 2, 3)]
    swap, party.handler._swap = party.handler._swap, store_or_fail
    for ear, word in zip(ears, ("poison", "poison", "tea")):
        await party.send(ear, word)
    await until(lambda: all(len(ear.heard) > 1 for ear in ears))
    assert [ear.heard[-1] for ear in ears] == ["server_error poison", "server_error poison", "ok tea"]


@party(1, 2)
async def test_a_locked_database_is_not_asked_again_for_each_room(party):
    ears = [await party.enter(topic=topic) for topic in (1, 2)]
    party.handler.failing = OperationalError("locked")
    for ear in ears:
        await party.send(ear, "tea")
    await until(lambda: all(ear.heard[-1] == "busy tea" for ear in ears))
    assert len(party.handler.commits) == 1


@party()
async def test_a_bulletin_made_in_another_thread_is_told_here_and_elsewhere(party):
    ear = await party.enter()
    bulletin = news(1, words="joined")
    threading.Thread(target=party.hub.publish, args=(bulletin,)).start()
    await until(lambda: "news 2 joined" in ear.heard)
    assert party.wire.said == [bulletin]


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
    assert party.wire.said == [news(1, words="tea")]


@party()
async def test_news_about_a_topic_without_sockets_here_are_ignored(party):
    party.hub.hear(news(1, topic=4711))
    assert party.hub.topics == {}


@party()
async def test_a_seat_that_moved_closes_the_old_device_only(party):
    old, bob = await party.enter("ann"), await party.enter("bob")
    party.hub.hear(Bulletin(1, 0, 0, "", {}, {"ann": "seat_moved"}))
    assert old.heard[-1] == "goodbye seat_moved" and old.closed == 4000
    assert bob.closed is None and "goodbye" not in bob.heard[-1]


def in_a_crowd(test):
    """With so few sockets as a test has already a crowd."""
    def run(monkeypatch):
        monkeypatch.setattr(hub_module, "CROWD", 2)
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
        monkeypatch.setattr(hub_module, "AUDIT_SECONDS", 0.01)
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
