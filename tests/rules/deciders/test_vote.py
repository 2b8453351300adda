"""Everybody votes: for the answers of others, in secret, and ties share."""
from __future__ import unicode_literals

from unittest import TestCase

from tests.rules.tables import a_game, kinds, text_of


def a_vote(players=4, **settings):
    game = a_game(players, decides="vote", **settings)
    game.deal()
    game.everybody_plays()
    return game


class Voting(TestCase):
    def test_there_is_no_judge_and_everybody_answers(self):
        game = a_game(decides="vote")
        game.deal()
        self.assertNotIn("judge", game.table())
        self.assertEqual(game.waited_for, ["ann", "bob", "cat", "dan"])

    def test_all_answers_are_opened_together(self):
        game = a_vote()
        self.assertEqual(game.phase, "judging")
        self.assertTrue(all(play["cards"] for play in game.table()["plays"].values()))

    def test_nobody_votes_for_their_own_answer(self):
        game = a_vote()
        self.assertEqual(game.why_not("bob", "vote", plays=[game.play_of("bob")]), "unknown_play")

    def test_most_votes_win_when_the_last_one_is_in(self):
        game = a_vote()
        for who, author in (("ann", "cat"), ("bob", "cat"), ("cat", "bob")):
            game.vote(who, author)
        self.assertEqual(game.waited_for, ["dan"])
        entries = game.vote("dan", "cat")
        self.assertEqual(kinds(entries), ["voted", "won"])
        self.assertEqual([game.score(who) for who in ("ann", "bob", "cat", "dan")], [0, 0, 1, 0])

    def test_equal_answers_share_the_point(self):
        game = a_vote()
        for who, author in (("ann", "bob"), ("bob", "ann"), ("cat", "bob"), ("dan", "ann")):
            game.vote(who, author)
        self.assertEqual([game.score("ann"), game.score("bob")], [1, 1])
        self.assertEqual(sorted(one["votes"] for one in game.table()["verdict"]), [2, 2])

    def test_the_votes_of_every_answer_are_told_with_the_verdict(self):
        game = a_vote()
        for who, author in (("ann", "cat"), ("bob", "cat"), ("cat", "bob")):
            game.vote(who, author)
        self.assertFalse(any("votes" in play for play in game.table()["plays"].values()))
        game.vote("dan", "cat")
        votes = {who: game.table()["plays"][game.play_of(who)]["votes"] for who in ("ann", "bob", "cat", "dan")}
        self.assertEqual(votes, {"ann": 0, "bob": 1, "cat": 3, "dan": 0})

    def test_a_vote_can_be_changed_until_the_last_one(self):
        game = a_vote()
        game.vote("ann", "bob")
        self.assertEqual(game.vote("ann", "cat"), [])
        self.assertEqual(game.seat("ann")["vote"], [game.play_of("cat")])

    def test_a_ballot_is_secret_before_the_verdict(self):
        game = a_vote()
        before = text_of(game.table()).replace('"voted":true,', "")
        game.vote("ann", "bob")
        self.assertTrue(game.table()["players"]["1"]["voted"])
        self.assertNotIn("ballots", game.table())
        self.assertNotIn("vote", game.seat("cat"))
        self.assertEqual(len(text_of(game.table()["plays"])), len(text_of(a_vote().table()["plays"])))
        self.assertIn("plays", before)

    def test_who_goes_away_is_not_waited_for(self):
        game = a_vote()
        for who, author in (("ann", "bob"), ("bob", "ann"), ("cat", "bob")):
            game.vote(who, author)
        game.fall_asleep("dan")
        self.assertEqual((game.phase, game.score("bob")), ("round_over", 1))

    def test_when_time_is_up_the_votes_that_are_there_decide(self):
        game = a_vote()
        game.vote("ann", "dan")
        game.expire(after=60)
        self.assertEqual((game.score("dan"), game.person("bob")["missed_deadlines"]), (1, 1))

    def test_without_any_vote_nobody_wins(self):
        game = a_vote()
        game.expire(after=60)
        self.assertEqual(game.table()["void"], "no_votes")


