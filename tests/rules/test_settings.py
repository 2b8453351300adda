"""What a host may choose, and what everything else is answered with."""
from __future__ import unicode_literals

from unittest import TestCase

from game.rules.settings import changed, default_settings

from .tables import PLAIN, a_game, a_round


class Settings(TestCase):
    def change(self, **settings):
        game = a_game()
        game.act("ann", "change_settings", settings=settings)
        return game.table()["settings"]

    def refused(self, settings):
        refusal = a_game().refusal("ann", "change_settings", settings=settings)
        self.assertEqual(refusal.code, "bad_setting")
        return refusal.data

    def test_the_limits_themselves_are_allowed(self):
        for name, low, high in (("hand_size", 3, 20), ("score_limit", 0, 50), ("round_limit", 0, 200)):
            self.assertEqual(self.change(**{name: low})[name], low)
            self.assertEqual(self.change(**{name: high})[name], high)

    def test_beyond_the_limits_the_answer_names_them(self):
        for name, low, high in (("hand_size", 3, 20), ("score_limit", 0, 50), ("round_limit", 0, 200)):
            for value in (low - 1, high + 1):
                self.assertEqual(self.refused({name: value}), {"name": name, "low": low, "high": high})

    def test_timers_have_limits_too_and_zero_is_off(self):
        for phase, low, high in (("playing", 15, 300), ("revealing", 15, 300), ("judging", 15, 300),
                                 ("round_over", 3, 60)):
            for value in (0, low, high):
                self.assertEqual(self.change(seconds={phase: value})["seconds"][phase], value)
            for value in (-1, 1, low - 1, high + 1):
                self.assertEqual(self.refused({"seconds": {phase: value}}),
                                 {"name": "seconds." + phase, "low": low, "high": high})

    def test_what_is_not_mentioned_stays(self):
        settings = self.change(hand_size=7, seconds={"judging": 30})
        expected = dict(default_settings(), timing="fixed", hand_size=7)
        expected["seconds"]["judging"] = 30
        self.assertEqual(settings, dict(expected, **{name: settings[name] for name in PLAIN}))

    def test_only_whole_numbers_are_numbers(self):
        for value in (None, True, False, "10", 10.0, 10.5, [], {}, [10]):
            self.assertEqual(self.refused({"hand_size": value})["name"], "hand_size")
            self.assertEqual(self.refused({"seconds": {"playing": value}})["name"], "seconds.playing")

    def test_a_setting_that_does_not_exist_is_named(self):
        self.assertEqual(self.refused({"hats": 3})["name"], "hats")
        self.assertEqual(self.refused({"seconds": {"lobby": 30}})["name"], "seconds.lobby")

    def test_settings_that_are_no_document_are_refused(self):
        for settings in (None, 1, "x", [], [1], True):
            self.assertEqual(a_game().why_not("ann", "change_settings", settings=settings), "bad_frame")
            self.assertEqual(a_game().why_not("ann", "change_settings", settings={"seconds": settings}),
                             "bad_frame")

    def test_a_setting_that_does_not_exist_is_refused_by_name(self):
        refusal = a_game().refusal("ann", "change_settings", settings={"bananas": 3})
        self.assertEqual((refusal.code, refusal.data), ("bad_setting", {"name": "bananas"}))

    def test_one_wrong_value_spoils_the_whole_change(self):
        game = a_game()
        game.refusal("ann", "change_settings", settings={"hand_size": 5, "score_limit": 99})
        self.assertEqual(game.table()["settings"]["hand_size"], 10)

    def test_only_the_host_may(self):
        self.assertEqual(a_game().why_not("bob", "change_settings", settings={}), "not_host")

    def test_whoever_sets_seconds_wants_these_seconds(self):
        settings = self.change(timing="table")
        self.assertEqual(changed(settings, {"seconds": {"playing": 60}})["timing"], "fixed")

    def test_a_switch_is_true_or_false_and_a_choice_one_of_its_values(self):
        for name, values in (("finale", (0, True, "yes", None)), ("decides", (True, "nobody", 1, None, []))):
            for value in values:
                self.assertEqual(self.refused({name: value}), {"name": name})

    def test_what_cannot_be_together_is_refused_with_the_reason(self):
        refusal = a_game(decides="vote").refusal("ann", "change_settings", settings={"next_judge": "winner"})
        self.assertEqual(refusal.code, "conflict")
        self.assertIn("nobody judges", refusal.data["why"])

    def test_while_a_game_runs_only_what_is_live_may_change(self):
        game = a_round()
        game.act("ann", "change_settings", settings={"score_limit": 3, "hand_size": 10})
        self.assertEqual(game.state["settings"]["score_limit"], 3)
        refusal = game.refusal("ann", "change_settings", settings={"hand_size": 5})
        self.assertEqual((refusal.code, refusal.data), ("not_live", {"name": "hand_size"}))

    def test_everybody_is_told_who_changed_what(self):
        entry, = a_game().act("ann", "change_settings", settings={"finale": "double", "hand_size": 10})
        self.assertEqual(entry, {"type": "settings", "player": "1", "changed": ["finale"]})


class Decks(TestCase):
    def test_the_chosen_decks_are_shown_with_how_many_they_serve(self):
        game = a_game()
        game.act("ann", "choose_decks", summaries=[{"id": 3, "name": "A", "black": 5, "white": 30},
                                                   {"id": 8, "name": "B", "black": 5, "white": 29}])
        table = game.table()
        self.assertEqual(([deck["id"] for deck in table["decks"]], table["serves"]), ([3, 8], 4))

    def test_cards_that_are_double_serve_once(self):
        game = a_game()
        chosen = [{"id": 3, "name": "A", "black": 5, "white": 30},
                  {"id": 8, "name": "B", "black": 5, "white": 29}]
        game.act("ann", "choose_decks", summaries=chosen, doubles={"black": 0, "white": 12})
        self.assertEqual((game.table()["doubles"], game.table()["serves"]), ({"black": 0, "white": 12}, 3))
        game.act("ann", "choose_decks", summaries=chosen[:1], doubles={"black": 0, "white": 0})
        self.assertNotIn("doubles", game.table())

    def test_decks_that_are_not_for_families_are_told_apart_from_missing_ones(self):
        self.assertEqual(a_game().why_not("ann", "choose_decks", adult=True), "not_for_families")

    def test_without_decks_nobody_is_served(self):
        game = a_game()
        game.act("ann", "choose_decks", summaries=[])
        self.assertNotIn("serves", game.table())

    def test_only_the_host_and_only_in_the_lobby(self):
        game = a_game()
        self.assertEqual(game.why_not("bob", "choose_decks", summaries=[]), "not_host")
        game.deal()
        game.act("ann", "end_game")
        self.assertEqual(game.why_not("ann", "choose_decks", summaries=[]), "not_now")

    def test_decks_that_were_not_looked_up_are_refused(self):
        for args in ({}, {"summaries": None}, {"decks": [3]}):
            self.assertEqual(a_game().why_not("ann", "choose_decks", **args), "bad_decks")
