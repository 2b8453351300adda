"""Joining, leaving and coming back."""
from __future__ import unicode_literals

from unittest import TestCase

from game.rules import InvalidMoveError
from tests.rules.tables import a_deck, a_game, a_round, kinds


class Joining(TestCase):
    def test_a_latecomer_gets_a_hand_at_once_and_plays_from_the_next_round(self):
        game = a_round()
        game.sit_down("eve")
        self.assertEqual(len(game.hand("eve")), 10)
        self.assertEqual(game.waited_for, ["bob", "cat", "dan"])
        self.assertTrue(game.table()["players"]["5"]["next_round"])
        self.assertEqual(game.why_not("eve", "play_cards", cards=game.cards("eve")), "not_waiting_for_you")

    def test_the_latecomer_is_in_when_the_next_round_starts(self):
        game = a_round()
        game.sit_down("eve")
        game.play_round()
        game.next_round()
        self.assertIn("eve", game.members)
        self.assertNotIn("next_round", game.table()["players"]["5"])

    def test_a_newcomer_in_the_lobby_gets_no_cards(self):
        game = a_game()
        game.sit_down("eve")
        self.assertEqual(game.hand("eve"), [])

    def test_nobody_joins_twice(self):
        self.assertEqual(a_game().why_not("bob", "join", name="Bob"), "not_now")

    def test_it_refuses_a_latecomer_for_whom_there_are_no_cards_and_says_so_in_numbers(self):
        game = a_round(deck=a_deck(white=59))
        refusal = game.refusal("eve", "join", name="Eve")
        self.assertEqual((refusal.code, refusal.data), ("not_enough_white", {"have": 59, "need": 60}))

    def test_the_hand_of_somebody_who_left_makes_room_for_a_latecomer(self):
        game = a_round(deck=a_deck(white=48))
        game.act("dan", "leave")
        game.sit_down("eve")
        self.assertEqual((len(game.hand("eve")), game.hand("dan")), (10, []))

    def test_the_hand_of_somebody_who_is_away_makes_no_room(self):
        game = a_round(deck=a_deck(white=48))
        game.fall_asleep("dan")
        self.assertEqual(game.why_not("eve", "join", name="Eve"), "not_enough_white")

    def test_no_room_is_made_while_there_is_enough_for_all(self):
        game = a_round(deck=a_deck(white=60))
        game.act("dan", "leave")
        game.sit_down("eve")
        self.assertEqual(len(game.hand("dan")), 10)

    def test_the_play_of_somebody_who_left_is_not_given_up_for_a_latecomer(self):
        game = a_round(deck=a_deck(white=48))
        game.play("dan")
        game.act("dan", "leave")
        self.assertEqual(game.why_not("eve", "join", name="Eve"), "not_enough_white")
        game.play_round(winner="dan")
        game.sit_down("eve")
        self.assertEqual(len(game.hand("eve")), 10)

    def test_somebody_whose_whole_hand_lies_on_the_table_still_counts(self):
        game = a_round(players=3, deck=a_deck(white=15, pick=3, draw=0), hand_size=3)
        game.everybody_plays()
        self.assertEqual(game.hand_sizes(), [3, 0, 0])
        self.assertEqual(game.refusal("dan", "join", name="Dan").data, {"have": 15, "need": 20})


