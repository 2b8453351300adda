"""Leaving the seat to watch for a while, and taking it again."""
from __future__ import unicode_literals

import pytest

from tests.game.pages import address, json_of, text_of
from tests.game.table import a_table
from tests.game.views.at_the_door import seated, send

pytestmark = pytest.mark.django_db


@pytest.fixture
def table(published):
    table = a_table("Ann", "Bob", "Cat", "Dan")
    table.deal()
    table.act("dan", "watch")
    return table


@pytest.fixture
def dan(table):
    return seated(table, "dan")


def look(client, table, do="look"):
    return json_of(send(client, "door", table, do=do))


def room_page(client, table):
    return text_of(client.get(address("room", table.room.code)))


def test_the_page_of_the_room_stays_open_to_who_watches(dan, table):
    assert "Sit down again" in room_page(dan, table)
    assert look(dan, table)["full"] is False
    assert '"returns":"4"' in room_page(dan, table)


def test_the_entrance_lets_who_has_left_watch_also_without_the_password(dan, table):
    room = table.room
    room.password = "unknown"
    room.save()
    dan.post(address("watch", table.room.code))
    assert '"returns":"4"' in room_page(dan, table)


def test_the_seat_is_theirs_again_with_one_press(dan, table):
    hand = table.hand("dan")
    dan.post(address("take_seat", table.room.code))
    assert table.state["players"]["4"]["presence"] == "gone" and table.hand("dan") == hand
    assert '"returns":""' in room_page(dan, table)


def test_in_a_full_room_they_wait_in_line(dan, table, settings):
    settings.SEATS_PER_ROOM = 3
    assert look(dan, table, "wait")["line"] == {"place": 1, "until": None}
    assert dan.post(address("take_seat", table.room.code)).status_code == 409
    table.act("cat", "leave")
    assert look(dan, table)["line"]["until"]
    assert dan.post(address("take_seat", table.room.code)).status_code == 302


def test_a_door_at_which_people_are_asked_about_lets_them_back_without_a_question(dan, table):
    table.act("ann", "change_settings", {"settings": {"door": "ask"}})
    dan.post(address("take_seat", table.room.code))
    assert table.state["players"]["4"]["presence"] == "gone"
