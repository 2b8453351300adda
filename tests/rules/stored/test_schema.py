"""Every key of a state is declared, with the phases it stands in;
random games hold it at every step (laws.py).
"""
from __future__ import unicode_literals

import os
from unittest import TestCase

import game.rules
from game.rules.state import new_state
from game.rules.stored import schema

FOLDER = os.path.dirname(game.rules.__file__)


class Schema(TestCase):
    def problem_of(self, **changes):
        problem, = schema.problems(dict(new_state("Ann", 0), **changes))
        return problem

    def test_a_new_room_is_as_declared(self):
        self.assertEqual(schema.problems(new_state("Ann", 0)), [])

    def test_an_unknown_key_is_named(self):
        self.assertEqual(self.problem_of(colour="red"), "the room has an unknown key colour")

    def test_a_key_in_a_wrong_phase_is_named(self):
        self.assertEqual(self.problem_of(deadline=5), "the room has deadline in lobby")

    def test_a_key_of_another_kind_is_named(self):
        self.assertEqual(self.problem_of(decks={}), "decks of the room is no list")

    def test_a_key_that_is_missing_is_named(self):
        state = new_state("Ann", 0)
        del state["players"]["1"]["hand"]
        self.assertEqual(schema.problems(state), ["player 1 has no hand in lobby"])

    def test_every_key_stands_once_and_has_a_writer(self):
        for keys in (schema.ROOM, schema.PLAYER):
            self.assertEqual(len({key.name for key in keys}), len(keys))
            for key in keys:
                self.assertTrue(not key.writer
                                or os.path.exists(os.path.join(FOLDER, key.writer + ".py")), key)
