"""A point for a second answer."""
from __future__ import unicode_literals

from unittest import TestCase

from tests.rules.tables import a_game, a_round, kinds


def rich(judge="dan", **settings):
    """Round two, where Bob has a point and Dan or somebody else judges."""
    game = a_round(judge="cat", wager=True, score_limit=0, **settings)
    game.play_round(winner="bob")
    game.next_round()
    assert game.judge == judge
    return game


def bet(game, who="bob"):
    hand = game.hand(who)
    return game.act(who, "wager", cards=hand[:1], second=hand[1:2])


class Wager(TestCase):
    def test_both_answers_lie_on_the_table(self):
        game = rich()
        hand = list(game.hand("bob"))
        self.assertEqual(kinds(bet(game)), ["played"])
        self.assertEqual((game.seat("bob")["play"], game.seat("bob")["second_play"]), ([hand[0]], [hand[1]]))
        game.everybody_plays()
        self.assertEqual(sorted(play["player"] for play in game.state["laid_plays"]), ["1", "2", "2", "3"])
        self.assertEqual(game.hand("bob"), hand[2:])

    def test_the_last_one_to_answer_may_too(self):
        game = rich()
        game.play("ann")
        game.play("cat")
        self.assertEqual(kinds(bet(game)), ["played", "all_played"])

    def test_whose_two_answers_are_all_there_are_is_not_waited_for(self):
        game = a_game(wager=True, decides="vote")
        game.deal()
        game.state["players"]["2"]["score"] = 1
        bet(game)
        game.expire(after=90)
        self.assertEqual((game.phase, game.waited_for), ("judging", ["ann", "cat", "dan"]))

    def test_neither_wins_and_the_point_is_lost(self):
        game = rich()
        bet(game)
        entries = game.play_round(winner="ann")
        self.assertEqual(entries[-1], {"type": "points", "player": "2", "points": -1, "why": "wager"})
        self.assertEqual(game.score("bob"), 0)

    def test_one_of_both_wins_and_the_point_is_kept(self):
        for place in (0, 1):
            game = rich()
            bet(game)
            game.everybody_plays()
            game.reveal_all()
            own = [game.seat("bob")["mine"], game.seat("bob")["second_mine"]]
            game.act("dan", "pick_winner", play=own[place])
            self.assertEqual(game.score("bob"), 2)

    def test_where_nobody_wins_it_is_kept(self):
        game = rich()
        bet(game)
        game.everybody_plays()
        game.act("dan", "leave")
        self.assertEqual((game.phase, game.score("bob")), ("round_over", 1))

    def test_both_go_back_together(self):
        game = rich()
        bet(game)
        game.act("bob", "take_back")
        game.play("bob")
        game.everybody_plays()
        self.assertEqual(len(game.state["laid_plays"]), 3)

    def test_one_answer_instead_of_two_puts_nothing_in(self):
        game = rich()
        bet(game)
        game.play("bob", 1)
        game.play_round(winner="ann")
        self.assertEqual(game.score("bob"), 1)

    def test_another_black_card_takes_both_back(self):
        game = rich()
        bet(game)
        game.act("ann", "drop_card", kind="black", round=2)
        self.assertNotIn("second_play", game.seat("bob"))

    def test_a_card_that_leaves_the_game_stays_where_it_is_laid_down(self):
        game = rich()
        bet(game)
        second = game.seat("bob")["second_play"]
        game.act(None, "remove_card", kind="white", card=second[0])
        game.everybody_plays()
        self.assertIn(second, [play["cards"] for play in game.state["laid_plays"]])

    def test_what_is_refused(self):
        game = rich()
        hand = game.hand("bob")
        self.assertEqual(game.why_not("bob", "wager", cards=hand[:1], second=hand[:1]), "same_card_twice")
        self.assertEqual(game.why_not("bob", "wager", cards=hand[:1]), "bad_frame")
        self.assertEqual(game.why_not("bob", "wager", cards=hand[:1], second=hand[:2]), "wrong_count")
        other = game.hand("ann")
        self.assertEqual(game.why_not("ann", "wager", cards=other[:1], second=other[1:2]), "not_enough_points")
        self.assertEqual(a_round().why_not("bob", "wager", cards=[], second=[]), "not_now")


class Votes(TestCase):
    def test_nobody_votes_for_either_of_their_own(self):
        game = a_game(decides="vote", wager=True, score_limit=0)
        game.deal()
        game.everybody_plays()
        for who, other in (("ann", "bob"), ("bob", "cat"), ("cat", "bob"), ("dan", "bob")):
            game.vote(who, other)
        game.next_round()
        bet(game)
        game.everybody_plays()
        for name in ("mine", "second_mine"):
            self.assertEqual(game.why_not("bob", "vote", play=game.seat("bob")[name]), "unknown_play")
        self.assertNotEqual(game.seat("bob")["mine"], game.seat("bob")["second_mine"])
