"""Who has which name: whoever sits in the room, and nobody else."""
from __future__ import unicode_literals

import pytest

from game.models import Player
from game.moves import batches
from game.moves.names import numbered
from game.rooms import services
from tests.game.people import win_round
from tests.game.table import a_table, loaded_too_early, unpublished

pytestmark = pytest.mark.django_db


def names(table):
    """{number: name} at the table and in the rows, which must say the same of everybody at the table."""
    rows = dict(table.room.players.values_list("number", "name"))
    at_table = {int(number): player["name"] for number, player in table.state["players"].items()}
    assert {number: rows[number] for number in at_table} == at_table
    return at_table


def leave(table, who):
    table.act(who, "leave")


def be_removed(table, who):
    table.act("ann", "kick", {"player": table.number(who)})


def be_called_otherwise(table, who):
    table.act(who, "change_name", {"name": "Rob"})


@pytest.mark.parametrize("running", [False, True])
@pytest.mark.parametrize("stop", [leave, be_removed, be_called_otherwise])
def test_a_name_that_nobody_here_has_any_more_is_free(stop, running):
    table = a_table("Ann", "Bob", "Cat", "Dan")
    if running:
        table.deal()
    stop(table, "bob")
    assert services.join(table.room, "BOB").number == 5
    assert names(table)[5] == "BOB"


@pytest.mark.parametrize("presence", ["gone", "away"])
def test_whoever_is_away_keeps_the_name(presence):
    table = a_table()
    people = table.state["players"]
    people["2"].update(presence=presence, gone_at=1)
    table.alter(players=people)
    with pytest.raises(services.NameTakenError):
        services.join(table.room, "Bob")


@pytest.mark.parametrize("running", [False, True])
def test_whose_name_was_taken_meanwhile_comes_back_with_a_number(running):
    table = a_table("Ann", "Bob", "Cat", "Dan")
    if running:
        table.deal()
    leave(table, "bob")
    table.sit_down("Bob 2")
    table.sit_down("bob")
    services.come_back(Player.objects.get(room=table.pk, number=2))
    assert names(table)[2] == "Bob 3" and names(table)[6] == "bob"


def test_whose_name_is_free_again_comes_back_by_the_one_they_had_last():
    table = a_table()
    leave(table, "bob")
    services.come_back(table.player("bob"))
    assert names(table)[2] == "Bob"


@pytest.mark.parametrize("name", ["Cat", " c at", "\uff23at"])
def test_nobody_takes_the_name_of_another(name):
    table = a_table()
    assert table.why_not("bob", "change_name", {"name": name}) == "name_taken"
    assert names(table)[2] == "Bob"


def test_a_name_is_tidied_as_at_the_door():
    table = a_table()
    table.act("bob", "change_name", {"name": "  Bob   Lee "})
    assert names(table)[2] == "Bob Lee"


def test_ones_own_name_may_be_written_otherwise():
    table = a_table()
    table.act("bob", "change_name", {"name": "BOB"})
    assert names(table)[2] == "BOB"


@pytest.mark.parametrize("args", [{}, {"name": ""}, {"name": 5}, {"name": "x" * 25}, {"name": "a\u202eb"}])
def test_what_is_no_name_at_the_door_is_none_here(args):
    table = a_table()
    assert table.why_not("bob", "change_name", args) == "bad_name"
    assert names(table)[2] == "Bob"


def test_a_client_gets_no_number_behind_a_taken_name():
    table = a_table()
    assert table.why_not("bob", "change_name", {"name": "Cat", "numbered": True}) == "name_taken"


def test_of_two_who_take_one_name_in_one_moment_one_has_it():
    table = a_table("Ann")

    def somebody_is_first():
        with unpublished():
            services.join(table.room, "Bob")
    with loaded_too_early(somebody_is_first), pytest.raises(services.NameTakenError):
        services.join(table.room, "bob")
    assert names(table) == {1: "Ann", 2: "Bob"} and table.room.players.count() == 2


def test_of_two_who_change_to_one_name_in_one_batch_one_has_it():
    table = a_table()
    moves = [table.move(who, "change_name", {"name": "Rob"}, who) for who in ("bob", "cat")]
    outcome = batches.advance(batches.load(table.pk), moves)
    assert [answer and answer.code for answer in outcome.answers] == [None, "name_taken"]
    assert batches.commit([outcome]) == [True] and names(table) == {1: "Ann", 2: "Rob", 3: "Cat"}


def test_rounds_know_whose_they_are_when_names_have_passed_on():
    table = a_table("Ann", "Bob", "Cat", "Dan")
    table.deal()
    result = win_round(table, "bob")
    be_called_otherwise(table, "bob")
    table.sit_down("Bob")
    assert result.winner.number == 2
    assert '"player":2,' in result.plays.replace(" ", "") and '"player":5' not in result.plays


def test_numbers_are_counted_and_names_stay_short_enough():
    names = numbered("x" * 24)
    assert [next(names), next(names)] == ["x" * 22 + " 2", "x" * 22 + " 3"]
