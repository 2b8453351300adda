"""Bots go where white cards are too few for a person who takes a seat."""
from __future__ import unicode_literals

from unittest import TestCase

from tests.rules.bot_tables import BOT, SECOND, a_table
from tests.rules.tables import a_deck, kinds


def bots_hold_all_cards():
    """Ann has left, and Bob, who let a third bot in on her cards, has fallen asleep."""
    game = a_table(people=2, bots=2, deck=a_deck(white=48))
    game.deal()
    game.act("ann", "leave")
    game.act("bob", "add_bot")
    game.fall_asleep("bob")
    return game


class BotsMakeRoom(TestCase):
    def test_the_last_bot_goes_when_a_lone_person_comes_back(self):
        game = bots_hold_all_cards()
        entries = game.sit_down("ann")
        self.assertEqual(kinds(entries)[:2], ["bot_removed", "joined"])
        self.assertEqual((entries[0]["player"], entries[0]["by"]), ("1000003", "1"))
        self.assertEqual(len(game.hand("ann")), 10)

    def test_no_more_bots_go_than_needed(self):
        game = bots_hold_all_cards()
        game.sit_down("ann")
        self.assertEqual([game.state["players"][bot]["presence"] for bot in (BOT, SECOND)], ["here", "here"])

    def test_none_goes_while_there_are_cards_for_all(self):
        game = a_table(people=1, bots=2, deck=a_deck(white=48))
        game.deal()
        self.assertNotIn("bot_removed", kinds(game.sit_down("bob")))

    def test_a_bot_whose_answer_lies_there_stays_until_the_round_is_over(self):
        game = a_table(people=1, bots=2, deck=a_deck(white=36), decides="vote")
        game.deal()
        game.expire(after=9)
        self.assertEqual(sorted(game.state["chosen_cards"]), [BOT, SECOND])
        self.assertEqual(game.why_not("bob", "join", name="Bob"), "not_enough_white")

    def test_a_bot_makes_no_room_for_another(self):
        game = a_table(people=1, bots=2, deck=a_deck(white=36))
        game.deal()
        self.assertEqual(game.why_not("ann", "add_bot"), "not_enough_white")

    def test_the_judge_goes_too_and_the_round_goes_on(self):
        game = a_table(people=1, bots=2, deck=a_deck(white=36))
        game.deal()
        self.assertIn(game.state["judge"], (BOT, SECOND))
        game.sit_down("bob")
        game.expire(after=400)
        self.assertEqual(len(game.hand("bob")), 10)
