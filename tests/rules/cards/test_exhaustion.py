"""Piles that run out: white and black cards come back, and nothing strikes in the middle of a round."""
from __future__ import unicode_literals

from unittest import TestCase

from tests.rules.tables import a_deck, a_game, kinds


class WhitePile(TestCase):
    def test_it_begins_anew_and_the_table_is_told(self):
        game = a_game(players=4, deck=a_deck(white=48), score_limit=0)
        game.deal()
        game.rounds(8)
        self.assertIn("reshuffled", kinds(game.log))

    def test_it_says_nothing_before_that(self):
        game = a_game(players=4, deck=a_deck(white=400), score_limit=0)
        game.deal()
        game.rounds(8)
        self.assertNotIn("reshuffled", kinds(game.log))

    def test_cards_in_hands_do_not_come_again(self):
        game = a_game(players=4, deck=a_deck(white=48, pick=3), score_limit=0)
        game.deal()
        for _ in range(60):
            game.play_round()
            game.next_round()
            cards = sum((player["hand"] for player in game.state["players"].values()), [])
            self.assertEqual(len(cards), len(set(cards)))

    def test_cards_that_were_played_come_back(self):
        game = a_game(players=3, deck=a_deck(white=36), score_limit=0)
        game.deal()
        seen = set()
        for _ in range(60):
            seen.update(card for player in game.state["players"].values() for card in player["hand"])
            game.play_round()
            game.next_round()
        self.assertEqual(len(seen), 36)

    def test_cards_under_judgement_do_not_come_to_a_latecomer(self):
        for seed in range(30):
            game = a_game(players=3, deck=a_deck(white=48), seed=seed, score_limit=0)
            game.deal()
            game.rounds(4)
            game.everybody_plays()
            game.sit_down("dan")
            on_table = {card for play in game.state["laid_plays"] for card in play["cards"]}
            self.assertFalse(on_table & set(game.hand("dan")))

    def test_leaving_and_joining_in_one_round_cannot_use_up_the_cards(self):
        for seed in range(20):
            game = a_game(players=8, deck=a_deck(white=40, pick=3), seed=seed, hand_size=3, score_limit=0)
            game.deal()
            game.everybody_plays()
            for name in [name for name in ("ann", "bob", "cat", "dan", "eve") if name != game.judge]:
                game.act(name, "leave")
                game.sit_down(name)
            game.reveal_all()
            game.act(game.judge, "pick_winner", play="0")
            game.next_round()
            self.assertEqual(sum(game.hand_sizes()), 8 * 5 - 2)


class BlackPile(TestCase):
    def test_every_black_card_comes_before_one_comes_again(self):
        game = a_game(players=3, deck=a_deck(black=6), score_limit=0)
        game.deal()
        shown = []
        for _ in range(6):
            shown.append(game.state["black_card"])
            game.play_round()
            game.next_round()
        self.assertEqual(sorted(shown), list(range(6)))

    def test_no_black_card_comes_twice_in_a_row(self):
        for seed in range(20):
            game = a_game(players=3, deck=a_deck(black=2), seed=seed, score_limit=0)
            game.deal()
            for _ in range(10):
                last = game.state["black_card"]
                game.play_round()
                game.next_round()
                self.assertNotEqual(game.state["black_card"], last)

    def test_one_black_card_is_enough(self):
        game = a_game(players=3, deck=a_deck(black=1), score_limit=0)
        game.deal()
        game.rounds(5)
        self.assertEqual((game.phase, game.state["round"]), ("playing", 6))
