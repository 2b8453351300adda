"""A log of moves replays to the same state on every Python, and today's rules still play yesterday's game."""
from __future__ import unicode_literals

from unittest import TestCase

from . import recording


class Replay(TestCase):
    def test_the_recorded_game_ends_where_it_ended(self):
        recorded = recording.load()
        state = recording.replay(recorded)
        self.assertEqual((state["phase"], recording.digest(state)), (recorded["phase"], recorded["digest"]))

    def test_it_is_a_game_worth_replaying(self):
        recorded = recording.load()
        made = {name for _, name, _, _, code in recorded["moves"] if not code}
        self.assertGreater(len(recorded["moves"]), 300)
        self.assertLessEqual({"start_game", "play_cards", "take_back", "reveal_play", "pick_winner",
                              "next_round",
                              "kick", "leave", "join", "connect", "disconnect", "expire", "skip", "nudge"},
                             made)
        self.assertGreater(recording.replay(recorded)["game"], 1)

    def test_a_changed_move_is_noticed(self):
        recorded = recording.load()
        recorded["moves"] = [move for move in recorded["moves"] if move[1] != "start_game"]
        with self.assertRaises(AssertionError):
            recording.replay(recorded)
