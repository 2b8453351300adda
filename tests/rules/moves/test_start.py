"""Who may start a game, and with what; the start deals everybody a hand."""
from __future__ import unicode_literals

from unittest import TestCase

from tests.rules.tables import a_deck, a_game, kinds


class Start(TestCase):
    def test_it_refuses_two_players_and_says_how_many_it_takes(self):
        game = a_game(players=2)
        refusal = game.refusal("ann", "start_game")
        self.assertEqual((refusal.code, refusal.data), ("too_few_players", {"have": 2, "need": 3}))

    def test_it_does_not_count_players_who_are_away(self):
        game = a_game(players=3)
        game.fall_asleep("cat")
        self.assertEqual(game.refusal("ann", "start_game").data, {"have": 2, "need": 3})

    def test_it_refuses_to_start_without_decks(self):
        game = a_game(players=3)
        game.state["decks"], game.deck = [], None
        self.assertEqual(game.why_not("ann", "start_game"), "no_decks")

    def test_it_refuses_to_start_with_other_decks_than_were_chosen_last(self):
        game = a_game(players=3)
        self.assertEqual(game.why_not("ann", "start_game", frozen=[99]), "busy")

    def test_it_refuses_to_start_with_a_deck_that_is_gone(self):
        game = a_game(players=3)
        game.deck = None
        self.assertEqual(game.why_not("ann", "start_game"), "bad_decks")

    def test_it_refuses_a_deck_without_black_cards_and_says_so_in_numbers(self):
        game = a_game(players=3, deck=a_deck(black=0))
        refusal = game.refusal("ann", "start_game")
        self.assertEqual((refusal.code, refusal.data), ("not_enough_black", {"have": 0, "need": 1}))

    def test_it_refuses_one_white_card_too_few_and_says_how_many_it_takes(self):
        game = a_game(players=3, deck=a_deck(white=35))
        refusal = game.refusal("ann", "start_game")
        self.assertEqual((refusal.code, refusal.data), ("not_enough_white", {"have": 35, "need": 36}))

    def test_it_starts_with_exactly_enough_white_cards(self):
        game = a_game(players=3, deck=a_deck(white=36, pick=3))
        game.deal()
        game.rounds(10)
        self.assertEqual(game.phase, "playing")

    def test_it_counts_the_hands_of_those_who_are_away_too(self):
        game = a_game(players=4, deck=a_deck(white=36))
        game.fall_asleep("dan")
        self.assertEqual(game.refusal("ann", "start_game").data, {"have": 36, "need": 48})

    def test_only_the_host_starts(self):
        self.assertEqual(a_game().why_not("bob", "start_game"), "not_host")

    def test_it_does_not_start_twice(self):
        game = a_game()
        game.deal()
        self.assertEqual(game.why_not("ann", "start_game"), "not_now")

    def test_it_tells_of_the_game_and_the_round(self):
        game = a_game()
        self.assertEqual(kinds(game.deal()), ["game_started", "round_started"])
        self.assertEqual((game.phase, game.state["game"], game.state["round"]), ("playing", 1, 1))

    def test_a_second_game_has_the_next_number_and_new_scores(self):
        game = a_game()
        game.deal(judge="ann")
        game.play_round(winner="bob")
        game.act("ann", "end_game")
        game.act("ann", "rematch")
        game.deal()
        self.assertEqual((game.state["game"], game.state["round"], game.score("bob")), (2, 1, 0))

    def test_two_games_are_dealt_differently(self):
        first, second = a_game(seed=1), a_game(seed=2)
        first.deal()
        second.deal()
        self.assertNotEqual(first.hand("ann"), second.hand("ann"))
