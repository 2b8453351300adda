"""Deadlines of the phases, and what happens when they are over."""
from __future__ import unicode_literals

from unittest import TestCase

from tests.rules.tables import a_game, a_round, kinds

OFF = {"playing": 0, "revealing": 0, "judging": 0, "round_over": 0}


class Deadlines(TestCase):
    def test_every_phase_has_its_own(self):
        game = a_round()
        seconds = [game.table()["deadline"] - game.now]
        game.everybody_plays()
        seconds.append(game.table()["deadline"] - game.now)
        game.reveal_all()
        seconds.append(game.table()["deadline"] - game.now)
        game.pick_winner("bob")
        seconds.append(game.table()["deadline"] - game.now)
        self.assertEqual(seconds, [90000, 60000, 60000, 8000])

    def test_there_is_none_in_the_lobby_nor_after_the_end(self):
        game = a_game()
        self.assertNotIn("deadline", game.table())
        game.deal()
        game.act("ann", "end_game")
        self.assertNotIn("deadline", game.table())

    def test_off_means_off(self):
        game = a_round(seconds=OFF)
        game.wait(1000000)
        self.assertEqual(game.why_not("bob", "expire"), "nothing_due")
        game.everybody_plays()
        self.assertNotIn("deadline", game.table())
        self.assertEqual(game.why_not("bob", "expire"), "nothing_due")

    def test_without_a_timer_the_host_is_waited_for_between_rounds(self):
        game = a_round(judge="bob", seconds=OFF)
        game.play_round()
        self.assertEqual(game.waited_for, ["ann"])

    def test_with_a_timer_nobody_is_waited_for_between_rounds(self):
        game = a_round()
        game.play_round()
        self.assertEqual(game.waited_for, [])


class Expiry(TestCase):
    def test_a_claim_that_comes_early_is_refused(self):
        game = a_round()
        game.wait(89.999)
        self.assertEqual(game.why_not("bob", "expire"), "nothing_due")

    def test_a_claim_is_granted_once(self):
        game = a_round()
        game.play("bob")
        game.expire(after=90)
        self.assertEqual(game.phase, "revealing")
        self.assertEqual(game.why_not("cat", "expire"), "nothing_due")

    def test_a_late_claim_is_granted_too(self):
        game = a_round()
        game.play("bob")
        game.expire(after=86400)
        self.assertEqual(game.phase, "revealing")

    def test_spectators_may_claim(self):
        game = a_round()
        game.play("bob")
        self.assertIn("all_played", kinds(game.expire(after=90, claimed_by=None)))

    def test_a_claim_is_no_sign_of_life(self):
        game = a_round()
        game.act("bob", "disconnect")
        self.assertEqual(game.expire(after=20, claimed_by="bob"), [{"type": "away", "player": "2"}])

    def test_when_the_playing_is_over_the_plays_that_are_there_count(self):
        game = a_round()
        game.play("bob")
        game.expire(after=90)
        self.assertEqual(game.state["laid_plays"],
                         [{"player": "2", "cards": game.state["laid_plays"][0]["cards"],
                                                "revealed": False}])

    def test_when_nobody_has_played_the_round_is_void(self):
        game = a_round()
        self.assertEqual(game.expire(after=90), [{"type": "void", "why": "no_plays"}])
        self.assertEqual((game.phase, game.table()["void"]), ("round_over", "no_plays"))

    def test_when_the_revealing_is_over_all_plays_lie_open(self):
        game = a_round()
        game.everybody_plays()
        game.act("ann", "reveal_play", play="1")
        self.assertEqual(game.expire(after=60),
                         [{"type": "revealed", "play": "0"}, {"type": "revealed", "play": "2"}])
        self.assertEqual(game.phase, "judging")

    def test_when_the_judging_is_over_nobody_wins(self):
        game = a_round()
        game.everybody_plays()
        game.reveal_all()
        self.assertEqual(game.expire(after=60), [{"type": "void", "why": "judge_slept"}])
        self.assertEqual([game.score(name) for name in ("ann", "bob", "cat", "dan")], [0, 0, 0, 0])

    def test_when_the_pause_is_over_the_next_round_starts(self):
        game = a_round()
        game.play_round()
        self.assertEqual(game.expire(after=8), [{"type": "round_started", "round": 2, "judge": "2"}])

    def test_there_is_nothing_to_claim_in_the_lobby(self):
        game = a_game()
        game.wait(1000)
        self.assertEqual(game.why_not("ann", "expire"), "nothing_due")

    def test_an_absence_that_ends_a_phase_does_not_end_the_next_one_too(self):
        game = a_round(judge="bob")
        game.act("bob", "disconnect")
        self.assertEqual(kinds(game.expire(after=100)), ["away", "void"])
        self.assertEqual(game.table()["deadline"], game.now + 8000)


class Sleepers(TestCase):
    def test_one_missed_round_is_forgiven(self):
        game = a_round()
        game.play("bob")
        game.play("cat")
        game.expire(after=90)
        self.assertEqual(game.person("dan")["presence"], "here")

    def test_two_missed_rounds_in_a_row_are_not(self):
        game = a_round(players=5, score_limit=0)
        for _ in range(2):
            for name in set(game.members) - {"dan"}:
                game.play(name)
            last = game.expire(after=90)
            game.play_round()
            game.next_round()
        self.assertIn({"type": "away", "player": "4"}, last)
        self.assertNotIn("dan", game.members)

    def test_playing_in_between_clears_the_record(self):
        game = a_round()
        game.expire(after=90)
        game.next_round()
        for name in ("cat", "dan"):
            game.play(name)
        game.expire(after=90)
        self.assertEqual((game.person("cat")["missed_deadlines"], game.person("dan")["missed_deadlines"]),
                         (0, 0))

    def test_a_judge_who_sleeps_twice_is_away(self):
        game = a_round(players=4, score_limit=0)
        game.person("ann")["missed_deadlines"] = 1
        game.everybody_plays()
        game.reveal_all()
        self.assertIn({"type": "away", "player": "1"}, game.expire(after=60))

    def test_a_judge_who_picks_clears_the_record(self):
        game = a_round()
        game.person("ann")["missed_deadlines"] = 1
        game.play_round()
        self.assertEqual(game.person("ann")["missed_deadlines"], 0)

    def test_a_room_where_everybody_sleeps_comes_to_rest(self):
        game = a_round(players=6, score_limit=0)
        for _ in range(12):
            if game.state.get("paused"):
                break
            game.expire(after=90)
        self.assertTrue(game.table()["paused"])