class TopThree(TestCase):
    def test_voters_rank_three_answers(self):
        game = a_vote(top_three=True)
        self.assertEqual(game.why_not("ann", "vote", plays=[game.play_of("bob")]), "rank_three")
        game.vote("ann", "bob", "cat", "dan")
        game.vote("bob", "cat", "dan", "ann")
        game.vote("cat", "bob", "dan", "ann")
        game.vote("dan", "bob", "cat", "ann")  # bob 9, cat 7, dan 5, ann 3
        self.assertEqual([game.score(who) for who in ("ann", "bob", "cat", "dan")], [0, 3, 2, 1])

    def test_a_judge_ranks_three_answers(self):
        game = a_game(5, top_three=True)
        game.deal(judge="ann")
        game.everybody_plays()
        game.reveal_all()
        game.act("ann", "pick_winner", plays=[game.play_of(who) for who in ("cat", "eve", "bob")])
        self.assertEqual([game.score(who) for who in ("bob", "cat", "dan", "eve")], [1, 3, 0, 2])
        self.assertEqual(kinds(game.log)[-3:], ["won", "placed", "placed"])

    def test_two_answers_are_both_ranked(self):
        game = a_game(3, top_three=True)
        game.deal(judge="ann")
        game.everybody_plays()
        game.reveal_all()
        self.assertEqual(game.why_not("ann", "pick_winner", plays=["0", "0"]), "same_card_twice")
        game.act("ann", "pick_winner", plays=["1", "0"])
        self.assertEqual(sorted(game.score(who) for who in ("bob", "cat")), [2, 3])

    def test_a_single_answer_is_ranked_alone(self):
        game = a_game(4, top_three=True)
        game.deal(judge="ann")
        game.play("bob")
        game.expire(after=90)
        game.reveal_all()
        game.pick_winner("bob")
        self.assertEqual(game.score("bob"), 3)

    def test_second_places_that_are_equal_leave_no_third(self):
        game = a_vote(5, top_three=True)
        for who, authors in (("ann", "bcd"), ("bob", "acd"), ("cat", "bde"), ("dan", "bce"), ("eve", "bcd")):
            game.vote(who, *[{"a": "ann", "b": "bob", "c": "cat", "d": "dan", "e": "eve"}[one] for one in authors])
        points = {one["player"]: one["points"] for one in game.table()["verdict"]}
        self.assertEqual(points, {"2": 3, "3": 2, "4": 1})


class TheJudgeIsGone(TestCase):
    def a_round(self, **settings):
        game = a_game(judge_gone="vote", **settings)
        game.deal(judge="ann")
        return game

    def test_who_plays_goes_on_playing_and_then_votes(self):
        game = self.a_round()
        game.play("bob")
        self.assertIn("table_decides", kinds(game.act("ann", "leave")))
        self.assertEqual((game.phase, game.waited_for), ("playing", ["cat", "dan"]))
        self.assertEqual(game.table()["former_judge"], {"player": "1", "why": "judge_gone"})
        game.everybody_plays()
        self.assertEqual((game.phase, game.waited_for), ("judging", ["bob", "cat", "dan"]))

    def test_the_vote_takes_twenty_seconds_with_timers_off_too(self):
        game = self.a_round(timing="off")
        game.everybody_plays()
        game.act("ann", "leave")
        table = game.table()
        self.assertEqual((table["deadline"] - game.now, table["time_given"]), (20000, 20000))

    def test_the_vote_is_as_short_where_the_judge_went_before_the_answers(self):
        game = self.a_round()
        game.act("ann", "leave")
        game.everybody_plays()
        self.assertEqual(game.table()["time_given"], 20000)

    def test_who_votes_anyhow_has_the_usual_time(self):
        game = a_game(decides="vote")
        game.deal()
        game.everybody_plays()
        self.assertEqual(game.table()["time_given"], 60000)

    def test_a_judge_who_lets_the_time_run_out_loses_the_right_to_pick(self):
        game = self.a_round()
        game.everybody_plays()
        game.reveal_all()
        game.expire(after=60)
        self.assertEqual((game.phase, game.table()["decided_by"]), ("judging", "vote"))
        self.assertEqual(game.table()["former_judge"], {"player": "1", "why": "judge_slept"})
        self.assertEqual(game.why_not("ann", "pick_winner", play="0"), "not_judge")
        for who, author in (("ann", "bob"), ("bob", "cat"), ("cat", "bob"), ("dan", "bob")):
            game.vote(who, author)
        self.assertEqual(game.score("bob"), 1)

    def test_a_former_judge_who_comes_back_votes_too(self):
        game = self.a_round()
        game.everybody_plays()
        game.act("ann", "leave")
        game.sit_down("ann")
        game.vote("ann", "bob")
        self.assertIn("voted", game.table()["players"]["1"])

    def test_only_if_nobody_votes_the_round_is_void(self):
        game = self.a_round()
        game.everybody_plays()
        game.act("ann", "leave")
        game.expire(after=20)
        self.assertEqual(game.table()["void"], "no_votes")

    def test_face_down_answers_are_opened_for_the_vote(self):
        game = self.a_round()
        game.everybody_plays()
        game.fall_asleep("ann")
        self.assertTrue(all(play["cards"] for play in game.table()["plays"].values()))

    def test_the_turn_to_judge_goes_on_after_the_one_who_is_gone(self):
        game = self.a_round()
        game.everybody_plays()
        game.act("ann", "leave")
        for who, author in (("bob", "cat"), ("cat", "bob"), ("dan", "bob")):
            game.vote(who, author)
        game.act(game.host, "next_round")
        self.assertEqual(game.judge, "bob")
