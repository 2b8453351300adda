"""How many plays of a round are shown."""
from __future__ import unicode_literals

from game.history.plays import SHOWN, worth_reading


def some_plays(number, won=()):
    return [{"name": "Player %d" % place, "cards": ["a"], "won": place in won, "points": int(place in won)}
            for place in range(number)]


def test_all_plays_of_a_table_are_shown():
    assert worth_reading(some_plays(SHOWN)) == some_plays(SHOWN)


def test_of_a_crowd_those_that_won_are_shown_too():
    shown = worth_reading(some_plays(1000, won=(700, 3)))
    assert [play["name"] for play in shown] == ["Player %d" % place for place in range(SHOWN - 1)] + ["Player 700"]


def test_rounds_that_were_stored_without_points_are_shown_by_who_won():
    plays = [{"name": "P", "cards": ["a"], "won": place == 99} for place in range(100)]
    assert plays[99] in worth_reading(plays)
