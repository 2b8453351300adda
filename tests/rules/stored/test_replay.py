"""A log of moves replays to the same state on every Python, and today's rules still play yesterday's game."""
from __future__ import unicode_literals

from unittest import TestCase

from . import recording


class Replay(TestCase):
    def test_the_recorded_game_ends_where_it_ended(self):
        recorded = recording.load()
        state = recording.replay(recorded)
        self.assertEqual((state["phase"], recording.digest(state)), (recorded["phase"], recorded["digest"]),
                         "if the rules were changed on purpose: python -m tests.rules.stored.recording")

    def test_it_is_a_game_worth_replaying(self):
        recorded = recording.load()
        self.assertGreater(len(recorded["moves"]), 300)
        self.assertEqual(recording.missing(recorded), [])
        self.assertGreater(recording.replay(recorded)["game"], 1)

    def test_a_recording_that_is_up_to_date_stays_as_it_is(self):
        recorded = recording.load()
        self.assertEqual(recording.up_to_date(recorded), recorded)

    def test_a_recording_that_replays_keeps_its_moves(self):
        recorded = recording.load()
        self.assertEqual(recording.up_to_date(dict(recorded, digest="of older rules")), recorded)

    def test_a_game_that_is_recorded_anew_is_worth_replaying_too(self):
        recorded = recording.load()
        anew = recording.up_to_date(dict(recorded, moves=recorded["moves"][1:]))
        self.assertNotEqual(anew["moves"], recorded["moves"])
        self.assertEqual((recording.missing(anew), recording.up_to_date(anew)), ([], anew))

    def test_a_changed_move_is_noticed(self):
        recorded = recording.load()
        recorded["moves"] = [move for move in recorded["moves"] if move[1] != "start_game"]
        with self.assertRaises(AssertionError):
            recording.replay(recorded)
