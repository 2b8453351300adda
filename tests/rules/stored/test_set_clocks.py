"""The server was started again after its clock had been set: no round stands still for an hour,
none is cut short.
"""
from __future__ import unicode_literals

from unittest import TestCase

from game import rules
from tests.rules.tables import a_round

HOUR = 3600 * 1000


class SetBack(TestCase):
    def setUp(self):
        self.game = a_round(judge="ann")

    def test_a_deadline_is_never_further_away_than_its_phase_is_long(self):
        self.game.now -= HOUR
        self.assertTrue(rules.mend_times(self.game.state, self.game.now))
        self.assertEqual(self.game.table()["deadline"] - self.game.now, 90000)

    def test_a_player_who_was_lost_is_away_after_the_grace(self):
        self.game.act("bob", "disconnect")
        self.game.now -= HOUR
        rules.mend_times(self.game.state, self.game.now)
        self.game.expire(after=20)
        self.assertEqual(self.game.table()["players"]["2"]["presence"], "away")

    def test_who_was_nudged_can_be_nudged_again(self):
        self.game.act("ann", "nudge")
        self.game.now -= HOUR
        rules.mend_times(self.game.state, self.game.now)
        self.game.wait(15)
        self.assertTrue(self.game.act("ann", "nudge"))

    def test_what_is_due_soon_is_left_alone(self):
        self.game.act("bob", "disconnect")
        self.game.now -= 30 * 1000  # two processes never agree to the millisecond
        self.assertFalse(rules.mend_times(self.game.state, self.game.now))

    def test_a_round_without_a_timer_gets_none(self):
        game = a_round(seconds={"playing": 0, "revealing": 0, "judging": 0, "round_over": 0})
        self.assertFalse(rules.mend_times(game.state, game.now - HOUR))
        self.assertNotIn("deadline", game.table())


class SetForward(TestCase):
    def test_nothing_is_changed(self):
        game = a_round()
        self.assertFalse(rules.mend_times(game.state, game.now + HOUR))

    def test_at_most_one_phase_ends(self):
        game = a_round(judge="ann")
        game.play("bob")
        game.expire(after=3600)
        self.assertEqual(game.table()["phase"], "revealing")
        self.assertEqual(game.why_not("cat", "expire"), "nothing_due")
