"""Time that fits the table, time added, a clock that stands, and the last moment."""
from __future__ import unicode_literals

from unittest import TestCase

from game import rules
from tests.rules.tables import a_round, kinds


class ByTheTable(TestCase):
    def seconds(self, game):
        return (game.table()["deadline"] - game.now) // 1000

    def test_more_answers_get_more_time(self):
        self.assertEqual(self.seconds(a_round(pick=1, timing="table")), 75)
        self.assertEqual(self.seconds(a_round(pick=3, timing="table")), 105)

    def test_each_answer_is_time_to_turn_and_to_read(self):
        game = a_round(players=8, timing="table")
        game.everybody_plays()
        self.assertEqual(self.seconds(game), 15 + 5 * 7)
        game.reveal_all()
        self.assertEqual(self.seconds(game), 25 + 5 * 7)

    def test_a_crowd_does_not_wait_for_ever(self):
        game = a_round(players=16, timing="calm", pick=3)
        game.everybody_plays()
        game.reveal_all()
        self.assertEqual(self.seconds(game), 240 * 1.6)

    def test_the_pace_can_be_brisk(self):
        self.assertEqual(self.seconds(a_round(timing="brisk")), 45)

    def test_off_is_off(self):
        self.assertNotIn("deadline", a_round(timing="off").table())

    def test_it_is_what_a_new_room_has(self):
        self.assertEqual(rules.new_state("Ann", 0)["settings"]["timing"], "table")


class TheClock(TestCase):
    def test_a_stopped_clock_keeps_what_was_left(self):
        game = a_round()
        game.wait(30)
        game.act("ann", "stop_clock")
        self.assertEqual(game.table()["clock_stopped"], {"by": "1", "left": 60000})
        game.wait(1000)
        self.assertEqual(game.why_not("bob", "expire"), "nothing_due")
        game.act("ann", "start_clock")
        self.assertEqual(game.table()["deadline"], game.now + 60000)

    def test_phases_that_begin_meanwhile_stand_too(self):
        game = a_round()
        game.act("ann", "stop_clock")
        game.everybody_plays()
        self.assertEqual(game.table()["clock_stopped"]["left"], 60000)
        self.assertNotIn("deadline", game.table())

    def test_only_the_host_stops_it_and_only_once(self):
        game = a_round()
        self.assertEqual(game.why_not("bob", "stop_clock"), "not_host")
        self.assertEqual(game.why_not("ann", "start_clock"), "clock_runs")
        game.act("ann", "stop_clock")
        self.assertEqual(game.why_not("ann", "stop_clock"), "clock_stands")

    def test_host_and_judge_give_half_a_minute_more(self):
        game = a_round(judge="bob")
        entry, = game.act("bob", "add_time")
        self.assertEqual((entry["seconds"], game.table()["deadline"] - game.now), (30, 120000))
        self.assertEqual(game.why_not("cat", "add_time"), "not_host")

    def test_everybody_is_told_how_long_it_runs_in_all(self):
        game = a_round()
        game.wait(30)
        game.act("ann", "add_time")
        self.assertEqual(game.table()["time_given"], 120000)
        game.act("ann", "stop_clock")
        self.assertEqual(game.table()["time_given"], 120000)
        game.everybody_plays()
        self.assertEqual(game.table()["time_given"], 60000)

    def test_without_a_clock_no_time_is_told(self):
        self.assertNotIn("time_given", a_round(timing="off").table())
        game = a_round()
        game.act("ann", "end_game")
        self.assertNotIn("time_given", game.table())

    def test_there_is_an_end_to_it(self):
        game = a_round()
        for _ in range(20):
            game.act("ann", "add_time")
        self.assertEqual(game.why_not("ann", "add_time"), "enough_time")

    def test_without_a_timer_there_is_nothing_to_add_to(self):
        self.assertEqual(a_round(timing="off").why_not("ann", "add_time"), "no_clock")

    def test_a_game_that_ends_forgets_it(self):
        game = a_round()
        game.act("ann", "stop_clock")
        game.act("ann", "end_game")
        self.assertNotIn("clock_stopped", game.state)


class LateAnswers(TestCase):
    def test_what_comes_in_the_last_moment_counts(self):
        game = a_round(late_answers="chosen")
        game.play("bob")
        game.wait(90.5)
        self.assertEqual(game.why_not("bob", "expire"), "nothing_due")
        game.play("cat")
        game.expire(after=0.5)
        self.assertEqual((game.phase, len(game.state["laid_plays"])), ("revealing", 2))

    def test_what_comes_too_late_is_told_so_and_the_hand_is_kept(self):
        game = a_round(late_answers="chosen")
        game.play("bob")
        hand = list(game.hand("cat"))
        game.expire(after=91)
        self.assertEqual(game.why_not("cat", "play_cards", cards=hand[:1]), "too_late")
        self.assertEqual(game.hand("cat"), hand)

    def test_random_cards_of_the_hand_are_played(self):
        game = a_round(late_answers="random", pick=2)
        hands = {who: list(game.hand(who)) for who in ("bob", "cat", "dan")}
        entries = game.expire(after=90)
        self.assertEqual(kinds(entries), ["played", "played", "played", "all_played"])
        for play in game.state["laid_plays"]:
            who = ("ann", "bob", "cat", "dan")[int(play["player"]) - 1]
            self.assertEqual(len(set(play["cards"]) & set(hands[who])), 2)
        self.assertEqual(game.person("bob")["missed_deadlines"], 1)
