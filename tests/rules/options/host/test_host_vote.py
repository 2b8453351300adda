"""Players vote for another host: half of those who are here, never one alone."""
from __future__ import unicode_literals

from unittest import TestCase

from tests.rules.tables import a_game, a_round, kinds


class HostVote(TestCase):
    def test_half_of_those_who_are_here_make_a_host(self):
        game = a_round(players=6)
        game.act("bob", "vote_host", player="3")
        game.act("cat", "vote_host", player="3")
        self.assertEqual(game.host, "ann")
        self.assertIn({"type": "host", "player": "3", "why": "vote"}, game.act("dan", "vote_host", player="3"))
        self.assertEqual((game.host, game.state["opener"]), ("cat", "3"))

    def test_everybody_sees_how_many_but_not_who(self):
        game = a_round(players=6)
        game.act("bob", "vote_host", player="3")
        self.assertEqual(game.table()["host_vote"], {
            "votes": [{"player": "3", "name": "Cat", "votes": 1}], "needed": 3, "until": game.now + 120000})
        self.assertEqual((game.seat("bob")["host_vote"], "host_vote" in game.seat("cat")), ("3", False))

    def test_nobody_takes_a_room_of_two_or_three_over_alone(self):
        for players in (2, 3):
            game = a_game(players=players)
            game.act("bob", "vote_host", player="2")
            self.assertEqual((game.host, game.table()["host_vote"]["needed"]), ("ann", 2))

    def test_bots_neither_count_nor_host(self):
        game = a_game(players=3)
        for _ in range(6):
            game.act("ann", "add_bot")
        game.act("bob", "vote_host", player="2")
        self.assertEqual(game.table()["host_vote"]["needed"], 2)
        self.assertEqual(game.why_not("cat", "vote_host", player="1000001"), "unknown_player")

    def test_a_vote_can_be_changed_and_taken_back(self):
        game = a_round(players=6)
        game.act("bob", "vote_host", player="3")
        game.act("bob", "vote_host", player="4")
        self.assertEqual([one["player"] for one in game.table()["host_vote"]["votes"]], ["4"])
        self.assertEqual(kinds(game.act("bob", "vote_host", player="1")), ["host_vote_over"])
        self.assertEqual(game.why_not("bob", "vote_host", player="1"), "not_now")

    def test_it_ends_after_two_minutes(self):
        game = a_round(players=6, timing="off")
        game.act("bob", "vote_host", player="3")
        self.assertEqual(game.table()["due"], game.now + 120000)
        self.assertEqual(kinds(game.expire(after=120)), ["host_vote_over"])

    def test_votes_of_and_for_those_who_went_do_not_count(self):
        game = a_round(players=6)
        game.act("bob", "vote_host", player="3")
        game.act("dan", "vote_host", player="4")
        game.act("bob", "leave")
        self.assertEqual([one["player"] for one in game.table()["host_vote"]["votes"]], ["4"])
        self.assertIn("host_vote_over", kinds(game.act("dan", "leave")))

    def test_it_is_withdrawn_when_a_host_who_was_gone_is_back(self):
        game = a_round(players=6)
        game.act("ann", "disconnect")
        game.act("bob", "vote_host", player="3")
        self.assertIn("host_vote_over", kinds(game.connect("ann")))

    def test_a_host_who_is_there_does_not_end_it_by_connecting_anew(self):
        game = a_round(players=6)
        game.act("bob", "vote_host", player="3")
        game.act("ann", "disconnect")
        game.connect("ann")
        self.assertIn("host_vote", game.table())

    def test_it_is_withdrawn_when_somebody_else_hosts(self):
        game = a_round(players=6)
        game.act("bob", "vote_host", player="3")
        self.assertIn("host_vote_over", kinds(game.act("ann", "make_host", player="5")))


class WhoIsShown(TestCase):
    def test_each_candidate_is_told_of_once(self):
        game = a_round(players=8)
        self.assertEqual(kinds(game.act("bob", "vote_host", player="3")), ["host_vote"])
        self.assertEqual(game.act("bob", "vote_host", player="3"), [])
        self.assertEqual(game.act("dan", "vote_host", player="3"), [])
        self.assertEqual(kinds(game.act("dan", "vote_host", player="4")), ["host_vote"])

    def test_of_equals_the_first_to_come_stands_first_and_five_are_shown(self):
        game = a_round(players=16)
        for place, number in enumerate((7, 6, 5, 4, 3, 2)):
            game.act_as("%d" % (place + 10), "vote_host", player="%d" % number)
        self.assertEqual([one["player"] for one in game.table()["host_vote"]["votes"]], list("23456"))

    def test_the_other_cohosts_stay(self):
        game = a_game(players=4)
        for number in ("2", "3"):
            game.act("ann", "make_cohost", player=number)
        game.act("cat", "vote_host", player="2")
        game.act("dan", "vote_host", player="2")
        self.assertEqual((game.host, game.table()["cohosts"]), ("bob", ["3"]))


class OwnedRooms(TestCase):
    def test_an_owner_who_is_voted_out_hosts_again_after_this_game(self):
        game = voted_out()
        game.act("ann", "disconnect")
        game.connect("ann")
        self.assertEqual((game.host, game.why_not("bob", "kick", player="1")), ("bob", "owner_stays"))
        self.assertIn({"type": "host", "player": "1"}, game.act("bob", "end_game"))

    def test_nor_does_it_come_back_to_them_when_the_chosen_one_goes(self):
        game = voted_out()
        game.act("bob", "leave")
        self.assertEqual(game.host, "cat")

    def test_the_chosen_one_may_give_it_back(self):
        game = voted_out()
        game.act("bob", "make_host", player="1")
        self.assertEqual((game.host, "voted_out" in game.state), ("ann", False))

    def test_who_was_voted_out_in_the_lobby_hosts_again_after_one_game(self):
        game = a_game(players=3)
        game.act("ann", "own")
        game.act("bob", "vote_host", player="2")
        game.act("cat", "vote_host", player="2")
        game.deal()
        self.assertEqual(game.host, "bob")
        game.act("bob", "end_game")
        self.assertEqual(game.host, "ann")

    def test_an_owner_who_is_not_there_then_hosts_when_back(self):
        game = voted_out()
        game.act("ann", "leave")
        self.assertNotIn("host", kinds(game.act("bob", "end_game")))
        game.sit_down("ann")
        self.assertEqual(game.host, "ann")

    def test_two_who_wait_for_an_owner_choose_a_host_until_then(self):
        game = a_game(players=3)
        game.act("ann", "own")
        game.fall_asleep("ann")
        game.act("bob", "vote_host", player="2")
        game.act("cat", "vote_host", player="2")
        self.assertEqual(game.host, "bob")
        game.connect("ann")
        self.assertEqual(game.host, "ann")


def voted_out():
    """A round of four whose owner, Ann, was there and voted out for Bob."""
    game = a_round(judge="dan")
    game.act("ann", "own")
    game.act("bob", "vote_host", player="2")
    game.act("cat", "vote_host", player="2")
    assert game.host == "bob"
    return game
