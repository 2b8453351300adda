"""A topic tells updates in the order of their versions, whatever order they come in."""
import asyncio

import pytest

from live.base import Update
from live.current import topic as topic_module
from live.current.topic import Topic
from tests.live.current.party import Ear, until
from tests.live.words import Words, news


class Room:
    """A topic at version 1 with one spectator; `asked` counts the requests to read it again."""

    def __init__(self):
        self.handler = Words(1)
        self.topic, self.ear, self.asked = Topic(1, self.handler), Ear(), 0
        self.topic.read(self.handler.load(1))
        self.topic.add(self.ear, None)

    def hear(self, *updates):
        for update in updates:
            self.topic.tell(update, self._ask)

    def _ask(self, topic):
        self.asked += 1


def loop(test):
    """Runs `async def test(room)`."""
    def run():
        async def within():
            await test(Room())
        asyncio.run(within())
    run.__name__ = test.__name__
    return run


@pytest.fixture(autouse=True)
def short_patience(monkeypatch):
    monkeypatch.setattr(topic_module, "GAP_SECONDS", 0.02)


@loop
async def test_what_comes_out_of_order_waits_and_is_put_right(room):
    room.hear(news(3), news(2))
    assert room.ear.heard == []
    room.hear(news(1))
    assert [text.split()[1] for text in room.ear.heard] == ["2", "3", "4"]
    await asyncio.sleep(0.04)
    assert room.asked == 0


@loop
async def test_what_comes_twice_is_told_once(room):
    room.hear(news(1), news(1), news(2), news(1))
    assert [text.split()[1] for text in room.ear.heard] == ["2", "3"]


@loop
async def test_a_lost_bulletin_leads_to_a_new_reading(room):
    room.hear(news(2))
    await until(lambda: room.asked == 1)
    assert room.ear.heard == []


@loop
async def test_everybody_is_welcomed_anew_after_a_gap(room):
    room.handler.overtake(1, "lost")
    room.handler.overtake(1, "early")
    room.hear(news(2))
    room.topic.catch_up(room.topic.read(room.handler.load(1)))
    assert room.ear.heard == ["welcome spectator at 3"]
    room.hear(news(2), news(3))
    assert room.ear.heard[1:] == [news(3).public]


@loop
async def test_a_reading_that_is_no_news_is_not_told(room):
    room.topic.catch_up(room.handler.load(1))
    assert room.ear.heard == []


@loop
async def test_an_older_reading_does_not_replace_what_is_known(room):
    old = room.handler.load(1)
    room.handler.overtake(1, "new")
    new = room.topic.read(room.handler.load(1))
    assert room.topic.read(old) is new and room.topic.snapshot is new


@loop
async def test_news_from_elsewhere_make_the_snapshot_old(room):
    room.hear(news(1))
    assert room.topic.snapshot is None


@loop
async def test_our_own_news_keep_the_snapshot(room):
    room.handler.overtake(1, "ours")
    room.topic.read(room.handler.load(1))
    room.hear(news(1))
    assert room.topic.snapshot.version == 2


def bob(room):
    ear = Ear()
    room.topic.add(ear, "bob")
    return ear


@loop
async def test_a_disconnect_comes_after_the_news_and_closes(room):
    ear = bob(room)
    room.hear(news(1, disconnects={"bob": "kicked"}))
    assert ear.heard == ["news 2 ", "goodbye kicked"] and ear.closed == 4000
    assert room.ear.closed is None


@loop
async def test_a_disconnect_is_said_though_the_news_are_known_already(room):
    ear = bob(room)
    room.handler.overtake(1, "kick")
    room.topic.catch_up(room.topic.read(room.handler.load(1)))
    room.hear(news(1, disconnects={"bob": "kicked"}))
    assert ear.heard == ["welcome bob at 2", "goodbye kicked"] and ear.closed == 4000
    assert room.ear.heard == ["welcome spectator at 2"]


@loop
async def test_a_disconnect_is_said_though_news_before_it_are_lost(room):
    ear = bob(room)
    room.hear(news(2, disconnects={"bob": "kicked"}))
    assert ear.closed == 4000


@loop
async def test_a_goodbye_without_news_leaves_the_versions_alone(room):
    ear = bob(room)
    room.hear(Update(1, 0, 0, "", {}, {"bob": "seat_moved"}), news(1))
    assert ear.heard == ["goodbye seat_moved"] and room.ear.heard == ["news 2 "]


def aside(**private):
    """A word to these people alone, which is no news."""
    return Update(1, 0, 0, "", private, {})


@loop
async def test_a_word_aside_reaches_every_device_of_one_person_at_once(room):
    phone, tablet = bob(room), bob(room)
    room.hear(aside(bob="sent"))
    assert phone.heard == tablet.heard == ["sent"] and room.ear.heard == []


@loop
async def test_a_word_aside_does_not_wait_for_news_that_are_late(room):
    ear = bob(room)
    room.hear(news(2), aside(bob="sent"))
    assert ear.heard == ["sent"]
    room.hear(news(1))
    assert ear.heard == ["sent", "news 2 ", "news 3 "]


@loop
async def test_a_word_aside_leaves_snapshot_and_versions_alone(room):
    bob(room)
    snapshot = room.topic.snapshot
    room.hear(aside(bob="sent"), aside(bob="opened"))
    assert room.topic.snapshot is snapshot and room.topic.told == 1 and room.asked == 0


@loop
async def test_a_word_to_somebody_who_is_not_here_is_no_error(room):
    room.hear(aside(nobody="sent"))
    assert room.ear.heard == []


@loop
async def test_every_device_of_a_person_hears_of_the_disconnect(room):
    ears = [bob(room), bob(room)]
    room.hear(news(1, disconnects={"bob": "kicked"}))
    assert [ear.closed for ear in ears] == [4000, 4000]


@loop
async def test_it_knows_first_and_last_sockets(room):
    one, two = Ear(), Ear()
    assert [room.topic.add(one, "ann"), room.topic.add(two, "ann"),
            room.topic.add(Ear(), None)] == [True, False, False]
    assert [room.topic.remove(one), room.topic.remove(one), room.topic.remove(two)] == [False, False, True]


@loop
async def test_a_socket_that_never_came_in_is_nobodys_last(room):
    room.topic.add(Ear(), "ann")
    stranger = Ear()
    stranger.who = "ann"
    assert room.topic.remove(stranger) is False and "ann" in room.topic.people
