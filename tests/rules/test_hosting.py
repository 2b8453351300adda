"""Who hosts: the opener, whoever comes next, and the way back."""
from __future__ import unicode_literals

from unittest import TestCase

from .tables import a_game, a_round, kinds


class Hosting(TestCase):
    def test_the_next_in_order_hosts_when_the_host_leaves(self):
        game = a_round()
        self.assertIn({"type": "host", "player": "2"}, game.act("ann", "leave"))
        self.assertEqual(game.host, "bob")

    def test_the_next_in_order_hosts_when_the_host_is_away(self):
        game = a_round(judge="bob")
        self.assertIn({"type": "host", "player": "2"}, game.fall_asleep("ann"))

    def test_a_host_who_has_just_lost_the_connection_stays_host(self):
        game = a_round()
        game.act("ann", "disconnect")
        self.assertEqual(game.host, "ann")

    def test_the_opener_is_host_again_when_back(self):
        game = a_round(judge="bob")
        game.fall_asleep("ann")
        self.assertIn({"type": "host", "player": "1"}, game.connect("ann"))
        self.assertEqual(game.host, "ann")

    def test_the_opener_is_host_again_after_leaving_and_coming_back(self):
        game = a_round()
        game.act("ann", "leave")
        game.sit_down("ann")
        self.assertEqual(game.host, "ann")

    def test_any_move_brings_the_opener_back_as_host(self):
        game = a_round(judge="bob")
        game.fall_asleep("ann")
        self.assertEqual(kinds(game.play("ann")), ["played", "here", "host"])
        self.assertEqual(game.host, "ann")

    def test_a_host_in_between_is_not_host_again(self):
        game = a_round(judge="cat")
        game.fall_asleep("ann", "bob")
        self.assertEqual(game.host, "cat")
        game.connect("bob")
        self.assertEqual(game.host, "cat")

    def test_the_host_can_hand_over_for_good(self):
        game = a_round()
        game.act("ann", "make_host", player="3")
        game.act("ann", "leave")
        game.sit_down("ann")
        self.assertEqual((game.host, game.why_not("ann", "end_game")), ("cat", "not_host"))

    def test_only_the_host_hands_over_and_only_to_somebody_who_is_here(self):
        game = a_round()
        game.fall_asleep("dan")
        self.assertEqual(game.why_not("bob", "make_host", player="2"), "not_host")
        for player in ("1", "4", "9", None, 2, []):
            self.assertEqual(game.why_not("ann", "make_host", player=player), "unknown_player")

    def test_the_room_belongs_to_whoever_sits_down_in_it_when_it_is_empty(self):
        game = a_game(players=1)
        game.act("ann", "leave")
        game.sit_down("bob")
        game.sit_down("ann")
        self.assertEqual(game.host, "bob")

    def test_an_opener_on_the_way_back_comes_before_the_next_in_order(self):
        game = a_round()
        game.act("ann", "leave")
        game.join("ann")
        self.assertIn({"type": "host", "player": "1"}, game.act("bob", "leave"))

    def test_when_all_are_away_the_first_to_come_back_hosts(self):
        game = a_round()
        game.fall_asleep("ann", "bob", "cat", "dan")
        game.connect("cat")
        self.assertEqual(game.host, "cat")

    def test_a_lobby_whose_host_left_while_the_others_slept_gets_a_host_again(self):
        game = a_game()
        game.fall_asleep("bob", "cat", "dan")
        game.act("ann", "leave")
        self.assertNotIn("host", game.table())
        game.connect("dan")
        self.assertEqual(game.table()["host"], "4")
