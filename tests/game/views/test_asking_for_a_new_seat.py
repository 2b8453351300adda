"""Waiting for a new seat where whoever hosts lets people in."""
from __future__ import unicode_literals

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from common.compat import json_loads
from game.models import LinePlace, SeatRequest
from game.rooms import newcomers
from tests.game.pages import address, json_of, path_of, text_of
from tests.game.table import a_table
from tests.game.views.at_the_door import seated, send, take_seat

pytestmark = pytest.mark.django_db


@pytest.fixture
def table(published):
    """Ann hosts, Bob is a co-host; new people are asked about."""
    table = a_table("Ann", "Bob", "Cat")
    table.act("ann", "make_cohost", {"player": "2"})
    set_door(table, "ask")
    return table


@pytest.fixture
def host(table):
    return seated(table, "ann")


def set_door(table, door):
    table.act("ann", "change_settings", {"settings": {"door": door}})


def asks_of(client, table):
    return json_of(client.get(address("asks", table.room.code)))["asks"]


def answer(client, table, yes):
    pk = SeatRequest.objects.latest("pk").pk
    return json_of(send(client, "answer_ask", table, id=pk, yes=yes))["message"]


def look(client, table, do="look"):
    return json_of(send(client, "door", table, do=do))


def state_of(client, table):
    request = look(client, table)["request"]
    return request and request["state"]


def back(client, table):
    return json_of(send(client, "back", table))


def names(table):
    return [player["name"] for player in table.state["players"].values() if player["presence"] != "left"]


def make_old(minutes):
    SeatRequest.objects.update(created=timezone.now() - datetime.timedelta(minutes=minutes))


class TestAsking(object):
    def test_a_newcomer_waits_at_the_table_and_has_no_seat(self, client, table):
        assert path_of(take_seat(client, table, "Eve")) == address("room", table.room.code)
        assert "Eve" not in names(table)
        assert look(client, table)["request"] == {"name": "Eve", "state": "waiting", "asked": "Ann", "is_new": True}

    def test_the_host_and_the_cohost_are_asked_and_nobody_else(self, client, table, host, published):
        take_seat(client, table, "Eve")
        question, = asks_of(host, table)
        assert question["name"] == "Eve" and asks_of(seated(table, "bob"), table) == [question]
        assert asks_of(seated(table, "cat"), table) == []
        told = {who: json_loads(text) for update in published for who, text in update.private.items()}
        assert told == {"1": {"type": "asks", "asks": [question]}, "2": {"type": "asks", "asks": [question]}}

    def test_the_entrance_says_that_somebody_is_asked(self, client, table):
        assert "Ask for a seat" in text_of(client.get(address("room", table.room.code)))

    def test_the_question_has_the_face_that_was_chosen(self, client, table, host):
        client.post(address("take_seat", table.room.code), {"name": "Eve", "face": 5, "colour": 3})
        question, = asks_of(host, table)
        assert (question["face"], question["colour"]) == (5, 3)

    def test_where_nobody_sits_nobody_is_asked(self, client, table):
        for who in ("ann", "bob", "cat"):
            table.act(who, "leave")
        take_seat(client, table, "Eve")
        assert names(table) == ["Eve"]

    def test_pressing_twice_asks_once(self, client, table):
        take_seat(client, table, "Eve")
        take_seat(client, table, "Eva")
        assert SeatRequest.objects.get().name == "Eva"

    def test_so_many_ask_at_once_and_no_more(self, client, table, monkeypatch):
        monkeypatch.setattr(newcomers, "MOST_OPEN", 2)
        for name in ("Eve", "Fay"):
            take_seat(Client(), table, name)
        assert "ask again in a moment" in text_of(take_seat(client, table, "Gus"))
        assert SeatRequest.objects.count() == 2

    def test_one_address_asks_so_often_only(self, table, standing_clock, monkeypatch):
        monkeypatch.setattr("game.rooms.caps.NEWCOMERS_OF_AN_ADDRESS", "1/10m")
        take_seat(Client(), table, "Eve")
        assert "ask again in ten minutes" in text_of(take_seat(Client(), table, "Fay"))

    def test_who_was_removed_asks_for_nothing(self, table):
        cat = seated(table, "cat")
        table.act("ann", "kick", {"player": "3"})
        assert take_seat(cat, table, "Eve").status_code == 403 and not SeatRequest.objects.exists()


