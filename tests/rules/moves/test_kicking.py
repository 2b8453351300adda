"""Being removed, and who decides about a seat."""
from __future__ import unicode_literals

from unittest import TestCase

from game import rules
from tests.rules.tables import a_game, a_round, kinds, name_of, number_of


class DecidingAboutASeat(TestCase):
    def decides(self, game, who):
        number = rules.who_decides(game.state, number_of(who), game.now)
        return number and name_of(number)

    def test_the_host_decides_about_all_others(self):
        game = a_round()
        game.act("ann", "make_host", player="3")
        self.assertEqual([self.decides(game, who) for who in ("ann", "bob", "dan")], ["cat"] * 3)

    def test_about_the_host_decides_who_has_been_here_for_longest(self):
        game = a_round()
        self.assertEqual(self.decides(game, "ann"), "bob")
        game.act("bob", "disconnect")
        game.wait(21)
        self.assertEqual(self.decides(game, "ann"), "cat")

    def test_with_nobody_there_nobody_decides_about_the_host(self):
        self.assertIsNone(self.decides(a_game(players=1), "ann"))

    def test_a_host_who_has_left_an_empty_room_decides_nothing(self):
        game = a_game(players=1)
        game.act("ann", "leave")
        self.assertIsNone(self.decides(game, "bob"))


class Kicking(TestCase):
    def test_who_was_removed_cannot_act_any_more(self):
        game = a_round()
        self.assertEqual(game.act("ann", "kick", player="2"), [{"type": "kicked", "player": "2", "name": "Bob"}])
        for move in ("play_cards", "here", "nudge", "leave"):
            self.assertEqual(game.why_not("bob", move, cards=game.hand("bob")[:1]), "not_seated")

    def test_the_game_goes_on_without_them(self):
        game = a_round()
        game.play("bob")
        game.play("cat")
        self.assertEqual(kinds(game.act("ann", "kick", player="4")), ["kicked", "all_played"])

    def test_a_judge_can_be_removed(self):
        game = a_round(judge="bob")
        self.assertEqual(kinds(game.act("ann", "kick", player="2")), ["kicked", "void"])

    def test_a_play_on_the_table_stays(self):
        game = a_round()
        game.everybody_plays()
        game.act("ann", "kick", player="2")
        self.assertEqual(len(game.state["laid_plays"]), 3)

    def test_only_the_host_removes_people(self):
        self.assertEqual(a_round().why_not("bob", "kick", player="3"), "not_host")

    def test_nobody_removes_themselves_or_somebody_who_is_not_there(self):
        game = a_round()
        game.act("dan", "leave")
        for player in ("1", "4", "9", "", 2, None, ["2"], {}):
            self.assertEqual(game.why_not("ann", "kick", player=player), "unknown_player")

    def test_in_the_lobby_the_seat_is_empty_again(self):
        game = a_game()
        game.act("ann", "kick", player="2")
        self.assertNotIn("2", game.state["players"])

    def test_who_was_nudged_and_removed_is_not_shown_as_nudged(self):
        game = a_round()
        game.act("ann", "nudge")
        game.act("ann", "kick", player="2")
        shown = game.table()["players"]["2"]
        self.assertEqual((shown["presence"], "nudged" in shown), ("left", False))
