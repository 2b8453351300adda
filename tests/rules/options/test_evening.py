"""The tally of an evening over several games."""
from __future__ import unicode_literals

from unittest import TestCase

from tests.rules.tables import a_game


def played(games=1, pause=0):
    """Games of one round that Bob, or whoever can, wins; in the lobby after the last one."""
    game = a_game(4, score_limit=0)
    for _ in range(games):
        one_game(game)
        game.act("ann", "rematch")
        game.wait(pause)
    return game


def one_game(game, judge="ann", winner="bob"):
    game.deal(judge=judge)
    game.play_round(winner)
    game.act("ann", "end_game")


class Evening(TestCase):
    def test_the_first_game_has_no_tally_the_lobby_after_it_has(self):
        game = a_game(4, score_limit=0)
        self.assertNotIn("evening", game.table())
        one_game(game)
        self.assertNotIn("evening", game.table())
        game.act("ann", "rematch")
        self.assertEqual(game.table()["evening"], {"games": 1, "players": {"2": {"won": 1, "points": 1}}})

    def test_games_and_points_add_up(self):
        game = played(2)
        one_game(game, winner="cat")
        self.assertEqual(game.table()["evening"], {
            "games": 3, "players": {"2": {"won": 2, "points": 2}, "3": {"won": 1, "points": 1}}})

    def test_a_running_game_does_not_send_it(self):
        game = played()
        game.deal()
        self.assertNotIn("evening", game.table())

    def test_who_comes_back_to_the_lobby_finds_their_points(self):
        game = played()
        game.act("bob", "leave")
        self.assertEqual(game.table()["evening"]["players"], {})
        game.sit_down("bob")
        self.assertEqual(game.table()["evening"]["players"], {"2": {"won": 1, "points": 1}})

    def test_a_game_that_nobody_won_does_not_count(self):
        game = played()
        game.deal()
        game.act("ann", "end_game")
        game.act("ann", "rematch")
        self.assertEqual(game.table()["evening"]["games"], 1)

    def test_another_evening_begins_anew(self):
        game = played(pause=9 * 3600)
        one_game(game, winner="cat")
        game.act("ann", "rematch")
        self.assertEqual(game.table()["evening"], {"games": 1, "players": {"3": {"won": 1, "points": 1}}})

    def test_bots_are_not_counted(self):
        game = a_game(3, score_limit=0)
        game.act("ann", "add_bot")
        game.deal()
        game.state["players"]["1000001"]["score"] = 3
        game.act("ann", "end_game")
        game.act("ann", "rematch")
        self.assertEqual(game.table()["evening"]["players"], {})