class TestAnswers(object):
    def test_a_yes_gives_the_seat_once_they_come_for_it(self, client, table, host):
        take_seat(client, table, "Eve")
        assert answer(host, table, True) == "They get the seat."
        assert state_of(client, table) == "yes" and back(client, table) == {"seated": True}
        assert "Eve" in names(table) and not SeatRequest.objects.exists()

    def test_the_first_answer_counts(self, client, table, host):
        take_seat(client, table, "Eve")
        answer(seated(table, "bob"), table, False)
        assert answer(host, table, True) == "That is settled already."
        assert state_of(client, table) == "no" and back(client, table) == {"seated": False}

    def test_who_heard_no_asks_no_more(self, client, table, host):
        take_seat(client, table, "Eve")
        answer(host, table, False)
        assert "The host said no" in text_of(take_seat(client, table, "Eva"))

    def test_nobody_comes_twice_by_one_yes(self, client, table, host):
        take_seat(client, table, "Eve")
        answer(host, table, True)
        given = SeatRequest.objects.get()
        SeatRequest.objects.all().delete()
        with pytest.raises(newcomers._TooLateError):
            newcomers._take(given)

    def test_a_name_that_is_taken_meanwhile_gets_a_number(self, client, table, host):
        take_seat(client, table, "Eve")
        table.sit_down("Eve", let_in=True)
        answer(host, table, True)
        back(client, table)
        assert "Eve 2" in names(table)

    def test_nobody_answers_for_ten_minutes_and_they_may_ask_again(self, client, table, host):
        take_seat(client, table, "Eve")
        make_old(11)
        assert state_of(client, table) == "over" and asks_of(host, table) == []
        take_seat(client, table, "Eve")
        assert state_of(client, table) == "waiting"

    def test_a_yes_counts_for_an_hour(self, client, table, host):
        take_seat(client, table, "Eve")
        answer(host, table, True)
        make_old(59)
        assert state_of(client, table) == "yes"
        make_old(61)
        assert state_of(client, table) is None and back(client, table) == {"seated": False}

    def test_who_asks_no_more_is_forgotten(self, client, table, host):
        take_seat(client, table, "Eve")
        look(client, table, "withdraw")
        assert asks_of(host, table) == []


class TestMeanwhile(object):
    def test_a_door_that_opens_lets_them_in_and_one_that_is_locked_does_not(self, client, table, host):
        take_seat(client, table, "Eve")
        set_door(table, "locked")
        assert state_of(client, table) is None and asks_of(host, table) == []
        set_door(table, "open")
        assert state_of(client, table) == "yes" and back(client, table) == {"seated": True}

    def test_a_new_host_is_asked(self, client, table):
        take_seat(client, table, "Eve")
        table.act("ann", "make_host", {"player": "3"})
        assert [ask["name"] for ask in asks_of(seated(table, "cat"), table)] == ["Eve"]
        assert look(client, table)["request"]["asked"] == "Cat"

    def test_with_nobody_here_who_could_answer_they_wait(self, client, table):
        take_seat(client, table, "Eve")
        for who in ("ann", "bob", "cat"):
            table.act(who, "disconnect")
        players = {number: dict(player, gone_at=1) for number, player in table.state["players"].items()}
        table.alter(players=players)
        assert look(client, table)["request"]["asked"] == ""

    def test_a_room_that_fills_up_puts_who_was_let_in_into_the_line(self, client, table, host, settings):
        take_seat(client, table, "Eve")
        settings.SEATS_PER_ROOM = 3
        answer(host, table, True)
        standing = look(client, table)
        assert standing["line"] == {"place": 1, "until": None} and standing["full"]
        assert "Nobody can sit down" not in back(client, table)["message"] and state_of(client, table) == "yes"
        table.act("cat", "leave")
        assert look(client, table)["line"]["until"] and back(client, table) == {"seated": True}
        assert not LinePlace.objects.exists()

    def test_who_leaves_the_line_gives_the_yes_back(self, client, table, host, settings):
        take_seat(client, table, "Eve")
        settings.SEATS_PER_ROOM = 3
        answer(host, table, True)
        look(client, table)
        assert look(client, table, "leave")["line"] is None and look(client, table)["request"] is None
