"""Waiting at the door for one's own seat, which somebody at the table may give back."""
from __future__ import unicode_literals

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from common.compat import json_loads
from game.models import SeatRequest
from game.rooms import services
from tests.game.pages import address, come_in, json_of, path_of, text_of
from tests.game.people import an_account, own
from tests.game.table import a_table
from tests.game.views.at_the_door import seated, send, take_seat

pytestmark = pytest.mark.django_db


@pytest.fixture
def table(published):
    """Ann hosts; Bob and Cat are here, Sam has lost the connection."""
    table = a_table("Ann", "Bob", "Cat", "Sam")
    table.act("sam", "disconnect")
    return table


@pytest.fixture
def host(table):
    return seated(table, "ann")


def ask(client, table, name="Sam", **extra):
    return client.post(address("ask", table.room.code), {"name": name}, **extra)


def asks_of(client, table):
    return json_of(client.get(address("asks", table.room.code)))["asks"]


def answer(client, table, yes, pk=None):
    pk = SeatRequest.objects.get().pk if pk is None else pk
    return json_of(send(client, "answer_ask", table, id=pk, yes=yes))


def state_of(client, table):
    request = json_of(send(client, "door", table, do="look"))["request"]
    return request and request["state"]


def make_old(minutes):
    SeatRequest.objects.update(created=timezone.now() - datetime.timedelta(minutes=minutes))


