"""Bots: seats without sockets, which the host gives and takes away."""
from __future__ import unicode_literals

from unittest import TestCase

from game import rules
from game.rules.bots.names import NAMES
from tests.rules.bot_tables import BOT, SECOND, a_table, bots_act, bots_of
from tests.rules.tables import a_deck, a_game


class Coming(TestCase):
    def test_its_number_is_none_that_a_person_gets(self):
        self.assertEqual(bots_of(a_table(bots=2)), [BOT, SECOND])

    def test_everybody_sees_what_it_is(self):
        bot = a_table(taste="sharp").table()["players"][BOT]
        self.assertEqual((bot["bot"], bot["presence"]), ("sharp", "here"))

    def test_only_the_host_adds_and_removes(self):
        game = a_table()
        self.assertEqual(game.why_not("bob", "add_bot"), "not_host")
        self.assertEqual(game.why_not("bob", "remove_bot", player=BOT), "not_host")

    def test_ten_are_the_most(self):
        game = a_table(bots=10)
        self.assertEqual(game.why_not("ann", "add_bot"), "enough_bots")
        self.assertNotIn("add_bot", game.seat("ann")["can"])

    def test_there_is_no_other_taste(self):
        self.assertEqual(a_table().why_not("ann", "add_bot", taste="sour"), "bad_frame")

    def test_in_the_lobby_it_is_gone_when_it_is_removed(self):
        game = a_table()
        game.act("ann", "remove_bot", player=BOT)
        self.assertNotIn(BOT, game.state["players"])

    def test_people_are_no_bots(self):
        game = a_table()
        self.assertEqual(game.why_not("ann", "remove_bot", player="2"), "unknown_player")

    def test_it_never_hosts(self):
        game = a_table()
        self.assertEqual(game.why_not("ann", "make_host", player=BOT), "unknown_player")
        game.act("bob", "leave")
        game.act("ann", "leave")
        self.assertNotIn(game.state["host"], bots_of(game))
        self.assertNotIn("host", game.table())

    def test_it_has_no_document_of_its_own(self):
        self.assertEqual(sorted(rules.seat_facts(a_table().state)), ["1", "2"])


class InMidGame(TestCase):
    def setUp(self):
        self.game = a_table(people=3, bots=0)
        self.game.deal(judge="ann")
        self.game.act("ann", "add_bot")

    def test_a_new_one_has_a_hand_at_once_and_plays_from_the_next_round_on(self):
        self.assertEqual(len(self.game.state["players"][BOT]["hand"]), 10)
        self.assertNotIn(BOT, self.game.state["round_players"])
        self.game.play_round()
        self.game.next_round()
        self.assertIn(BOT, self.game.state["round_players"])

    def test_there_must_be_cards_for_it(self):
        game = a_game(players=3, deck=a_deck(white=36))
        game.deal()
        self.assertEqual(game.why_not("ann", "add_bot"), "not_enough_white")

    def test_a_removed_one_is_waited_for_no_more_and_comes_back_as_it_was(self):
        self.game.play_round()
        self.game.next_round()
        hand = list(self.game.state["players"][BOT]["hand"])
        self.game.act("ann", "remove_bot", player=BOT)
        self.assertNotIn(BOT, rules.waiting_for(self.game.state))
        self.game.act("ann", "add_bot")
        self.assertEqual(self.game.state["players"][BOT]["hand"], hand)

    def test_its_play_stays_when_it_is_removed(self):
        self.game.play_round()
        self.game.next_round()
        bots_act(self.game)
        self.game.act("ann", "remove_bot", player=BOT)
        self.assertIn(BOT, self.game.state["chosen_cards"])

    def test_a_rematch_keeps_it(self):
        self.game.act("ann", "end_game")
        self.game.act("ann", "rematch")
        self.assertEqual(bots_of(self.game), [BOT])


class Names(TestCase):
    def test_no_two_are_the_same(self):
        names = [player["name"] for player in a_table(bots=10).state["players"].values()]
        self.assertEqual(len(set(names)), 12)

    def test_a_person_may_take_one_and_the_bot_gets_another(self):
        game = a_table()
        taken = game.state["players"][BOT]["name"]
        entries = game.act("cat", "join", name=" ".join(taken.upper()))
        self.assertIn({"type": "renamed", "player": BOT}, entries)
        self.assertNotEqual(game.state["players"][BOT]["name"], taken)

    def test_a_room_where_people_have_all_their_names_has_names_left(self):
        game = a_game(players=3)
        for number, name in enumerate(NAMES):
            rules.apply_move(game.state, "%d" % (number + 4), "join", {"name": name}, game.now, game.rng)
        game.act("ann", "add_bot")
        self.assertEqual(game.state["players"][BOT]["name"], "Bot 1")
