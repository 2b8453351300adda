"""Rooms with bots in the database: they are nobody there, and nothing they do counts as a person's."""
from __future__ import unicode_literals

import mock
import pytest
import six

from common.compat import json_loads
from decks.cards.texts import fingerprint
from decks.models import WHITE, CardStatistic
from game import account_data
from game.history import counting, past_games
from game.models import Player, RoundResult
from game.rooms import services
from game.rooms.summary import summary_of
from game.rules import InvalidMoveError
from tests.game.people import a_table_of, an_account
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


def a_table_with_bots(*people, **deck):
    """A room with these people and two bots."""
    table = a_table(*people, **deck)
    table.act("ann", "add_bot")
    table.act("ann", "add_bot")
    return table


def bots_act(table):
    """All bots whose turn it is do what they would do within 8 s."""
    with mock.patch("game.moves.batches.now_ms", return_value=max(table.state["bots_act_at"].values())):
        return table.act("ann", "expire")


def play_to(table, phase):
    """Ann plays alone up to this phase of the round; her answer wins where she does not judge."""
    while table.state["phase"] != phase:
        if "bots_act_at" in table.state:
            bots_act(table)
        elif table.state["phase"] == "playing":
            table.play_first_cards("ann")
        elif table.state["phase"] == "revealing":
            table.reveal_all()
        else:
            table.pick()


def a_round_judged_by(table, is_bot):
    """Play a first round that a bot judges, or Ann."""
    table.act("ann", "change_settings", {"settings": {"next_judge": "order" if is_bot else "host"}})
    table.deal()
    play_to(table, "round_over")
    return RoundResult.objects.latest("pk")


def test_they_have_no_row_and_the_next_person_has_the_next_number():
    table = a_table_with_bots("Ann")
    assert Player.objects.count() == 1
    assert table.sit_down("Bob").number == 2


def test_pages_outside_the_table_tell_of_people():
    seen = summary_of(a_table_with_bots("Ann").room)
    assert (list(seen["players"].values()), seen["here"]) == (["Ann"], ["Ann"])


def test_a_bot_that_wins_is_told_by_its_name():
    table = a_table_with_bots("Ann")
    result = a_round_judged_by(table, is_bot=False)
    won, = [play for play in json_loads(result.plays) if play["won"]]
    assert (result.winner, result.judge.name, won["bot"]) == (None, "Ann", True)
    assert past_games.bot_that_won(result) == won["name"]


def test_what_bots_play_counts_for_no_card():
    a_round_judged_by(a_table_with_bots("Ann"), is_bot=False)
    counting.count()
    assert CardStatistic.objects.filter(kind=WHITE, played__gt=0).count() == 0


def test_what_bots_decide_counts_for_no_card():
    a_round_judged_by(a_table_with_bots("Ann"), is_bot=True)
    counting.count()
    assert CardStatistic.objects.filter(kind=WHITE, played__gt=0).count() == 0


def test_what_people_play_beside_a_bot_counts():
    table = a_table_with_bots("Ann", "Bob")
    table.deal()
    bots_act(table)
    table.play_first_cards("bob" if table.state["judge"] == "1" else "ann")
    table.reveal_all()
    table.pick()
    counting.count()
    mine, = [play for play in json_loads(RoundResult.objects.get().plays) if "bot" not in play]
    played = CardStatistic.objects.filter(kind=WHITE, played=1)
    assert [row.fingerprint for row in played] == [fingerprint(mine["cards"][0])]


def test_the_hands_of_bots_are_not_counted_as_left():
    table = a_table_with_bots("Ann")
    table.deal()
    hand = len(table.hand("ann"))
    table.act("ann", "end_game")
    counting.count()
    assert CardStatistic.objects.filter(kind=WHITE, discarded=1).count() == hand


def a_round_of_a_person_and_two_bots():
    """(account, table, RoundResult) of a round that the person judged, so that a bot has won it."""
    ann = an_account()
    table = a_table_of(ann)
    for number in range(2, 4):
        table.act("ann", "kick", {"player": "%d" % number})
    table.act("ann", "add_bot"), table.act("ann", "add_bot")
    return ann, table, a_round_judged_by(table, is_bot=False)


def test_a_game_that_a_bot_has_won_is_no_win_of_a_person():
    ann, table, result = a_round_of_a_person_and_two_bots()
    table.act("ann", "end_game")
    games, wins = past_games.past_games(ann)
    assert (games[0].won, wins.games) == (False, 0)
    assert dict(games[0].people)[past_games.bot_that_won(result)] == 1


def test_the_data_of_an_account_has_none_of_their_cards_and_names():
    ann, _, result = a_round_of_a_person_and_two_bots()
    data, plays = account_data.export(ann), json_loads(result.plays)
    assert [(entry["cards"], entry["judged"], entry["won"]) for entry in data["rounds"]] == [([], True, False)]
    told = six.text_type(data)
    assert result.black in told and len(plays) == 2
    assert [play for play in plays if play["name"] in told or play["cards"][0] in told] == []


@pytest.mark.parametrize("comes", [
    lambda table, name: table.sit_down(name),
    lambda table, name: table.act("ann", "change_name", {"name": name})])
def test_the_name_of_a_bot_may_be_had_and_the_bot_takes_another(comes):
    table = a_table_with_bots("Ann")
    name = table.state["players"]["1000001"]["name"]
    comes(table, name.upper())
    people = table.state["players"]
    assert name.upper() in [people[number]["name"] for number in people if "bot" not in people[number]]
    assert people["1000001"]["name"].upper() != name.upper()


def test_a_bot_keeps_nobody_from_coming_back_by_the_name_they_had():
    table = a_table_with_bots("Ann", "Bob")
    table.act("bob", "leave")
    players = table.state["players"]
    players["1000001"]["name"] = "Bob"
    table.alter(players=players)
    services.come_back(table.player("bob"))
    assert table.state["players"]["2"]["name"] == "Bob"


def test_bots_take_nobodys_seat(settings):
    settings.SEATS_PER_ROOM = 3
    table = a_table_with_bots("Ann", "Bob")
    assert table.sit_down("Cat").number == 3
    with pytest.raises(InvalidMoveError):
        table.sit_down("Dan")


def test_a_bot_that_was_renamed_in_a_game_has_one_line_in_it():
    ann = an_account()
    table = a_table_of(ann)
    for number in range(2, 4):
        table.act("ann", "kick", {"player": "%d" % number})
    table.act("ann", "add_bot"), table.act("ann", "add_bot")
    a_round_judged_by(table, is_bot=False)
    table.act("ann", "change_name", {"name": table.state["players"]["1000001"]["name"]})
    table.act("ann", "next_round")
    play_to(table, "round_over")
    table.act("ann", "end_game")
    assert len(past_games.past_games(ann)[0][0].people) == 3
