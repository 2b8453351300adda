"""Whose turn it is to judge: the first by lot, then in join order."""
from __future__ import unicode_literals

from unittest import TestCase

from tests.rules.tables import NAMES, a_game


def judges_of(game, rounds):
    judges = []
    for _ in range(rounds):
        judges.append(game.judge)
        game.play_round()
        game.next_round()
    return judges


class Judges(TestCase):
    def test_anybody_may_be_the_first_judge(self):
        first = set()
        for seed in range(60):
            game = a_game(players=4, seed=seed)
            game.deal()
            first.add(game.judge)
        self.assertEqual(first, {"ann", "bob", "cat", "dan"})

    def test_the_next_in_join_order_judges_next(self):
        game = a_game(players=4, score_limit=0)
        game.deal(judge="cat")
        self.assertEqual(judges_of(game, 6), ["cat", "dan", "ann", "bob", "cat", "dan"])

    def test_player_ten_comes_after_player_nine_and_not_after_player_one(self):
        game = a_game(players=12, score_limit=0)
        game.deal(judge="ann")
        self.assertEqual(judges_of(game, 13), list(NAMES[:12]) + ["ann"])

    def test_everybody_waits_for_judge_twelve_and_not_for_one_and_two(self):
        game = a_game(players=12)
        game.deal(judge="lea")
        game.everybody_plays()
        self.assertEqual(game.state["judge"], "12")
        self.assertEqual(game.waited_for, ["lea"])

    def test_judge_twelve_who_sleeps_is_the_one_who_is_away(self):
        game = a_game(players=12)
        game.deal(judge="lea")
        game.everybody_plays()
        game.reveal_all()
        game.person("lea")["missed_deadlines"] = 1
        game.expire(after=60)
        away = [number for number, player in game.state["players"].items() if player["presence"] == "away"]
        self.assertEqual(away, ["12"])

    def test_who_is_away_does_not_judge(self):
        game = a_game(players=4, score_limit=0)
        game.deal(judge="ann")
        game.fall_asleep("bob")
        game.play_round()
        game.next_round()
        self.assertEqual(game.judge, "cat")

    def test_who_has_just_lost_the_connection_is_passed_over(self):
        game = a_game(players=4, score_limit=0)
        game.deal(judge="ann")
        game.play_round()
        game.act("bob", "disconnect")
        game.next_round()
        self.assertEqual((game.judge, "bob" in game.members), ("cat", True))

    def test_the_turn_goes_on_after_a_judge_who_left(self):
        game = a_game(players=5, score_limit=0)
        game.deal(judge="bob")
        game.act("bob", "leave")
        game.next_round()
        self.assertEqual(game.judge, "cat")

    def test_the_winner_does_not_judge_out_of_turn(self):
        game = a_game(players=4, score_limit=0)
        game.deal(judge="ann")
        game.play_round(winner="dan")
        game.next_round()
        self.assertEqual(game.judge, "bob")
