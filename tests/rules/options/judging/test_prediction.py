"""Guessing whose answer wins while the judge reads."""
from __future__ import unicode_literals

from unittest import TestCase

from tests.rules.tables import a_game, a_round


def opened(**settings):
    """A round in which all answers lie open and Ann is to judge."""
    game = a_round(judge="ann", **dict({"prediction": True, "score_limit": 0}, **settings))
    game.everybody_plays()
    game.reveal_all()
    return game


class Prediction(TestCase):
    def test_right_guesses_have_a_list_of_their_own(self):
        game = opened()
        game.act("bob", "predict", play=game.play_of("cat"))
        game.act("dan", "predict", play=game.play_of("bob"))
        game.pick_winner("cat")
        self.assertEqual((game.table()["predictions"], game.table()["guessed"]), ({"2": 1}, ["2"]))
        self.assertEqual([game.score(who) for who in ("ann", "bob", "cat", "dan")], [0, 0, 1, 0])

    def test_a_guess_is_nobody_elses_business(self):
        game = opened()
        self.assertEqual(game.act("bob", "predict", play=game.play_of("cat")), [])
        self.assertEqual(game.seat("bob")["prediction"], game.play_of("cat"))
        self.assertNotIn("prediction", game.seat("cat"))
        self.assertNotIn("predictions", game.table())

    def test_a_guess_can_be_changed_until_the_verdict(self):
        game = opened()
        game.act("bob", "predict", play=game.play_of("dan"))
        game.act("bob", "predict", play=game.play_of("cat"))
        game.pick_winner("cat")
        self.assertEqual(game.person("bob")["predicted"], 1)
        self.assertEqual(game.why_not("bob", "predict", play=game.play_of("cat")), "not_now")

    def test_the_list_goes_on_to_the_end_and_a_new_game_begins_a_new_one(self):
        game = opened()
        game.act("bob", "predict", play=game.play_of("cat"))
        game.pick_winner("cat")
        game.act("ann", "end_game")
        self.assertEqual(game.table()["predictions"], {"2": 1})
        game.act("ann", "rematch")
        self.assertNotIn("predicted", game.person("bob"))

    def test_it_is_offered_while_the_judge_reads_and_only_then(self):
        game = a_round(judge="ann", prediction=True)
        self.assertNotIn("predict", game.seat("bob")["can"])
        game.everybody_plays()
        self.assertEqual(["predict" in game.seat(who)["can"] for who in ("ann", "bob")], [False, True])

    def test_switched_off_in_mid_game_the_list_is_gone(self):
        game = opened()
        game.act("bob", "predict", play=game.play_of("cat"))
        game.pick_winner("cat")
        game.act("ann", "change_settings", settings={"prediction": False})
        self.assertFalse({"predictions", "guessed"}.intersection(game.table()))

    def test_the_judge_guesses_nothing(self):
        game = opened()
        self.assertEqual(game.why_not("ann", "predict", play=game.play_of("cat")), "judge_decides")
        self.assertNotIn("predict", game.seat("ann")["can"])

    def test_only_open_answers_of_others(self):
        game = opened()
        self.assertEqual(game.why_not("bob", "predict", play=game.play_of("bob")), "own_play")
        self.assertEqual(game.why_not("bob", "predict", play="9"), "unknown_play")
        game = a_round(judge="ann", prediction=True)
        game.everybody_plays()
        self.assertEqual(game.why_not("bob", "predict", play=game.play_of("cat")), "unknown_play")

    def test_who_sits_down_late_may_guess_too(self):
        game = a_round(judge="ann", prediction=True)
        game.sit_down("eve")
        game.everybody_plays()
        game.reveal_all()
        game.act("eve", "predict", play=game.play_of("cat"))
        game.pick_winner("cat")
        self.assertEqual(game.table()["guessed"], ["5"])

    def test_where_the_table_votes_instead_of_the_judge_nobody_guesses_any_more(self):
        game = opened(judge_gone="vote")
        game.act("ann", "leave")
        self.assertEqual(game.why_not("bob", "predict", play=game.play_of("cat")), "not_now")

    def test_where_everybody_votes_it_cannot_be(self):
        game = a_game(decides="vote")
        self.assertEqual(game.why_not("ann", "change_settings", settings={"prediction": True}), "conflict")

    def test_not_where_the_host_does_not_want_it(self):
        game = opened(prediction=False)
        self.assertEqual(game.why_not("bob", "predict", play=game.play_of("cat")), "not_now")
