"""A whole new hand: once a game, or for points."""
from __future__ import unicode_literals

from unittest import TestCase

from tests.rules.tables import a_deck, a_game, a_round, kinds


class Free(TestCase):
    def test_every_card_is_another_one(self):
        game = a_round(swap_hand="free")
        before = list(game.hand("bob"))
        self.assertEqual(game.act("bob", "swap_hand"), [{"type": "swapped", "player": "2"}])
        self.assertEqual((len(game.hand("bob")), set(before) & set(game.hand("bob"))), (10, set()))

    def test_once_a_game(self):
        game = a_round(swap_hand="free")
        game.act("bob", "swap_hand")
        game.rounds(1)
        self.assertEqual(game.why_not("bob", "swap_hand"), "swapped_already")
        self.assertNotIn("swap_hand", game.seat("bob")["can"])

    def test_the_next_game_gives_another_one(self):
        game = a_round(swap_hand="free")
        game.act("bob", "swap_hand")
        for move in ("end_game", "rematch", "start_game"):
            game.act("ann", move)
        self.assertNotIn("swapped", game.person("bob"))

    def test_the_judge_may_while_the_others_answer(self):
        game = a_round(judge="ann", swap_hand="free")
        game.act("ann", "swap_hand")
        self.assertEqual(game.phase, "playing")

    def test_what_lies_on_the_table_is_taken_back_first(self):
        game = a_round(swap_hand="free")
        game.play("bob")
        self.assertEqual(game.why_not("bob", "swap_hand"), "take_back_first")
        game.everybody_plays()
        self.assertEqual(game.why_not("bob", "swap_hand"), "not_now")

    def test_a_small_deck_has_no_other_hand(self):
        game = a_game(players=3, deck=a_deck(white=17), hand_size=3, decides="vote", swap_hand="free")
        game.deal()
        game.act("bob", "swap_hand")
        game = a_game(players=3, deck=a_deck(white=15, draw=2), hand_size=3, decides="vote", swap_hand="free")
        game.deal()
        self.assertEqual(game.why_not("bob", "swap_hand"), "no_other_cards")

    def test_as_many_other_cards_as_a_hand_are_enough(self):
        game = a_game(players=3, deck=a_deck(white=20, draw=2), hand_size=3, decides="vote", swap_hand="free")
        game.deal()
        self.assertEqual(len(game.hand("bob")), 5)
        self.assertEqual(kinds(game.act("bob", "swap_hand"))[0], "swapped")

    def test_it_is_offered_while_a_round_is_played_and_only_then(self):
        game = a_round(judge="ann", swap_hand="free")
        self.assertEqual(["swap_hand" in game.seat(who)["can"] for who in ("ann", "bob")], [True, True])
        game.play_round()
        self.assertNotIn("swap_hand", game.seat("ann")["can"])

    def test_not_where_the_host_does_not_want_it(self):
        self.assertEqual(a_round().why_not("bob", "swap_hand"), "not_now")


class ForPoints(TestCase):
    def rich(self, **settings):
        game = a_round(judge="ann", swap_hand="points", score_limit=0, **settings)
        game.play_round(winner="bob")
        game.next_round()
        return game

    def test_it_costs_what_the_host_says(self):
        game = self.rich()
        entries = game.act("bob", "swap_hand")
        self.assertEqual(entries[1], {"type": "points", "player": "2", "points": -1, "why": "swap"})
        self.assertEqual((game.score("bob"), kinds(entries)), (0, ["swapped", "points"]))

    def test_it_is_offered_to_who_can_pay(self):
        game = self.rich()
        self.assertEqual(["swap_hand" in game.seat(who)["can"] for who in ("bob", "cat")], [True, False])

    def test_as_often_as_there_are_points(self):
        game = self.rich()
        game.act("bob", "swap_hand")
        self.assertEqual(game.refusal("bob", "swap_hand").data, {"need": 1})
        self.assertNotIn("swap_hand", game.seat("bob")["can"])

    def test_who_has_too_few_points_keeps_the_hand(self):
        self.assertEqual(self.rich(swap_price=2).why_not("bob", "swap_hand"), "not_enough_points")
