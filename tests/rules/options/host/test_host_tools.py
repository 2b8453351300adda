"""What a host does where the table waits: plays for somebody, lets somebody else judge, lets a bot sit in."""
from __future__ import unicode_literals

from unittest import TestCase

from tests.rules.tables import a_round, kinds


class PlayingForSomebody(TestCase):
    def test_cards_of_the_hand_are_laid_down_and_stay_secret(self):
        game = a_round(judge="ann", pick=2)
        self.assertEqual(game.act("ann", "play_for", player="2"), [
            {"type": "played_for", "player": "2", "by": "1"}])
        cards = game.state["chosen_cards"]["2"]
        self.assertEqual((len(set(cards)), set(cards) <= set(game.hand("bob"))), (2, True))
        self.assertNotIn("play", game.seat("ann"))

    def test_never_for_who_has_played_nor_for_oneself_nor_by_others(self):
        game = a_round(judge="cat")
        game.play("bob")
        self.assertEqual(game.why_not("ann", "play_for", player="2"), "unknown_player")
        self.assertEqual(game.why_not("ann", "play_for", player="1"), "unknown_player")
        self.assertEqual(game.why_not("bob", "play_for", player="4"), "not_host")

    def test_they_may_take_it_back_and_are_not_taken_for_awake(self):
        game = a_round(judge="ann")
        game.person("bob")["missed_deadlines"] = 1
        game.act("ann", "play_for", player="2")
        self.assertEqual(game.person("bob")["missed_deadlines"], 1)
        game.act("bob", "take_back")
        self.assertNotIn("2", game.state["chosen_cards"])

    def test_the_last_one_lets_the_round_go_on(self):
        game = a_round(judge="ann", players=3)
        game.play("cat")
        self.assertEqual(kinds(game.act("ann", "play_for", player="2")), ["played_for", "all_played"])


class AnotherJudge(TestCase):
    def test_while_answers_are_chosen_the_next_one_judges_and_takes_the_answer_back(self):
        game = a_round(judge="bob")
        game.play("cat")
        game.act("bob", "disconnect")
        self.assertEqual(game.act("ann", "replace_judge"), [{"type": "judge_replaced", "player": "3", "by": "1"}])
        self.assertEqual((game.judge, game.members, "3" in game.state["chosen_cards"]),
                         ("cat", ["ann", "dan"], False))

    def test_a_judge_whom_nobody_waits_for_stays(self):
        game = a_round(judge="bob")
        self.assertEqual(game.why_not("ann", "replace_judge"), "judge_is_here")

    def test_with_answers_on_the_table_everybody_votes(self):
        game = a_round(judge="bob")
        game.everybody_plays()
        self.assertIn("table_decides", kinds(game.act("ann", "replace_judge")))
        self.assertEqual((game.phase, game.state["former_judge"]["why"]), ("judging", "judge_replaced"))
        self.assertEqual(game.state["deadline"], game.now + 20000)

    def test_or_somebody_without_an_answer_there_judges(self):
        game = a_round(judge="bob")
        game.everybody_plays()
        game.sit_down("eve")
        self.assertEqual(game.why_not("ann", "replace_judge", player="1"), "cannot_judge")
        game.act("ann", "replace_judge", player="5")
        self.assertEqual(game.judge, "eve")
        game.reveal_all()
        game.pick_winner("ann")

    def test_where_nobody_is_named_the_table_votes_also_if_somebody_could_judge(self):
        game = a_round(judge="bob")
        game.everybody_plays()
        game.sit_down("eve")
        self.assertIn("table_decides", kinds(game.act("ann", "replace_judge")))

    def test_only_who_hosts(self):
        game = a_round(judge="bob")
        game.act("bob", "disconnect")
        self.assertEqual(game.why_not("cat", "replace_judge"), "not_host")


class StandIns(TestCase):
    def test_a_bot_plays_the_hand_of_who_sleeps_until_they_are_back(self):
        game = a_round(judge="ann")
        self.assertEqual(kinds(game.act("ann", "bot_takes", player="2")), ["bot_takes"])
        shown = game.table()["players"]["2"]
        self.assertEqual((shown["presence"], shown["stand_in"], "bot" in shown), ("here", True, False))
        game.expire(after=9)
        self.assertIn("2", game.state["chosen_cards"])
        self.assertIn("here", game.seat("bob")["can"])
        game.act("bob", "here")
        self.assertNotIn("stand_in", game.table()["players"]["2"])

    def test_a_bot_gets_cards_in_the_next_round_for_who_was_away(self):
        game = a_round(judge="ann")
        game.fall_asleep("bob")
        game.act("ann", "bot_takes", player="2")
        game.play_round()
        game.next_round()
        self.assertTrue("bob" in game.members or game.judge == "bob")

    def test_the_table_votes_where_a_bot_takes_the_seat_of_the_judge(self):
        game = a_round(judge="bob", judge_gone="vote")
        game.everybody_plays()
        self.assertIn("table_decides", kinds(game.act("ann", "bot_takes", player="2")))

    def test_it_is_for_who_sleeps_and_never_for_the_host(self):
        game = a_round(judge="cat")
        game.act("ann", "make_cohost", player="4")
        game.play("bob")
        self.assertEqual(game.why_not("ann", "bot_takes", player="2"), "unknown_player")
        self.assertEqual(game.why_not("dan", "bot_takes", player="1"), "host_stays")

    def test_coming_back_leaving_and_the_end_of_the_game_end_it(self):
        for name in ("connect", "leave", "end"):
            game = a_round(judge="ann")
            game.act("ann", "bot_takes", player="2")
            game.act("ann", "end_game") if name == "end" else game.act("bob", name)
            self.assertNotIn("bot", game.person("bob"))

    def test_a_line_that_breaks_meanwhile_changes_nothing(self):
        game = a_round(judge="ann")
        game.act("ann", "bot_takes", player="2")
        self.assertEqual(game.act("bob", "disconnect"), [])

    def test_the_seat_is_still_a_persons(self):
        game = a_round(judge="ann")
        game.act("ann", "bot_takes", player="2")
        self.assertEqual(game.why_not("ann", "remove_bot", player="2"), "unknown_player")
        game.act("ann", "kick", player="2")
        self.assertEqual(game.person("bob")["presence"], "left")


class Waiting(TestCase):
    def test_the_table_says_since_when_it_waits(self):
        game = a_round(judge="ann", timing="off")
        began = game.now
        game.wait(30)
        game.play("bob")
        self.assertEqual(game.table()["waiting_since"], began)
        game.everybody_plays()
        self.assertEqual(game.table()["waiting_since"], game.now)

    def test_not_where_it_waits_for_nobody(self):
        game = a_round(judge="ann")
        game.play_round()
        self.assertNotIn("waiting_since", game.table())
