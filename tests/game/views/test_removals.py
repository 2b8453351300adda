# coding: utf-8
"""Letting people in again whom the host has removed; and that nobody comes back without it."""
from __future__ import unicode_literals

import pytest
from django.test import Client

from common.compat import json_dumps, reverse
from game.models import Player
from tests.game.pages import address, json_of, path_of, sit, text_of
from tests.game.people import an_account, enter, own
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


@pytest.fixture
def table(published):
    """Ann hosts; Bob was removed."""
    table = a_table("Ann", "Bob", "Cat", "Dan")
    table.act("ann", "kick", {"player": "2"})
    return table


@pytest.fixture
def host(client, table):
    sit(client, table.player("ann"))
    return client


def let_in(client, table, player="2"):
    return client.post(address("let_in", table.room.code), json_dumps({"player": player}),
                       content_type="application/json")


def take_seat(client, table, name="Rob"):
    return client.post(address("take_seat", table.room.code), {"name": name})


def test_the_host_sees_who_was_removed(host, table):
    assert json_of(host.get(address("removed", table.room.code))) == {
        "removed": [{"player": "2", "name": "Bob"}]}


@pytest.mark.parametrize("who", ["bob", "cat", None])
def test_others_see_nothing_and_let_nobody_in(client, table, who):
    if who:
        sit(client, table.player(who))
    assert client.get(address("removed", table.room.code)).status_code == 404
    assert let_in(client, table).status_code == 404 and table.player("bob").kicked


def test_whoever_is_let_in_again_sits_down_where_they_sat(host, table):
    answer = json_of(let_in(host, table))
    assert answer["removed"] == [] and answer["message"].startswith("Bob may come in again")
    bob = Client()
    sit(bob, table.player("bob"))
    assert "Welcome back, Bob" in text_of(bob.get(address("room", table.room.code)))
    assert path_of(take_seat(bob, table)) == address("room", table.room.code)
    assert table.state["players"]["2"]["name"] == "Bob"


@pytest.mark.parametrize("player", ["3", "9", "x", "", None, 2, "1" * 40, "\u0662"])
def test_nobody_is_let_in_who_was_not_removed(host, table, player):
    assert json_of(let_in(host, table, player))["message"] == "They are in already."
    assert Player.objects.filter(kicked=True).count() == 1


def test_who_was_removed_takes_no_seat_by_another_name(client, table):
    sit(client, table.player("bob"))
    assert take_seat(client, table).status_code == 403
    assert client.post(address("watch", table.room.code)).status_code == 403


def test_the_account_stays_out_on_every_device_and_in_every_other_seat(client, table):
    bob = an_account("bob")
    own(table, "bob", bob)
    enter(client, bob)
    sit(client, table.player("cat"))
    response = take_seat(client, table)
    assert response.status_code == 403 and "let you in again" in text_of(response)


def test_signing_out_does_not_let_anybody_in(client, table):
    bob = an_account("bob")
    own(table, "bob", bob)
    enter(client, bob)
    client.post(reverse("account_logout"))
    assert take_seat(client, table).status_code == 403


def test_who_signs_out_after_being_let_in_is_a_stranger(client, table):
    own(table, "bob", an_account("bob"))
    enter(client, table.player("bob").user)
    client.post(reverse("account_logout"))
    Player.objects.update(kicked=False)
    assert take_seat(client, table).status_code == 302 and "5" in table.state["players"]


def test_the_personal_link_of_a_friend_lets_nobody_in(client, table):
    sit(client, table.player("bob"))
    link = address("seat", table.player("cat").key)
    assert client.get(link).status_code == client.post(link).status_code == 403


def test_others_of_the_same_network_come_in(client, table):
    assert take_seat(client, table).status_code == 302


def called(client, table, typed):
    """The names that a search finds, and how many more there are."""
    answer = json_of(client.get(address("people", table.room.code), {"q": typed}))
    return [one["name"] for one in answer["people"]], answer["more"]


@pytest.mark.parametrize("who", ["ann", "moe"])
def test_who_sits_here_finds_people_by_letters_of_their_name(client, published, who):
    table = a_table("Ann", "Zoë Müller", "Moe", "Zo")
    sit(client, table.player(who))
    assert called(client, table, "OE") == (["Zoë Müller", "Moe"], 0)
    assert called(client, table, "zo") == (["Zoë Müller", "Zo"], 0)
    assert called(client, table, "x" * 3000) == ([], 0)


def test_who_begins_like_that_comes_first_and_the_answer_is_short(client, published):
    table = a_table("Ann", *["Tom%d" % number for number in range(22)] + ["Zotom"])
    sit(client, table.player("ann"))
    names, more = called(client, table, "tom")
    assert (names[0], len(names), more) == ("Tom0", 20, 3)
    assert called(client, table, "zot") == (["Zotom"], 0)


def test_who_was_removed_is_found_no_more(host, table):
    assert called(host, table, "bob") == ([], 0)


def test_without_letters_everybody_is_listed_in_the_order_of_their_seats(client, table):
    sit(client, table.player("cat"))
    assert called(client, table, " ") == (["Ann", "Cat", "Dan"], 0)


@pytest.mark.parametrize("who", ["bob", None])
def test_nobody_else_looks_for_people(client, table, who):
    if who:
        sit(client, table.player(who))
    assert client.get(address("people", table.room.code), {"q": "a"}).status_code == 404


def test_a_cohost_lets_people_in_again(client, table):
    table.act("ann", "make_cohost", {"player": "3"})
    sit(client, table.player("cat"))
    assert let_in(client, table).status_code == 200 and not table.player("bob").kicked
