"""Bots go where white cards are too few for a person who takes a seat."""
from __future__ import unicode_literals

from unittest import TestCase

from tests.rules.bot_tables import BOT, SECOND, a_table, bots_act
from tests.rules.tables import a_deck, kinds


def bots_hold_all_cards():
    """Ann has left, and Bob, who let a third bot in on her cards, has fallen asleep."""
    game = a_table(people=2, bots=2, deck=a_deck(white=48))
    game.deal()
    game.act("ann", "leave")
    game.act("bob", "add_bot")
    game.fall_asleep("bob")
    return game


def everybody_has_answered_but_ann():
    """Three hands are all the white cards there are, and both bots have laid down theirs."""
    game = a_table(people=1, bots=2, deck=a_deck(white=36), decides="vote")
    game.deal()
    game.expire(after=9)
    assert sorted(game.state["chosen_cards"]) == [BOT, SECOND]
    return game


def finish_round(game):
    """Ann answers, and time brings about the rest."""
    game.play("ann")
    while game.phase != "playing":
        game.expire(after=400)


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

    def test_a_bot_that_has_answered_goes_where_no_other_is_left_and_its_answer_stays(self):
        game = everybody_has_answered_but_ann()
        entries = game.sit_down("bob")
        self.assertEqual([(entry["type"], entry["player"]) for entry in entries[:2]],
                         [("bot_removed", SECOND), ("joined", "2")])
        self.assertEqual(game.state["players"][SECOND]["hand"], game.state["chosen_cards"][SECOND])

    def test_who_took_its_place_gets_a_hand_when_the_next_round_begins(self):
        game = everybody_has_answered_but_ann()
        game.sit_down("bob")
        self.assertEqual(game.hand("bob"), [])
        finish_round(game)
        self.assertEqual(len(game.hand("bob")), 10)

    def test_it_goes_also_after_the_answers_were_laid_out(self):
        game = everybody_has_answered_but_ann()
        game.play("ann")
        self.assertEqual(game.phase, "judging")
        game.sit_down("bob")
        self.assertEqual((game.state["players"][SECOND]["hand"], game.hand("bob")), ([], []))
        self.assertIn(SECOND, [play["player"] for play in game.state["laid_plays"]])

    def test_one_that_has_not_answered_goes_before_one_that_has(self):
        game = a_table(people=1, bots=2, deck=a_deck(white=36), decides="vote")
        game.deal()
        bots_act(game)
        answered = list(game.state["chosen_cards"])
        gone = [entry["player"] for entry in game.sit_down("bob") if entry["type"] == "bot_removed"]
        self.assertEqual((len(answered), len(gone), set(answered) & set(gone)), (1, 1, set()))

    def test_the_hand_of_a_bot_that_the_host_has_removed_is_taken_first(self):
        game = everybody_has_answered_but_ann()
        game.act("ann", "remove_bot", player=BOT)
        self.assertEqual(kinds(game.sit_down("bob"))[0], "joined")
        self.assertEqual(game.state["players"][SECOND]["presence"], "here")

    def test_a_bot_that_comes_back_at_once_needs_its_hand_anew(self):
        game = everybody_has_answered_but_ann()
        game.sit_down("bob")
        self.assertEqual(game.why_not("ann", "add_bot"), "not_enough_white")

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
