"""A host adds decks while a game runs: what people hold stays, and new cards come."""
from __future__ import unicode_literals

from unittest import TestCase

from game import rules
from tests.rules.tables import a_deck, a_round

TEST = {"id": 3, "name": "Test", "black": 30, "white": 400}
CAKE = {"id": 8, "name": "Cake", "black": 5, "white": 50}


def bigger(deck):
    """The frozen deck that the caller makes: old cards at their places, new ones behind them."""
    return rules.Deck("bigger", list(deck.black) + [rules.BlackCard("cake %d: _" % number, 1, 0) for number in range(5)],
                      list(deck.white) + ["cake %d." % number for number in range(50)])


def adds(game, summaries=(TEST, CAKE), extends="deck", **args):
    """Ann adds a deck; returns the log entries."""
    before, game.deck = game.deck, bigger(game.deck)
    try:
        return game.act("ann", "choose_decks", summaries=list(summaries), extends=extends, **args)
    except rules.InvalidMoveError:
        game.deck = before
        raise


def why_not(game, **args):
    try:
        adds(game, **args)
    except rules.InvalidMoveError as refusal:
        return refusal.code


class Adding(TestCase):
    def test_everybody_is_told_who_added_what(self):
        game = a_round()
        self.assertEqual(adds(game), [{"type": "decks_added", "player": "1", "decks": [8]}])
        self.assertEqual([deck["name"] for deck in game.table()["decks"]], ["Test", "Cake"])
        self.assertEqual(game.state["snapshot_id"], "bigger")

    def test_hands_answers_and_the_black_card_stay(self):
        game = a_round()
        game.play("bob")
        before = [game.seat(who) for who in ("bob", "cat", "dan")], game.table()["black_card"]
        adds(game)
        self.assertEqual(([game.seat(who) for who in ("bob", "cat", "dan")], game.table()["black_card"]), before)

    def test_plays_on_the_table_stay_and_the_round_is_played_out(self):
        game = a_round()
        game.everybody_plays()
        game.reveal_all()
        before = game.table()["plays"]
        adds(game)
        self.assertEqual(game.table()["plays"], before)
        game.pick_winner("bob")
        self.assertEqual(game.score("bob"), 1)

    def test_new_cards_are_dealt_and_none_twice(self):
        game = a_round(deck=a_deck(white=50, black=3))
        adds(game)
        game.rounds(12)
        held = [card for who in game.members + [game.judge] for card in game.hand(who)]
        self.assertEqual(len(held), len(set(held)))
        self.assertTrue(any(card >= 50 for card in held))

    def test_dropped_cards_stay_out(self):
        game = a_round()
        card = game.hand("ann")[0]
        game.act("ann", "drop_card", kind="white", card=card, mark="x")
        adds(game, removed={"white": [card, 401]})
        self.assertEqual(game.state["removed_cards"], {"white": [card, 401]})

    def test_nothing_is_taken_away(self):
        self.assertEqual(why_not(a_round(), summaries=[CAKE]), "only_adding")
        self.assertEqual(why_not(a_round(), summaries=[TEST]), "no_new_decks")

    def test_a_deck_that_was_made_of_other_cards_is_sent_again(self):
        self.assertEqual(why_not(a_round(), extends="another"), "busy")

    def test_only_the_host_adds(self):
        self.assertEqual(a_round().why_not("bob", "choose_decks", summaries=[TEST, CAKE]), "not_host")
        self.assertIn("choose_decks", a_round().seat("ann")["can"])
