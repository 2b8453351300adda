"""What a host may choose, and what everything else is answered with."""
from __future__ import unicode_literals

from unittest import TestCase

from .tables import a_game


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
                                 {"name": phase, "low": low, "high": high})

    def test_what_is_not_mentioned_stays(self):
        settings = self.change(hand_size=7, seconds={"judging": 30})
        self.assertEqual(settings, {"hand_size": 7, "score_limit": 7, "round_limit": 0, "seconds": {
            "playing": 90, "revealing": 60, "judging": 30, "round_over": 8}})

    def test_only_whole_numbers_are_numbers(self):
        for value in (None, True, False, "10", 10.0, 10.5, [], {}, [10]):
            self.assertEqual(self.refused({"hand_size": value})["name"], "hand_size")
            self.assertEqual(self.refused({"seconds": {"playing": value}})["name"], "playing")

    def test_a_setting_that_does_not_exist_is_named(self):
        self.assertEqual(self.refused({"hats": 3})["name"], "hats")
        self.assertEqual(self.refused({"seconds": {"lobby": 30}})["name"], "lobby")

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

    def test_only_the_host_and_only_in_the_lobby(self):
        game = a_game()
        self.assertEqual(game.why_not("bob", "change_settings", settings={}), "not_host")
        game.deal()
        self.assertEqual(game.why_not("ann", "change_settings", settings={}), "not_now")


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
        self.assertEqual(game.why_not("ann", "choose_decks", summaries=[]), "not_now")

    def test_decks_that_were_not_looked_up_are_refused(self):
        for args in ({}, {"summaries": None}, {"decks": [3]}):
            self.assertEqual(a_game().why_not("ann", "choose_decks", **args), "bad_decks")
