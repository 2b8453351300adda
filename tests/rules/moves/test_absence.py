"""Lost connections, nudges, skips, and the pause while too few are here."""
from __future__ import unicode_literals

from unittest import TestCase

from tests.rules.tables import a_game, a_round, kinds


class Grace(TestCase):
    def test_a_lost_player_is_waited_for_during_the_grace(self):
        game = a_round()
        self.assertEqual(kinds(game.act("bob", "disconnect")), ["gone"])
        self.assertIn("bob", game.waited_for)
        self.assertEqual(game.table()["players"]["2"]["gone_at"], game.now)

    def test_before_the_grace_is_over_nothing_is_due(self):
        game = a_round()
        game.act("bob", "disconnect")
        game.wait(19.999)
        self.assertEqual(game.why_not("cat", "expire"), "nothing_due")

    def test_after_the_grace_the_player_is_away_and_not_waited_for(self):
        game = a_round()
        game.act("bob", "disconnect")
        self.assertEqual(game.expire(after=20), [{"type": "away", "player": "2"}])
        self.assertNotIn("bob", game.waited_for)
        shown = game.table()["players"]["2"]
        self.assertEqual((shown["presence"], "nudged" in shown), ("away", False))

    def test_coming_back_in_time_stops_the_clock(self):
        game = a_round()
        game.act("bob", "disconnect")
        game.wait(10)
        self.assertEqual(game.connect("bob"), [{"type": "here", "player": "2"}])
        game.wait(15)
        self.assertEqual(game.why_not("cat", "expire"), "nothing_due")

    def test_who_comes_back_late_but_in_the_same_round_may_play(self):
        game = a_round()
        game.fall_asleep("bob")
        game.connect("bob")
        self.assertIn("bob", game.waited_for)

    def test_the_last_one_waited_for_may_be_the_one_who_is_lost(self):
        game = a_round()
        game.play("cat")
        game.play("dan")
        self.assertEqual(kinds(game.fall_asleep("bob")), ["away", "all_played"])

    def test_a_judge_who_is_lost_ends_the_round(self):
        game = a_round(judge="bob")
        game.everybody_plays()
        self.assertEqual(kinds(game.fall_asleep("bob")), ["away", "void"])

    def test_absence_counts_with_timers_off_too(self):
        game = a_round(judge="bob", seconds={"playing": 0, "revealing": 0, "judging": 0, "round_over": 0})
        game.fall_asleep("bob")
        self.assertEqual(game.phase, "round_over")

    def test_a_new_player_who_never_opens_a_socket_is_away_after_the_grace(self):
        game = a_round()
        game.join("eve")
        self.assertEqual(game.expire(after=20), [{"type": "away", "player": "5"}])

    def test_when_nobody_is_left_to_play_the_round_is_void(self):
        game = a_round()
        entries = game.fall_asleep("bob", "cat", "dan")
        self.assertIn({"type": "void", "why": "no_plays"}, entries)


class Nudges(TestCase):
    def test_it_asks_everybody_who_is_waited_for(self):
        game = a_round()
        game.play("bob")
        nudged = [{"type": "nudged", "player": "3"}, {"type": "nudged", "player": "4"}]
        self.assertEqual(game.act("bob", "nudge"), nudged)
        self.assertTrue(game.table()["players"]["3"]["nudged"])

    def test_it_does_not_ask_the_one_who_nudges(self):
        game = a_round()
        self.assertEqual([entry["player"] for entry in game.act("bob", "nudge")], ["3", "4"])

    def test_there_is_nobody_to_nudge_but_oneself(self):
        game = a_round()
        game.everybody_plays()
        self.assertEqual(game.why_not("ann", "nudge"), "not_now")

    def test_the_room_is_nudged_at_most_every_fifteen_seconds(self):
        game = a_round()
        game.act("bob", "nudge")
        game.wait(14.999)
        self.assertEqual(game.why_not("ann", "nudge"), "nudged_already")
        game.wait(0.001)
        self.assertEqual(kinds(game.act("ann", "nudge")), ["nudged"] * 3)

    def test_who_shows_no_sign_of_life_is_away(self):
        game = a_round()
        game.play("bob")
        game.play("cat")
        game.act("ann", "nudge")
        self.assertEqual(kinds(game.expire(after=20)), ["away", "all_played"])

    def test_a_second_nudge_does_not_prolong_the_grace(self):
        game = a_round()
        game.act("ann", "nudge")
        game.wait(15)
        game.act("ann", "nudge")
        self.assertIn({"type": "away", "player": "2"}, game.expire(after=5))

    def test_a_sign_of_life_is_told_and_ends_the_nudge(self):
        game = a_round()
        game.act("ann", "nudge")
        self.assertEqual(game.act("bob", "here"), [{"type": "here", "player": "2"}])
        self.assertNotIn("nudged", game.table()["players"]["2"])
        self.assertEqual(kinds(game.expire(after=20)), ["away", "away"])
        self.assertEqual(game.waited_for, ["bob"])

    def test_any_move_is_a_sign_of_life(self):
        game = a_round()
        game.act("ann", "nudge")
        game.play("bob")
        self.assertNotIn("nudged", game.table()["players"]["2"])

    def test_a_refused_move_is_none(self):
        game = a_round()
        game.act("ann", "nudge")
        game.why_not("bob", "play_cards", cards=[])
        self.assertTrue(game.table()["players"]["2"]["nudged"])

    def test_a_sleeping_host_in_the_lobby_can_be_nudged_away(self):
        game = a_game()
        game.act("bob", "nudge")
        self.assertEqual(kinds(game.expire(after=20)), ["away", "host"])
        game.deal()
        self.assertEqual(game.phase, "playing")


