"""A locked room."""
from __future__ import unicode_literals

from unittest import TestCase

from game.rules.presets import PRESETS, settings_of
from tests.rules.tables import a_game, a_round


class Door(TestCase):
    def test_nobody_new_sits_down_in_a_locked_room_but_who_left_comes_back(self):
        game = a_round(locked=True)
        self.assertEqual(game.why_not("eve", "join", name="Eve"), "locked")
        game.act("dan", "leave")
        game.sit_down("dan")
        self.assertEqual(game.person("dan")["presence"], "here")

    def test_the_host_locks_while_a_game_runs(self):
        game = a_round()
        game.act("ann", "change_settings", settings={"locked": True})
        self.assertEqual(game.why_not("eve", "join", name="Eve"), "locked")

    def test_a_preset_opens_no_door(self):
        game = a_game(locked=True)
        game.act("ann", "change_settings", settings=settings_of(PRESETS[0]))
        self.assertTrue(game.state["settings"]["locked"])
