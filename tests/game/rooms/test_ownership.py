"""Seats that change hands: adopted at sign-in, let go when an account ends."""
from __future__ import unicode_literals

import mock
import pytest

from common.compat import json_loads
from game.models import RoundResult
from game.rooms import ownership, services
from game.seats import sessions
from tests.game.people import a_table_of, an_account, own, win_round
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


def keys(*players):
    return [player.key for player in players]


def test_seats_of_nobody_become_the_accounts():
    one, two, ann = a_table("Ann"), a_table("Annie", name="Cake"), an_account()
    assert ownership.adopt(ann, keys(one.player("ann"), two.player("annie"))) == set()
    assert {one.player("ann").user, two.player("annie").user} == {ann}


def test_the_room_is_kept_for_an_opener_who_signs_in_and_for_no_other():
    table, other = a_table("Ann", "Bob"), a_table("Ann", "Bob", name="Cake")
    ann = an_account()
    ownership.adopt(ann, keys(table.player("ann"), other.player("bob")))
    assert table.state["owned"] is True and "owned" not in other.state


def test_a_busy_table_keeps_nobody_from_signing_in():
    table, ann = a_table("Ann"), an_account()
    with mock.patch("game.rooms.services.play", side_effect=services.Busy):
        ownership.adopt(ann, keys(table.player("ann")))
    assert table.player("ann").user == ann


def test_the_room_of_a_closed_account_is_kept_for_nobody():
    table, ann = a_table("Ann", "Bob"), an_account()
    ownership.adopt(ann, keys(table.player("ann")))
    ownership.let_go(table.player("ann"))
    assert "owned" not in table.state and table.state["host"] == "2"


def test_a_seat_of_another_account_stays_theirs_and_is_named():
    bob = an_account("bob")
    table = a_table_of(bob, "Bob")
    assert ownership.adopt(an_account(), keys(table.player("bob"))) == {table.player("bob").key}
    assert table.player("bob").user == bob


def test_an_account_with_a_seat_in_the_room_leaves_the_other_one():
    ann = an_account()
    table = a_table_of(ann, "Ann", "Bob")
    assert ownership.adopt(ann, keys(table.player("bob"))) == set()
    assert table.player("bob").user is None and table.player("ann").user == ann


def test_of_two_free_seats_in_one_room_an_account_gets_one():
    ann, table = an_account(), a_table("Ann", "Bob")
    assert ownership.adopt(ann, keys(*table.room.players.all())) == set()
    assert table.room.players.filter(user=ann).count() == 1


def test_a_seat_that_is_let_go_is_nobodys_everywhere():
    table = a_table_of(an_account(), "Ann", "Bob", "Cat", "Dan")
    table.deal()
    win_round(table, "ann")
    before = table.player("ann")
    ownership.let_go(before)
    after = table.player("ann")
    assert (after.user, after.name) == (None, "Somebody")
    assert after.key != before.key
    assert table.state["players"]["1"]["name"] == "Somebody"
    names = [play["name"] for result in RoundResult.objects.all() for play in json_loads(result.plays)]
    assert "Somebody" in names and "Ann" not in names


def test_letting_go_frees_the_chair_and_keeps_the_points(published):
    table = a_table_of(an_account(), "Ann", "Bob", "Cat", "Dan")
    table.deal()
    win_round(table, "ann")
    ownership.let_go(table.player("ann"))
    assert [entry["type"] for entry in json_loads(published[-1].public)["log"]][:2] == ["renamed", "left"]
    player = table.state["players"]["1"]
    assert (player["presence"], player["score"]) == ("left", 1)
    assert table.state["host"] != "1"


def test_whoever_leaves_the_lobby_leaves_no_trace_in_it():
    table = a_table_of(an_account())
    ownership.let_go(table.player("ann"))
    assert "1" not in table.state["players"] and table.player("ann").name == "Somebody"


@pytest.mark.parametrize("gone", ["leave", "kick"])
def test_whoever_has_gone_before_is_renamed_too(gone):
    table = a_table("Ann", "Bob", "Cat", "Dan")
    own(table, "bob", an_account("bob"))
    table.deal()
    table.act("bob" if gone == "leave" else "ann", gone, {"player": "2"})
    ownership.let_go(table.player("bob"))
    assert table.state["players"]["2"]["name"] == "Somebody"
    assert table.player("bob").kicked == (gone == "kick")


def test_nobodies_of_one_room_are_told_apart():
    table = a_table("Ann", "Bob", "some body", "Cat", "Dan")
    for who in ("bob", "ann"):
        own(table, who, an_account(who))
        ownership.let_go(table.player(who))
    assert [table.player(who).name for who in ("bob", "ann")] == ["Somebody 2", "Somebody 3"]


def test_letting_go_twice_does_the_rest():
    table = a_table_of(an_account(), "Ann", "Bob", "Cat", "Dan")
    table.deal()
    win_round(table, "ann")
    with mock.patch("game.rooms.ownership._rename_in_history",
                    side_effect=MemoryError), pytest.raises(MemoryError):
        ownership.let_go(table.player("ann"))
    assert table.player("ann").user is not None
    ownership.let_go(table.player("ann"))
    assert "Ann" not in table.room.results.first().plays and table.player("ann").user is None


def test_other_rooms_keep_their_own_people():
    table, other = a_table_of(an_account()), a_table("Ann", "Bob", "Cat", name="Cake")
    other.deal()
    win_round(other, "ann")
    ownership.let_go(table.player("ann"))
    assert other.player("ann").name == "Ann" and "Ann" in other.room.results.first().plays


def test_the_personal_link_of_nobody_opens_nothing():
    table = a_table_of(an_account())
    session = {}
    sessions.remember(session, table.player("ann"))
    ownership.let_go(table.player("ann"))
    assert sessions.seat_of(table.room, None, session) is None
