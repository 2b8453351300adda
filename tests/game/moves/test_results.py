"""What a judged round leaves behind."""
from __future__ import unicode_literals

import mock
import pytest

from common.compat import json_loads
from game.models import Player, RoundResult
from game.moves import batches, results, storage
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


def test_a_verdict_is_kept_in_words():
    table = a_table(black=1)
    table.deal()
    judge, members = table.judge, table.members
    table.play_round()
    result = RoundResult.objects.get()
    assert (result.room_id, result.game, result.round, result.pick) == (table.pk, 1, 1, 1)
    assert result.black == "Tea 0 _"
    assert result.judge == table.players[judge]
    assert result.winner in [table.players[who] for who in members]


def test_the_plays_are_kept_in_the_order_of_the_reveal():
    table = a_table("Ann", "Bob", "Cat", "Dan")
    table.deal()
    cards = {who.title(): [table.seat(who)["hand"][0]["text"]] for who in table.members}
    table.everybody_plays()
    table.reveal_all()
    order = [table.name(play["player"]).title() for play in table.state["laid_plays"]]
    table.pick("1")
    plays = json_loads(RoundResult.objects.get().plays)
    assert plays == [{"player": table.players[name.lower()].number, "name": name, "cards": cards[name],
                      "won": place == 1, "points": int(place == 1)} for place, name in enumerate(order)]


def test_a_card_that_a_player_wrote_is_marked():
    table = a_table()
    table.deal_with(write_in="game")
    who = table.play_a_written_card("my cat")
    table.reveal_all()
    table.pick()
    plays = {play["name"]: play for play in json_loads(RoundResult.objects.get().plays)}
    assert (plays[who.title()]["cards"], plays[who.title()]["written"]) == (["my cat"], [0])
    assert "written" not in plays[table.members[0].title()]


def test_a_black_card_that_the_judge_wrote_is_marked():
    table = a_table()
    table.deal_with(judge_writes=True)
    table.act(table.judge, "write_black", {"text": "Our cat loves _."})
    table.play_round()
    result = RoundResult.objects.get()
    assert (result.black, result.black_written) == ("Our cat loves _.", True)


def test_a_vote_is_kept_with_its_points_and_votes_and_without_a_judge():
    table = a_table("Ann", "Bob", "Cat")
    table.act("ann", "change_settings", {"settings": {"decides": "vote"}})
    table.deal()
    table.everybody_plays()
    places = {play["player"]: "%d" % place for place, play in enumerate(table.state["laid_plays"])}
    for who, author in (("ann", "2"), ("bob", "1"), ("cat", "1")):
        table.act(who, "vote", {"play": places[author]})
    result = RoundResult.objects.get()
    kept = {play["name"]: (play["won"], play["points"], play["votes"]) for play in json_loads(result.plays)}
    assert kept == {"Ann": (True, 1, 2), "Bob": (False, 0, 1), "Cat": (False, 0, 0)}
    assert (result.judge, result.winner.name) == (None, "Ann")


def test_points_that_a_rule_gives_beside_the_verdict_are_kept_too():
    table = a_table()
    table.deal()
    table.play_round()
    loaded = batches.load(table.pk)
    second = next(play["player"] for play in loaded.state["laid_plays"]
                  if play["player"] != loaded.state["winner"]["player"])
    log = [{"type": "points", "player": second, "points": points} for points in (2, -1)]
    kept = json_loads(results.result_of(loaded.state, loaded.deck, log)["plays"])
    assert sorted((play["won"], play["points"]) for play in kept) == [(False, 1), (True, 1)]


def test_each_verdict_is_kept_once():
    table = a_table()
    table.deal()
    for _ in range(3):
        table.play_round()
        table.act("ann", "next_round")
    assert sorted(RoundResult.objects.values_list("game", "round")) == [(1, 1), (1, 2), (1, 3)]


def test_a_verdict_sent_again_is_kept_once():
    table = a_table()
    table.deal()
    table.everybody_plays()
    table.reveal_all()
    judge = table.judge
    for _ in range(2):
        assert table.act(judge, "pick_winner", {"play": "0"}, "k1").answers == [None]
    assert RoundResult.objects.count() == 1


def test_a_lost_race_keeps_nothing():
    table = a_table()
    table.deal()
    table.everybody_plays()
    table.reveal_all()
    loaded = batches.load(table.pk)
    outcome = batches.advance(loaded, [table.move(table.judge, "pick_winner", {"play": "0"})])
    table.alter(nudged_at=1)
    assert batches.commit([outcome]) == [False]
    assert not RoundResult.objects.exists()


def test_a_round_without_a_verdict_is_not_kept():
    table = a_table()
    table.deal()
    table.act("ann", "end_game")
    assert table.phase == "game_over" and not RoundResult.objects.exists()


def test_the_winner_may_be_gone():
    table = a_table("Ann", "Bob", "Cat", "Dan")
    table.deal()
    table.play_round()
    Player.objects.all().delete()
    result = RoundResult.objects.get()
    assert result.winner is None and len(json_loads(result.plays)) == 3


def test_many_rooms_are_stored_in_one_go():
    tables = [a_table("Ann", name="Tea %d" % number) for number in range(3)]
    outcomes = [batches.advance(batches.load(table.pk), [table.move("ann", "change_settings", {
        "settings": {"hand_size": 5}}, "k1")]) for table in tables]
    tables[1].alter(nudged_at=1)
    assert batches.commit(outcomes) == [True, False, True]
    assert [table.state["settings"]["hand_size"] for table in tables] == [5, 10, 5]


def test_swap_changes_only_the_version_it_knows():
    table = a_table("Ann")
    version, used = table.version, table.room.used
    assert storage.swap([(table.pk, version + 1, version + 2, "{}")]) == set()
    assert storage.swap([(table.pk, version, version + 1, "{}"), (4711, 1, 2, "{}")]) == {table.pk}
    assert (table.version, table.room.state) == (version + 1, "{}")
    assert table.room.used > used


def test_a_commit_is_one_statement_for_a_move(django_assert_num_queries):
    table = a_table()
    outcome = batches.advance(batches.load(table.pk), [table.move("bob", "disconnect")])
    with mock.patch("django.db.transaction.atomic"), django_assert_num_queries(1):
        batches.commit([outcome])
