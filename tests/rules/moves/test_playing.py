"""Laying down cards: how many, which, in which order, and changing one's mind."""
from __future__ import unicode_literals

from unittest import TestCase

from tests.rules.tables import a_game, a_round, kinds


class Playing(TestCase):
    def test_it_wants_exactly_as_many_cards_as_the_black_card_asks_for(self):
        for pick in (1, 2, 3):
            game = a_round(pick=pick)
            for count in (0, pick - 1, pick + 1):
                refusal = game.refusal("bob", "play_cards", cards=game.hand("bob")[:count])
                self.assertEqual((refusal.code, refusal.data), ("wrong_count", {"pick": pick}))

    def test_it_refuses_the_same_card_twice(self):
        game = a_round(pick=2)
        card = game.hand("bob")[0]
        self.assertEqual(game.why_not("bob", "play_cards", cards=[card, card]), "same_card_twice")

    def test_it_refuses_a_card_from_another_hand(self):
        game = a_round()
        self.assertEqual(game.why_not("bob", "play_cards", cards=game.hand("cat")[:1]), "not_your_card")

    def test_it_refuses_a_card_that_does_not_exist(self):
        game = a_round()
        for card in (-1, 400, 10 ** 30):
            self.assertEqual(game.why_not("bob", "play_cards", cards=[card]), "not_your_card")

    def test_it_refuses_anything_but_a_list_of_numbers(self):
        game = a_round()
        for cards in (None, "1", 1, {}, ["1"], [None], [[1]], [1.0], [True]):
            self.assertEqual(game.why_not("bob", "play_cards", cards=cards), "bad_frame")

    def test_the_judge_does_not_play(self):
        game = a_round()
        self.assertEqual(game.why_not("ann", "play_cards", cards=game.hand("ann")[:1]), "not_waiting_for_you")

    def test_a_spectator_and_a_stranger_do_not_play(self):
        game = a_round()
        self.assertEqual(game.why_not(None, "play_cards", cards=[1]), "not_seated")
        self.assertEqual(game.why_not("pam", "play_cards", cards=[1]), "not_seated")

    def test_the_order_of_the_answers_is_kept(self):
        game = a_round(pick=3)
        wanted = game.cards("bob", 5, 0, 11)
        game.play("bob", 5, 0, 11)
        self.assertEqual(game.seat("bob")["play"], wanted)
        game.everybody_plays()
        game.reveal_all()
        shown = game.table()["plays"][game.play_of("bob")]["cards"]
        self.assertEqual(shown, [game.deck.white[card] for card in wanted])

    def test_cards_stay_in_the_hand_until_everybody_has_played(self):
        game = a_round()
        game.play("bob")
        self.assertEqual(len(game.hand("bob")), 10)
        game.everybody_plays()
        self.assertEqual(len(game.hand("bob")), 9)

    def test_who_has_played_may_play_something_else(self):
        game = a_round()
        game.play("bob", 0)
        self.assertEqual(game.play("bob", 4), [])
        self.assertEqual(game.seat("bob")["play"], game.cards("bob", 4))

    def test_a_play_can_be_taken_back(self):
        game = a_round()
        self.assertEqual(kinds(game.play("bob")), ["played"])
        self.assertEqual(kinds(game.act("bob", "take_back")), ["taken_back"])
        self.assertEqual(game.waited_for, ["bob", "cat", "dan"])

    def test_nothing_can_be_taken_back_before_playing(self):
        self.assertEqual(a_round().why_not("bob", "take_back"), "not_now")

    def test_nothing_can_be_taken_back_once_all_have_played(self):
        game = a_round()
        game.everybody_plays()
        self.assertEqual(game.why_not("bob", "take_back"), "not_now")
        self.assertEqual(game.why_not("bob", "play_cards", cards=game.hand("bob")[:1]), "not_now")

    def test_the_last_play_ends_the_phase(self):
        game = a_round()
        game.play("bob")
        game.play("cat")
        self.assertEqual(game.phase, "playing")
        self.assertEqual(kinds(game.play("dan")), ["played", "all_played"])
        self.assertEqual(game.phase, "revealing")

    def test_the_plays_are_shuffled(self):
        firsts = set()
        for seed in range(40):
            game = a_game(players=4, seed=seed)
            game.deal()
            game.everybody_plays()
            firsts.add((game.judge, game.state["laid_plays"][0]["player"]))
        for judge in {judge for judge, _ in firsts}:
            self.assertGreater(len([first for first in firsts if first[0] == judge]), 1)

    def test_the_shuffle_does_not_depend_on_who_played_first(self):
        orders = []
        for names in (("bob", "cat", "dan"), ("dan", "cat", "bob")):
            game = a_round()
            for name in names:
                game.play(name)
            orders.append([play["player"] for play in game.state["laid_plays"]])
        self.assertEqual(orders[0], orders[1])