class TestOnesOwnSeat(object):
    @pytest.mark.parametrize("name", ["Sam", " s am", "SAM"])
    def test_who_comes_by_the_name_of_somebody_away_may_ask(self, client, table, name):
        page = take_seat(client, table, name)
        assert page.status_code == 409 and "Ask Ann for my seat" in text_of(page)

    def test_the_name_of_somebody_who_is_here_is_just_taken(self, client, table):
        page = text_of(take_seat(client, table, "Bob"))
        assert "has that name already" in page and "for my seat" not in page
        assert "has that name already" in text_of(ask(client, table, "Bob"))

    def test_the_host_is_asked_and_who_asked_waits(self, client, table, host, published):
        assert path_of(ask(client, table)) == address("room", table.room.code)
        question, = asks_of(host, table)
        assert question["player"] == "4" and state_of(client, table) == "waiting"
        told = {who: json_loads(text) for update in published for who, text in update.private.items()}
        assert told["1"] == {"type": "asks", "asks": [question]}

    def test_a_yes_gives_the_seat_and_the_old_device_is_told(self, client, table, host, published):
        old = table.player("sam").key
        ask(client, table)
        assert answer(host, table, True)["asks"] == [] and state_of(client, table) == "yes"
        assert json_of(send(client, "back", table)) == {"seated": True}
        assert table.player("sam").key != old
        assert '"player":"4"' in text_of(client.get(address("room", table.room.code)))
        assert published[-1].disconnects == {"4": "seat_moved"}

    def test_without_a_yes_nobody_gets_a_seat(self, client, table, host):
        old = table.player("sam").key
        ask(client, table)
        assert json_of(send(client, "back", table)) == {"seated": False}
        answer(host, table, False)
        assert json_of(send(client, "back", table)) == {"seated": False}
        assert table.player("sam").key == old and state_of(client, table) == "no"

    def test_a_yes_is_for_the_one_who_asked(self, client, table, host):
        ask(client, table)
        answer(host, table, True)
        other = Client()
        come_in(other, table.room)
        assert json_of(send(other, "back", table)) == {"seated": False}

    def test_a_yes_does_not_last(self, client, table, host):
        ask(client, table)
        answer(host, table, True)
        make_old(11)
        assert state_of(client, table) == "over" and json_of(send(client, "back", table)) == {"seated": False}
        make_old(21)
        assert state_of(client, table) is None

    @pytest.mark.parametrize("who", ["bob", "cat"])
    def test_nobody_else_answers(self, client, table, who):
        ask(client, table)
        other = seated(table, who)
        assert asks_of(other, table) == []
        assert answer(other, table, True)["message"] == "That is settled already."
        assert state_of(client, table) == "waiting"

    @pytest.mark.parametrize("document", [{}, {"id": "1", "yes": True}, {"id": 1}, {"id": 1, "yes": "yes"},
                                          {"id": 10 ** 15, "yes": True}, {"id": True, "yes": True}])
    def test_what_is_no_answer_changes_nothing(self, client, table, host, document):
        ask(client, table)
        assert json_of(send(host, "answer_ask", table, **document))["message"] == "That is settled already."

    def test_who_watches_and_who_is_nobody_decides_nothing(self, client, table):
        ask(client, table)
        assert client.get(address("asks", table.room.code)).status_code == 404
        assert send(Client(), "answer_ask", table, id=1, yes=True).status_code == 404

    def test_about_the_host_decides_who_has_been_here_for_longest(self, client, table):
        table.act("ann", "disconnect")
        table.alter(players=dict(table.state["players"], **{
            "1": dict(table.state["players"]["1"], presence="gone", gone_at=1)}))
        assert "Ask Bob for my seat" in text_of(take_seat(client, table, "Ann"))
        ask(client, table, "Ann")
        assert len(asks_of(seated(table, "bob"), table)) == 1 and asks_of(seated(table, "cat"), table) == []

    def test_the_seat_of_an_account_takes_signing_in(self, client, table):
        own(table, "sam", an_account("sam"))
        page = text_of(take_seat(client, table))
        assert "sign in" in page and "for my seat" not in page
        assert ask(client, table).status_code == 409 and not SeatRequest.objects.exists()

    def test_pressing_twice_asks_once(self, client, table):
        ask(client, table)
        ask(client, table)
        assert SeatRequest.objects.count() == 1

    def test_two_do_not_ask_for_one_seat(self, client, table):
        ask(client, table)
        assert "being asked something like that" in text_of(ask(Client(), table))

    def test_after_two_noes_it_stays_at_that(self, table, host):
        for _ in range(2):
            ask(Client(), table)
            answer(host, table, False, SeatRequest.objects.get(answer="").pk)
        assert "The answer was no" in text_of(ask(Client(), table)) and asks_of(host, table) == []

    def test_one_address_asks_a_few_times_only(self, table, standing_clock):
        answers = [ask(Client(), table, "Nobody").status_code for _ in range(7)]
        assert answers == [409] * 7
        assert "ask again in ten minutes" in text_of(ask(Client(), table))
        assert ask(Client(), table, REMOTE_ADDR="192.0.2.8").status_code == 302

    def test_who_takes_another_name_asks_no_more(self, client, table, host):
        ask(client, table)
        assert take_seat(client, table, "Samuel").status_code == 302
        assert asks_of(host, table) == [] and not SeatRequest.objects.exists()

    def test_who_asks_no_more_is_forgotten(self, client, table, host):
        ask(client, table)
        assert json_of(send(client, "door", table, do="withdraw"))["request"] is None
        assert asks_of(host, table) == []

    def test_whoever_leaves_meanwhile_is_asked_about_no_more(self, client, table, host):
        ask(client, table)
        table.act("ann", "kick", {"player": "4"})
        assert asks_of(host, table) == [] and state_of(client, table) == "over"

    def test_who_was_removed_asks_for_nothing(self, table):
        bob = seated(table, "bob")
        table.act("ann", "kick", {"player": "2"})
        assert ask(bob, table).status_code == 403 and not SeatRequest.objects.exists()

    def test_a_locked_room_wants_its_password_first(self, client, table):
        room = table.room
        room.password = services.open_room("Dan", password="sesame").room.password
        room.save()
        ask(client, table)
        assert not SeatRequest.objects.exists()
        client.post(address("take_seat", room.code), {"name": "Sam", "password": "sesame"})
        assert ask(client, table).status_code == 302 and SeatRequest.objects.exists()
