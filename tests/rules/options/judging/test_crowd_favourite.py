"""Likes for answers of others, and a point for the most."""
from __future__ import unicode_literals

from unittest import TestCase

from tests.rules.tables import a_game, a_round


def opened(how="likes", **settings):
    """A round in which all answers lie open and Ann is to judge."""
    game = a_round(judge="ann", crowd_favourite=how, **settings)
    game.everybody_plays()
    game.reveal_all()
    return game


class Likes(TestCase):
    def test_how_many_is_told_with_the_verdict(self):
        game = opened()
        for fan in ("ann", "bob", "dan"):
            self.assertEqual(game.act(fan, "like", play=game.play_of("cat")), [])
        self.assertNotIn("likes", game.table())
        self.assertEqual(game.seat("bob")["likes"], [game.play_of("cat")])
        game.pick_winner("bob")
        self.assertEqual(game.table()["likes"], {game.play_of("cat"): 3})

    def test_liking_is_offered_once_answers_lie_there_and_only_then(self):
        game = a_round(judge="ann", crowd_favourite="likes")
        self.assertNotIn("like", game.seat("bob")["can"])
        game.everybody_plays()
        self.assertIn("like", game.seat("bob")["can"])

    def test_twice_is_once(self):
        game = opened()
        game.act("bob", "like", play=game.play_of("cat"))
        game.act("bob", "like", play=game.play_of("cat"))
        self.assertEqual(game.state["likes"], {game.play_of("cat"): ["2"]})

    def test_a_like_can_be_taken_back(self):
        game = opened()
        game.act("bob", "like", play=game.play_of("cat"))
        game.act("bob", "unlike", play=game.play_of("cat"))
        self.assertEqual(game.state["likes"], {})
        self.assertNotIn("likes", game.seat("bob"))

    def test_only_open_answers_of_others(self):
        game = opened()
        self.assertEqual(game.why_not("bob", "like", play=game.play_of("bob")), "own_play")
        for play in ("9", None, 1):
            self.assertEqual(game.why_not("bob", "like", play=play), "unknown_play")
        game = a_round(judge="ann", crowd_favourite="likes")
        game.everybody_plays()
        self.assertEqual(game.why_not("bob", "like", play=game.play_of("cat")), "unknown_play")
        self.assertEqual(game.why_not("bob", "unlike", play="0"), "unknown_play")

    def test_likes_go_on_after_the_verdict_and_end_with_the_round(self):
        game = opened()
        game.pick_winner("bob")
        game.act("cat", "like", play=game.play_of("bob"))
        self.assertEqual(game.table()["likes"], {game.play_of("bob"): 1})
        game.next_round()
        self.assertNotIn("likes", game.state)

    def test_not_where_the_host_does_not_want_it(self):
        game = opened("off")
        self.assertEqual(game.why_not("bob", "like", play=game.play_of("cat")), "not_now")
        self.assertNotIn("like", game.seat("bob")["can"])


class Bonus(TestCase):
    def test_the_most_liked_gets_a_point(self):
        game = opened("bonus")
        game.act("bob", "like", play=game.play_of("cat"))
        entries = game.pick_winner("dan")
        self.assertEqual(entries[-1], {"type": "points", "player": "3", "points": 1, "why": "favourite"})
        self.assertEqual((game.score("dan"), game.score("cat")), (1, 1))

    def test_ties_share(self):
        game = opened("bonus")
        game.act("bob", "like", play=game.play_of("cat"))
        game.act("cat", "like", play=game.play_of("bob"))
        game.pick_winner("cat")
        self.assertEqual([game.score(who) for who in ("bob", "cat", "dan")], [1, 2, 0])

    def test_without_a_like_nobody_gets_it(self):
        game = opened("bonus")
        game.act("bob", "like", play=game.play_of("cat"))
        game.act("bob", "unlike", play=game.play_of("cat"))
        game.pick_winner("dan")
        self.assertEqual(game.score("cat"), 0)

    def test_likes_alone_give_none(self):
        game = opened("likes")
        game.act("bob", "like", play=game.play_of("cat"))
        game.pick_winner("dan")
        self.assertEqual(game.score("cat"), 0)

    def test_where_everybody_votes_too(self):
        game = a_game(decides="vote", crowd_favourite="bonus")
        game.deal()
        game.everybody_plays()
        game.act("ann", "like", play=game.play_of("bob"))
        for who, other in (("ann", "cat"), ("bob", "cat"), ("cat", "dan"), ("dan", "cat")):
            game.vote(who, other)
        self.assertEqual((game.score("bob"), game.score("cat")), (1, 1))