class Skips(TestCase):
    def test_the_host_skips_somebody_who_is_waited_for(self):
        game = a_round()
        self.assertEqual(game.act("ann", "skip", player="2"), [{"type": "skipped", "player": "2"}])
        self.assertEqual(game.waited_for, ["cat", "dan"])

    def test_skipping_the_judge_ends_the_round(self):
        game = a_round(judge="bob")
        game.everybody_plays()
        self.assertEqual(kinds(game.act("ann", "skip", player="2")), ["skipped", "void"])

    def test_only_the_host_skips(self):
        self.assertEqual(a_round().why_not("bob", "skip", player="3"), "not_host")

    def test_only_somebody_who_is_waited_for_is_skipped(self):
        game = a_round()
        game.play("bob")
        for player in ("1", "2", "9", None, 3, [], {}):
            self.assertEqual(game.why_not("ann", "skip", player=player), "unknown_player")

    def test_nobody_skips_themselves_and_loses_the_room_by_it(self):
        game = a_round(judge="bob")
        self.assertEqual(game.why_not("ann", "skip", player="1"), "unknown_player")
        self.assertEqual(game.host, "ann")

    def test_who_was_nudged_and_skipped_is_not_shown_as_nudged(self):
        game = a_round()
        game.act("ann", "nudge")
        game.act("ann", "skip", player="2")
        shown = game.table()["players"]["2"]
        self.assertEqual((shown["presence"], "nudged" in shown), ("away", False))

    def test_who_was_skipped_says_that_they_are_here(self):
        game = a_round()
        game.act("ann", "skip", player="2")
        self.assertEqual(game.seat("bob")["can"][0], "here")
        game.act("bob", "here")
        self.assertIn("bob", game.waited_for)

    def test_there_is_nobody_to_skip_in_the_lobby(self):
        self.assertEqual(a_game().why_not("ann", "skip", player="2"), "not_now")


class Pauses(TestCase):
    def too_few(self):
        game = a_round(players=4, judge="bob")
        game.play_round(winner="cat")
        game.fall_asleep("cat", "dan")
        return game

    def test_a_round_does_not_start_with_two(self):
        game = self.too_few()
        self.assertEqual((game.phase, game.table()["paused"]), ("round_over", True))
        self.assertEqual(game.log[-1], {"type": "paused"})

    def test_scores_and_hands_are_kept(self):
        game = self.too_few()
        self.assertEqual((game.score("cat"), game.hand_sizes()), (1, [9, 10, 9, 9]))

    def test_nothing_runs_while_it_is_paused(self):
        game = self.too_few()
        game.wait(100000)
        self.assertNotIn("deadline", game.table())
        self.assertEqual(game.why_not("ann", "expire"), "nothing_due")
        self.assertEqual(game.why_not("ann", "next_round"), "too_few_players")

    def test_it_goes_on_when_enough_are_back(self):
        game = self.too_few()
        self.assertEqual(kinds(game.connect("cat")), ["here", "resumed"])
        self.assertNotIn("paused", game.table())
        self.assertEqual(kinds(game.expire(after=8)), ["round_started"])

    def test_a_newcomer_is_enough_too(self):
        game = self.too_few()
        self.assertIn("resumed", kinds(game.sit_down("eve")))

    def test_the_host_may_end_a_paused_game(self):
        game = self.too_few()
        game.act("ann", "end_game")
        self.assertEqual(game.state["winners"], ["3"])

    def test_a_round_under_way_is_finished_by_two(self):
        game = a_round(players=3)
        game.fall_asleep("cat")
        game.play("bob")
        self.assertEqual((game.phase, game.waited_for), ("revealing", ["ann"]))
