"""What people are called, and who may change it."""
from __future__ import unicode_literals

from unittest import TestCase

from tests.rules.tables import a_game, a_round, kinds


class Renaming(TestCase):
    def test_everybody_sees_the_new_name(self):
        game = a_round()
        self.assertEqual(game.act("bob", "rename", name="Somebody"), [{"type": "renamed", "player": "2"}])
        self.assertEqual(game.table()["players"]["2"]["name"], "Somebody")

    def test_whoever_has_left_a_game_is_renamed_too(self):
        game = a_round()
        game.act("bob", "leave")
        game.act("bob", "rename", name="Somebody")
        self.assertEqual(game.table()["players"]["2"]["name"], "Somebody")

    def test_whoever_is_not_there_is_not_renamed(self):
        self.assertEqual(a_game().why_not("eve", "rename", name="Somebody"), "not_seated")


class ChangingOnesName(TestCase):
    def test_everybody_sees_it_in_the_lobby_and_in_a_game(self):
        for game in (a_game(), a_round()):
            self.assertEqual(game.act("bob", "change_name", name="Rob"), [{"type": "renamed", "player": "2"}])
            self.assertEqual(game.table()["players"]["2"]["name"], "Rob")

    def test_the_same_name_again_is_no_news(self):
        self.assertEqual(a_round().act("bob", "change_name", name="Bob"), [])

    def test_a_name_that_somebody_has_is_refused(self):
        self.assertEqual(a_round().why_not("bob", "change_name", name="Cat", taken=True), "name_taken")

    def test_what_is_no_name_is_refused_and_it_says_why(self):
        refusal = a_round().refusal("bob", "change_name", bad="That name is too long.")
        self.assertEqual((refusal.code, refusal.data), ("bad_name", {"why": "That name is too long."}))

    def test_who_watches_or_has_left_has_no_name_to_change(self):
        game = a_round()
        game.act("dan", "leave")
        for who in ("dan", "eve", None):
            self.assertEqual(game.why_not(who, "change_name", name="Rob"), "not_seated")


class TakenNames(TestCase):
    def test_nobody_joins_by_a_name_that_somebody_here_has(self):
        self.assertEqual(a_game().why_not("eve", "join", name="Bob", taken=True), "name_taken")

    def test_who_comes_back_by_another_name_than_they_left_by_is_renamed(self):
        game = a_round()
        game.act("bob", "leave")
        entries = game.act("bob", "join", name="Bob 2", renamed=True)
        self.assertEqual(kinds(entries)[:2], ["joined", "renamed"])
        self.assertEqual(game.table()["players"]["2"]["name"], "Bob 2")
