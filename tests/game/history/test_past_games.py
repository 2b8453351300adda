"""Past games and best answers, counted from the rounds that were judged."""
from __future__ import unicode_literals

import datetime

import pytest
from django.utils import timezone

from common.compat import json_dumps
from game.history import favourites, past_games
from game.models import Room, RoundResult
from tests.game.people import a_table_of, an_account, own, win_round
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


def keep_round(table, game, number, winner, judge="ann", **fields):
    """A judged round as the storage would keep it."""
    names = [who.title() for who in table.players if who != judge]
    plays = [{"player": table.players[name.lower()].number, "name": name, "cards": ["a duck of %s" % name],
              "won": name.lower() == winner} for name in names]
    return RoundResult.objects.create(
        room=table.room, game=game, round=number, black="I like _.", pick=1, plays=json_dumps(plays),
        judge=table.player(judge), winner=table.player(winner), **fields)


def end_game(table):
    table.act(table.name(table.state["host"]), "end_game")


def test_a_game_tells_who_played_and_who_won():
    ann = an_account()
    table = a_table_of(ann)
    for number, winner in enumerate(["bob", "cat", "bob"], 1):
        keep_round(table, 1, number, winner)
    games, wins = past_games.past_games(ann)
    assert [(game.room, game.people, game.points, game.place, game.won) for game in games] == [
        (table.room, [("Bob", 2), ("Cat", 1), ("Ann", 0)], 0, 3, False)]
    assert wins == (0, 0)


def test_most_points_win_and_may_be_shared():
    bob, table = an_account("bob"), a_table()
    own(table, "bob", bob)
    keep_round(table, 1, 1, "bob")
    keep_round(table, 1, 2, "cat")
    keep_round(table, 2, 1, "cat")
    games, wins = past_games.past_games(bob)
    assert [(game.won, game.place) for game in games] == [(False, 2), (True, 1)]
    assert wins == (1, 1)


def keep_vote(table, game, number, **points):
    """A round that everybody voted on: {who: points}; those with the best points share it."""
    best = max(points.values())
    plays = [{"player": table.player(who).number, "name": who.title(), "cards": ["a duck of %s" % who.title()], "won": points[who] == best,
              "points": points[who], "votes": points[who]} for who in sorted(points)]
    return RoundResult.objects.create(
        room=table.room, game=game, round=number, black="I like _.", pick=1, plays=json_dumps(plays),
        winner=table.player(min(who for who in points if points[who] == best)))


def test_points_are_those_of_the_verdicts():
    ann = an_account()
    table = a_table_of(ann)
    keep_vote(table, 1, 1, ann=2, bob=3, cat=1)
    keep_vote(table, 1, 2, ann=4, bob=1, cat=0)
    keep_round(table, 1, 3, "cat")  # as releases without options kept them
    (game,), wins = past_games.past_games(ann)
    assert (game.people, game.won, wins) == ([("Ann", 6), ("Bob", 4), ("Cat", 2)], True, (1, 1))


def test_who_shares_a_round_has_won_it_too():
    bob, table = an_account("bob"), a_table()
    own(table, "bob", bob)
    result = keep_vote(table, 1, 1, ann=1, bob=1, cat=0)
    play, = past_games.winning_plays(bob)
    assert (play.id, "".join(part.text for part in play.parts)) == (result.pk, "I like a duck of Bob.")
    assert past_games.past_games(bob)[1] == (1, 1)


def test_who_is_second_has_not_won_the_round():
    bob, table = an_account("bob"), a_table()
    own(table, "bob", bob)
    keep_vote(table, 1, 1, ann=3, bob=2, cat=1)
    assert past_games.winning_plays(bob) == []


def test_a_running_game_is_no_memory_yet():
    ann = an_account()
    table = a_table_of(ann)
    table.deal()
    win_round(table, "ann")
    assert past_games.past_games(ann) == ([], (0, 1))
    end_game(table)
    game, = past_games.past_games(ann)[0]
    assert ("Ann", 1) in game.people and game.won


def test_a_game_that_everybody_forgot_has_ended():
    ann = an_account()
    table = a_table_of(ann)
    table.deal()
    win_round(table, "ann")
    Room.objects.update(used=timezone.now() - datetime.timedelta(hours=13))
    games, wins = past_games.past_games(ann)
    assert len(games) == 1 and wins == (1, 1)


def test_a_game_of_the_same_room_without_me_is_not_mine():
    table = a_table("Ann", "Bob", "Cat")
    keep_round(table, 1, 1, "cat")
    late = an_account("dan")
    table.sit_down("Dan", late)
    assert past_games.past_games(late)[0] == []


def test_the_newest_game_comes_first_and_so_many_are_shown():
    ann = an_account()
    table = a_table_of(ann)
    for game in range(1, past_games.GAMES + 4):
        result = keep_round(table, game, 1, "bob")
        RoundResult.objects.filter(pk=result.pk).update(created=timezone.now()
                                                        + datetime.timedelta(minutes=game))
    games, _ = past_games.past_games(ann)
    assert len(games) == past_games.GAMES and games[0].date > games[1].date


def test_somebody_new_has_no_memories():
    assert past_games.past_games(an_account()) == ([], (0, 0))
    assert past_games.winning_plays(an_account("bob")) == []


def test_a_winning_play_is_a_whole_sentence():
    bob, table = an_account("bob"), a_table()
    own(table, "bob", bob)
    keep_round(table, 1, 1, "cat")
    result = keep_round(table, 1, 2, "bob")
    play, = past_games.winning_plays(bob)
    assert (play.id, play.room, play.heart) == (result.pk, table.room, False)
    assert "".join(part.text for part in play.parts) == "I like a duck of Bob."


def test_favourites_come_first():
    bob, table = an_account("bob"), a_table()
    own(table, "bob", bob)
    results = [keep_round(table, 1, number, "bob") for number in range(1, 5)]
    favourites.give(bob, results[1])
    assert [play.id for play in past_games.winning_plays(bob)] == [results[at].pk for at in (1, 3, 2, 0)]
    assert [play.heart for play in past_games.winning_plays(bob)] == [True, False, False, False]


def test_two_hundred_rounds_cost_as_many_queries_as_one(django_assert_num_queries):
    ann = an_account()
    table = a_table_of(ann)
    for number in range(1, 201):
        result = keep_round(table, 1 + number // 10, number, "cat" if number % 3 else "ann", judge="bob")
    favourites.give(ann, result)
    with django_assert_num_queries(3):
        assert len(past_games.past_games(ann)[0]) == past_games.GAMES
    with django_assert_num_queries(4):
        assert len(past_games.winning_plays(ann)) == past_games.PLAYS
