"""Hands: how big they are, and that they never drift."""
from __future__ import unicode_literals

from unittest import TestCase

from tests.rules.tables import a_deck, a_game


class HandSizes(TestCase):
    def test_everybody_gets_ten_cards_unless_told_otherwise(self):
        game = a_game(players=5)
        game.deal()
        self.assertEqual(game.hand_sizes(), [10] * 5)

    def test_every_allowed_hand_size_is_dealt(self):
        for size in range(3, 21):
            game = a_game(players=3, hand_size=size)
            game.deal()
            self.assertEqual(game.hand_sizes(), [size] * 3)

    def test_no_card_is_dealt_twice(self):
        game = a_game(players=9)
        game.deal()
        cards = sum((player["hand"] for player in game.state["players"].values()), [])
        self.assertEqual(len(set(cards)), 90)

    def test_a_pick_two_card_brings_no_extra_card(self):
        game = a_game(deck=a_deck(pick=2))
        game.deal(judge="ann")
        self.assertEqual(game.hand_sizes(), [10, 10, 10, 10])

    def test_a_pick_three_card_brings_two_more_to_all_but_the_judge(self):
        game = a_game(deck=a_deck(pick=3))
        game.deal(judge="bob")
        self.assertEqual(game.hand_sizes(), [12, 10, 12, 12])

    def test_a_black_card_never_brings_more_extra_cards_than_are_kept_free(self):
        game = a_game(deck=a_deck(white=48, pick=3, draw=9))
        game.deal(judge="ann")
        self.assertEqual(game.hand_sizes(), [10, 12, 12, 12])

    def test_pick_three_can_be_played_with_the_smallest_hand(self):
        game = a_game(deck=a_deck(pick=3, draw=0), hand_size=3)
        game.deal(judge="ann")
        game.rounds(3)
        self.assertEqual(game.hand_sizes(), [3, 3, 3, 3])

    def test_played_cards_leave_the_hand_and_new_ones_come_with_the_next_round(self):
        game = a_game(deck=a_deck(pick=2))
        game.deal(judge="ann")
        played = game.cards("bob")
        game.play_round()
        self.assertEqual(game.hand_sizes(), [10, 8, 8, 8])
        game.next_round()
        self.assertEqual(game.hand_sizes(), [10, 10, 10, 10])
        self.assertFalse(set(played) & set(game.hand("bob")))

    def test_extra_cards_that_were_not_played_go_back(self):
        game = a_game(deck=a_deck(pick=3))
        game.deal(judge="ann")
        kept = game.hand("bob")[:10]
        game.act("ann", "leave")
        self.assertEqual((game.phase, game.hand("bob")), ("round_over", kept))


class NoDrift(TestCase):
    """Sixty rounds of every mixture of playing, skipping and voiding, for each kind of black card."""

    def assert_no_drift(self, pick, habits):
        game = a_game(players=5, deck=a_deck(pick=pick), hand_size=5, score_limit=0)
        game.deal()
        extra = 2 if pick == 3 else 0
        for number in range(60):
            self.assertEqual(len(game.hand(game.judge)), 5)
            self.assertEqual({len(game.hand(name)) for name in game.members}, {5 + extra})
            habits[number % len(habits)](game)
            for name in ("ann", "bob", "cat", "dan", "eve"):
                game.connect(name)
            game.next_round()

    def test_hands_stay_as_they_are_whatever_happens(self):
        for pick in (1, 2, 3):
            for mixture in range(1, 16):
                habits = [habit for place, habit in enumerate(HABITS) if mixture >> place & 1]
                self.assert_no_drift(pick, habits)


def everybody_plays(game):
    game.play_round()


def one_sleeps(game):
    game.fall_asleep(game.members[0])
    game.play_round()


def one_takes_back_and_the_time_is_over(game):
    first, second = game.members[:2]
    game.play(first)
    game.play(second)
    game.act(first, "take_back")
    game.expire(after=90)
    game.reveal_all()
    game.pick_winner(second)


def the_judge_goes(game):
    game.play(game.members[0])
    game.fall_asleep(game.judge)


HABITS = (everybody_plays, one_sleeps, one_takes_back_and_the_time_is_over, the_judge_goes)