class LeavingAndComingBack(TestCase):
    def test_hand_and_score_wait_for_the_one_who_left(self):
        game = a_round()
        game.play_round(winner="bob")
        hand = list(game.hand("bob"))
        game.act("bob", "leave")
        game.sit_down("bob")
        self.assertEqual((game.score("bob"), game.hand("bob")[:9]), (1, hand))

    def test_who_left_in_the_lobby_is_gone_without_a_trace(self):
        game = a_game()
        self.assertEqual(kinds(game.act("bob", "leave")), ["left"])
        self.assertNotIn("2", game.state["players"])

    def test_who_left_cannot_act(self):
        game = a_round()
        game.act("bob", "leave")
        for move in ("play_cards", "take_back", "here", "leave", "nudge", "end_game"):
            self.assertEqual(game.why_not("bob", move, cards=[]), "not_seated")
        self.assertEqual(game.why_not("bob", "connect"), "not_seated")

    def test_nobody_waits_for_the_one_who_left(self):
        game = a_round()
        game.play("bob")
        game.play("cat")
        self.assertEqual(kinds(game.act("dan", "leave")), ["left", "all_played"])

    def test_who_left_and_came_back_in_time_may_still_play(self):
        game = a_round()
        game.act("bob", "leave")
        game.sit_down("bob")
        self.assertIn("bob", game.waited_for)
        game.everybody_plays()
        self.assertEqual(len(game.state["laid_plays"]), 3)

    def test_a_play_stays_when_its_author_leaves(self):
        game = a_round()
        game.play("bob")
        game.act("bob", "leave")
        game.play_round(winner="bob")
        self.assertEqual(game.score("bob"), 1)

    def test_who_comes_back_gets_no_cards_for_those_that_lie_on_the_table(self):
        game = a_round(deck=a_deck(pick=3))
        game.everybody_plays()
        game.act("bob", "leave")
        game.sit_down("bob")
        self.assertEqual(len(game.hand("bob")), 9)

    def test_a_judge_who_leaves_ends_the_round_and_all_keep_their_cards(self):
        game = a_round(judge="bob")
        hand = list(game.hand("cat"))
        game.play("cat")
        self.assertIn({"type": "void", "why": "judge_gone"}, game.act("bob", "leave"))
        self.assertEqual((game.phase, game.hand("cat")), ("round_over", hand))

    def test_a_judge_who_leaves_while_judging_gives_nobody_away(self):
        game = a_round(judge="bob")
        game.everybody_plays()
        game.act("bob", "reveal_play", play="0")
        game.act("bob", "leave")
        plays = game.table()["plays"]
        self.assertEqual([sorted(plays[number]) for number in ("0", "1", "2")], [["cards"], [], []])

    def test_the_last_one_may_leave_and_somebody_else_begin_anew(self):
        game = a_game(players=1)
        game.act("ann", "leave")
        game.sit_down("bob")
        self.assertEqual(game.host, "bob")


class WatchingForAWhile(TestCase):
    def test_the_table_does_not_wait_and_everybody_sees_who_watches(self):
        game = a_round()
        self.assertEqual(kinds(game.act("dan", "watch")), ["watches"])
        self.assertEqual(game.waited_for, ["bob", "cat"])
        dan = game.table()["players"]["4"]
        self.assertEqual((dan["presence"], dan["watches"]), ("left", True))

    def test_hand_and_score_come_back_with_the_seat(self):
        game = a_round()
        game.state["players"]["4"]["score"] = 2
        hand = list(game.hand("dan"))
        game.act("dan", "watch")
        game.sit_down("dan")
        self.assertEqual((game.hand("dan"), game.person("dan")["score"]), (hand, 2))
        self.assertNotIn("watches", game.person("dan"))

    def test_somebody_else_may_have_the_seat_meanwhile(self):
        game = a_round()
        game.act("dan", "watch")
        game.act("eve", "join", name="Eve", seats=4)
        self.assertEqual(game.why_not("dan", "join", name="Dan", seats=4), "room_full")
        self.assertIn("4", game.state["players"])

    def test_a_host_who_watches_hosts_again_when_back(self):
        game = a_round(judge="bob")
        game.act("ann", "watch")
        self.assertEqual(game.state["host"], "2")
        game.sit_down("ann")
        self.assertEqual(game.state["host"], "1")

    def test_in_a_lobby_nobody_has_anything_to_keep(self):
        self.assertEqual(a_game().why_not("dan", "watch"), "not_now")

    def test_the_next_lobby_forgets_who_only_watches(self):
        game = a_round()
        game.act("dan", "watch")
        game.act("ann", "end_game")
        game.act("ann", "rematch")
        self.assertNotIn("4", game.state["players"])


class HeldSeats(TestCase):
    def test_a_seat_that_is_held_for_somebody_is_not_free(self):
        game = a_game(players=2)
        refusal = game.refusal("cat", "join", name="Cat", seats=3, held=1)
        self.assertEqual((refusal.code, refusal.data), ("room_full", {"seats": 3}))
        self.assertEqual(kinds(game.act("cat", "join", name="Cat", seats=3, held=0)), ["joined"])


class ServerMoves(TestCase):
    def test_a_second_tab_changes_nothing(self):
        game = a_round()
        self.assertEqual(game.connect("bob"), [])

    def test_losing_the_connection_twice_does_not_prolong_the_grace(self):
        game = a_round()
        game.act("bob", "disconnect")
        game.wait(15)
        self.assertEqual(game.act("bob", "disconnect"), [])
        self.assertEqual(kinds(game.expire(after=5)), ["away"])

    def test_a_stranger_cannot_connect(self):
        with self.assertRaises(InvalidMoveError):
            a_round().connect("pam")

    def test_a_strangers_closing_socket_is_no_news(self):
        self.assertEqual(a_round().act("pam", "disconnect"), [])
