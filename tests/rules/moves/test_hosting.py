"""Who hosts: the opener, whoever comes next, and the way back."""
from __future__ import unicode_literals

from unittest import TestCase

from game import rules
from tests.rules.tables import a_game, a_round, kinds


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


class OwnedRooms(TestCase):
    """Rooms whose opener has an account."""

    def test_a_guest_who_comes_early_does_not_host_the_empty_lobby(self):
        game = an_owned_game(players=1)
        game.fall_asleep("ann")
        game.sit_down("bob")
        self.assertEqual((game.host, rules.waiting_for(game.state)), ("ann", []))
        self.assertEqual(game.why_not("bob", "kick", player="1"), "not_host")

    def test_nor_does_one_who_finds_that_the_owner_has_left(self):
        game = an_owned_game(players=1)
        game.act("ann", "leave")
        game.sit_down("bob")
        self.assertNotIn("host", game.table())
        game.sit_down("ann")
        self.assertEqual(game.table()["host"], "1")

    def test_three_who_could_begin_get_a_host_who_is_there(self):
        game = an_owned_game(players=1)
        game.fall_asleep("ann")
        for name in ("bob", "cat", "dan"):
            game.sit_down(name)
        self.assertEqual((game.host, game.table()["owner"]), ("bob", "1"))

    def test_whoever_hosts_meanwhile_cannot_remove_the_owner_nor_give_the_room_away(self):
        game = an_owned_game()
        game.fall_asleep("ann")
        self.assertEqual(game.why_not("bob", "kick", player="1"), "owner_stays")
        game.act("bob", "make_host", player="3")
        game.connect("ann")
        self.assertEqual(game.host, "ann")
        self.assertNotIn("owner", game.table())

    def test_a_host_from_a_fuller_hour_does_not_find_the_empty_room_theirs(self):
        game = an_owned_game(players=3)
        game.sit_down("dan")
        game.fall_asleep("ann")
        game.fall_asleep("bob", "cat", "dan")
        game.connect("bob")
        self.assertEqual(game.host, "ann")

    def test_in_a_game_the_next_in_order_hosts_as_ever(self):
        game = an_owned_game()
        game.deal(judge="bob")
        self.assertIn({"type": "host", "player": "2"}, game.fall_asleep("ann"))

    def test_a_room_that_is_handed_over_is_the_other_ones(self):
        game = an_owned_game()
        game.act("ann", "make_host", player="2")
        game.act("bob", "kick", player="1")
        self.assertNotIn("1", game.state["players"])

    def test_the_room_of_a_closed_account_is_free_for_who_is_there(self):
        game = an_owned_game(players=1)
        game.act("ann", "leave")
        game.sit_down("bob")
        self.assertEqual(kinds(game.act("ann", "disown")), ["disowned", "host"])
        self.assertEqual(game.host, "bob")

    def test_an_opener_who_gets_an_account_owns_the_room_and_nobody_else_does(self):
        game = a_game()
        self.assertEqual(game.act("bob", "own"), [])
        game.act("ann", "own")
        game.fall_asleep("ann")
        self.assertEqual(game.why_not("bob", "kick", player="1"), "owner_stays")


def an_owned_game(players=4):
    """A lobby as of a_game, whose first player, Ann, has an account."""
    game = a_game(players)
    game.act("ann", "own")
    return game
