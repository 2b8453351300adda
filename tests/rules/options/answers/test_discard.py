"""Putting a card of the hand away, in public, for another one."""
from __future__ import unicode_literals

from unittest import TestCase

from tests.rules.tables import a_deck, a_game, a_round


class Discard(TestCase):
    def test_another_card_comes_in_its_place(self):
        game = a_round(discard=True)
        before = list(game.hand("bob"))
        game.act("bob", "discard", card=before[3])
        after = game.hand("bob")
        self.assertNotIn(after[3], before)
        self.assertEqual(after[:3] + after[4:], before[:3] + before[4:])

    def test_everybody_sees_which(self):
        game = a_round(discard=True)
        card = game.hand("bob")[0]
        entry, = game.act("bob", "discard", card=card)
        self.assertEqual(entry, {"type": "discarded", "player": "2", "text": "answer %d." % card})

    def test_once_a_round(self):
        game = a_round(discard=True)
        game.act("bob", "discard", card=game.hand("bob")[0])
        self.assertEqual(game.why_not("bob", "discard", card=game.hand("bob")[0]), "discarded_already")
        self.assertNotIn("discard", game.seat("bob")["can"])
        game.play_round()
        game.next_round()
        self.assertIn("discard", game.seat("cat")["can"])

    def test_who_judges_keeps_their_cards(self):
        game = a_round(judge="ann", discard=True)
        self.assertEqual(game.why_not("ann", "discard", card=game.hand("ann")[0]), "not_waiting_for_you")
        self.assertNotIn("discard", game.seat("ann")["can"])

    def test_what_lies_on_the_table_is_taken_back_first(self):
        game = a_round(discard=True)
        game.play("bob")
        self.assertEqual(game.why_not("bob", "discard", card=game.hand("bob")[5]), "take_back_first")
        game.act("bob", "take_back")
        game.act("bob", "discard", card=game.hand("bob")[5])

    def test_only_cards_of_ones_own(self):
        game = a_round(discard=True)
        for card in (game.hand("cat")[0], None, "1", True, -1):
            self.assertEqual(game.why_not("bob", "discard", card=card), "not_your_card")

    def test_a_deck_without_other_cards_has_none_to_give(self):
        game = a_game(players=3, deck=a_deck(white=15, draw=2), hand_size=3, decides="vote", discard=True)
        game.deal()
        self.assertEqual(game.why_not("bob", "discard", card=game.hand("bob")[0]), "no_other_cards")

    def test_the_last_other_card_is_given(self):
        game = a_game(players=3, deck=a_deck(white=16, draw=2), hand_size=3, decides="vote", discard=True)
        game.deal()
        other, = set(range(16)).difference(game.hand("ann"), game.hand("bob"), game.hand("cat"))
        game.act("bob", "discard", card=game.hand("bob")[0])
        self.assertEqual(game.hand("bob")[0], other)

    def test_not_where_the_host_does_not_want_it(self):
        game = a_round()
        self.assertEqual(game.why_not("bob", "discard", card=game.hand("bob")[0]), "not_now")
