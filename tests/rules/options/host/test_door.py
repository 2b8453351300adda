"""Who may sit down: everybody, whom the host lets in, or nobody new."""
from __future__ import unicode_literals

from unittest import TestCase

from game.rules.presets import PRESETS, settings_of
from tests.rules.tables import a_game, a_round


class Locked(TestCase):
    def test_nobody_new_sits_down_in_a_locked_room_but_who_left_comes_back(self):
        game = a_round(door="locked")
        self.assertEqual(game.why_not("eve", "join", name="Eve", let_in=True), "locked")
        game.act("dan", "leave")
        game.sit_down("dan")
        self.assertEqual(game.person("dan")["presence"], "here")

    def test_the_host_locks_while_a_game_runs(self):
        game = a_round()
        game.act("ann", "change_settings", settings={"door": "locked"})
        self.assertEqual(game.why_not("eve", "join", name="Eve"), "locked")

    def test_a_preset_opens_no_door(self):
        game = a_game(door="locked")
        game.act("ann", "change_settings", settings=settings_of(PRESETS[0]))
        self.assertEqual(game.state["settings"]["door"], "locked")


class Asking(TestCase):
    def test_somebody_new_sits_down_when_let_in(self):
        game = a_round(door="ask")
        self.assertEqual(game.why_not("eve", "join", name="Eve"), "asks_first")
        game.act("eve", "join", name="Eve", let_in=True)
        self.assertEqual(game.person("eve")["name"], "Eve")

    def test_a_full_room_asks_nobody(self):
        game = a_round(door="ask")
        self.assertEqual(game.why_not("eve", "join", name="Eve", seats=4), "room_full")

    def test_whoever_has_sat_here_is_not_asked_about(self):
        game = a_game(door="ask")
        game.act("dan", "leave")
        game.act("dan", "join", name="Dan", again=True)
        self.assertEqual(game.person("dan")["presence"], "gone")

    def test_where_nobody_sits_there_is_nobody_to_ask(self):
        game = a_game(door="ask")
        for who in ("ann", "bob", "cat", "dan"):
            game.act(who, "leave")
        game.act("eve", "join", name="Eve")
        self.assertIn("5", game.state["players"])
