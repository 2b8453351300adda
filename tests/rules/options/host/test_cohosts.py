"""Co-hosts, and handing a room over and back."""
from __future__ import unicode_literals

from unittest import TestCase

from tests.rules.tables import a_game, a_round, kinds


class Cohosts(TestCase):
    def test_a_cohost_may_do_what_a_host_may(self):
        game = with_cohost()
        game.act("bob", "stop_clock")
        game.act("bob", "kick", player="4")
        game.act("bob", "end_game")
        self.assertEqual((game.phase, game.table()["cohosts"]), ("game_over", ["2"]))

    def test_a_cohost_neither_removes_the_host_nor_names_others_nor_hands_the_room_over(self):
        game = with_cohost()
        self.assertEqual(game.why_not("bob", "kick", player="1"), "host_stays")
        self.assertEqual(game.why_not("bob", "make_cohost", player="3"), "host_alone")
        self.assertEqual(game.why_not("bob", "make_host", player="2"), "host_alone")

    def test_the_host_takes_it_back_and_a_cohost_may_give_it_up(self):
        for who in ("ann", "bob"):
            game = with_cohost()
            game.act(who, "drop_cohost", player="2")
            self.assertEqual(game.why_not("bob", "stop_clock"), "not_host")
            self.assertNotIn("cohosts", game.table())

    def test_nobody_is_named_twice_and_nobody_else_names(self):
        game = with_cohost()
        self.assertEqual(game.why_not("ann", "make_cohost", player="2"), "cohost_already")
        self.assertEqual(game.why_not("cat", "make_cohost", player="4"), "not_host")
        self.assertEqual(game.why_not("cat", "drop_cohost", player="2"), "not_host")

    def test_eight_are_enough(self):
        game = a_game(players=10)
        for number in range(2, 10):
            game.act("ann", "make_cohost", player="%d" % number)
            self.assertEqual("make_cohost" in game.seat("ann")["can"], number < 9)
        self.assertEqual(game.why_not("ann", "make_cohost", player="10"), "enough_cohosts")

    def test_a_cohost_hosts_first_when_the_host_is_away(self):
        game = a_game()
        game.act("ann", "make_cohost", player="3")
        game.fall_asleep("ann")
        self.assertEqual((game.host, "cohosts" in game.state), ("cat", False))

    def test_who_leaves_is_no_cohost_any_more(self):
        game = with_cohost()
        game.act("bob", "leave")
        self.assertNotIn("cohosts", game.state)


class HandingBack(TestCase):
    def test_an_owner_who_handed_the_room_over_gets_it_back_as_it_was(self):
        game = a_game()
        game.act("ann", "own")
        game.act("ann", "make_host", player="2")
        self.assertEqual((game.table()["handed_over"], "owned" in game.state), ("1", False))
        game.act("bob", "make_host", player="1")
        self.assertEqual((game.host, game.state["owned"], "handed_over" in game.state), ("ann", True, False))

    def test_also_over_a_third(self):
        game = a_game()
        game.act("ann", "own")
        for who, player in (("ann", "2"), ("bob", "3"), ("cat", "1")):
            game.act(who, "make_host", player=player)
        self.assertTrue(game.state["owned"])

    def test_an_account_that_is_closed_gets_nothing_back(self):
        game = a_game()
        game.act("ann", "own")
        game.act("ann", "make_host", player="2")
        game.act("ann", "disown")
        game.act("bob", "make_host", player="1")
        self.assertNotIn("owned", game.state)


def with_cohost():
    """A round that Bob hosts beside Ann."""
    game = a_round(judge="cat")
    assert kinds(game.act("ann", "make_cohost", player="2")) == ["cohost"]
    return game
