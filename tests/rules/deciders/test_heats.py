"""A crowd decides: each reads up to six answers, and the best six go to a final."""
from __future__ import unicode_literals

from collections import Counter
from unittest import TestCase

from game import rules
from tests.rules.tables import TEN_O_CLOCK, a_deck, a_game


def a_heat(players=12, **settings):
    game = a_game(players, a_deck(white=800), big_crowd=8, **settings)
    game.deal()
    game.everybody_plays()
    return game


def everybody_votes(game, favourite=None):
    """For the play of `favourite` where they may, else for the first one that they read."""
    for number in list(rules.waiting_for(game.state)):
        seat = game.seat_of(number)
        plays = [play["play"] for play in seat["heat"]] if "heat" in seat else sorted(game.table()["plays"])
        plays = [play for play in plays if play != seat.get("mine")]
        best = [play for play in plays if favourite and play == game.play_of(favourite)]
        game.act_as(number, "vote", play=(best or plays)[0])


class Heats(TestCase):
    def test_a_small_table_has_its_judge(self):
        game = a_game(7, big_crowd=8)
        game.deal()
        self.assertIn("judge", game.table())

    def test_nobody_reads_more_than_six_nor_their_own(self):
        game = a_heat()
        for who in ("ann", "bob", "lea"):
            read = [play["play"] for play in game.seat(who)["heat"]]
            self.assertEqual(len(set(read)), 6)
            self.assertNotIn(game.play_of(who), read)

    def test_every_answer_is_read_about_equally_often(self):
        game = a_heat(16)
        read = Counter(play["play"] for number in game.state["players"] for play in game.seat_of(number)["heat"])
        self.assertEqual(len(read), 16)
        self.assertLessEqual(max(read.values()) - min(read.values()), 2)

    def test_the_table_shows_no_answer_before_the_final(self):
        game = a_heat()
        self.assertEqual(game.table()["heat"], {"answers": 12})
        self.assertEqual(game.table()["plays"], {})

    def test_nobody_votes_for_what_they_did_not_read(self):
        game = a_heat()
        read = [play["play"] for play in game.seat("ann")["heat"]]
        other = next(play for play in map(str, range(12)) if play not in read)
        self.assertEqual(game.why_not("ann", "vote", play=other), "unknown_play")

    def test_the_best_go_to_a_final_that_everybody_sees(self):
        game = a_heat()
        everybody_votes(game, "cat")
        self.assertEqual(game.phase, "judging")
        self.assertLessEqual(len(game.table()["plays"]), 6)
        self.assertIn(game.play_of("cat"), game.table()["plays"])
        self.assertNotIn("heat", game.seat("ann"))

    def test_the_final_decides_the_round(self):
        game = a_heat()
        everybody_votes(game, "cat")
        everybody_votes(game, "cat")
        self.assertEqual((game.phase, game.table()["winner"]["player"], game.score("cat")), ("round_over", "3", 1))

    def test_time_ends_the_heat_and_the_final(self):
        game = a_heat()
        game.act_as("1", "vote", play=game.seat_of("1")["heat"][0]["play"])
        game.act_as("5", "vote", play=game.seat_of("5")["heat"][0]["play"])
        game.expire(after=300)
        self.assertEqual(len(game.table()["plays"]), 2)
        game.expire(after=300)
        self.assertEqual(game.table()["void"], "no_votes")

    def test_few_answers_are_voted_on_at_once(self):
        game = a_game(9, a_deck(white=400), big_crowd=8)
        game.deal()
        for who in ("ann", "bob", "cat"):
            game.play(who)
        game.expire(after=90)
        self.assertEqual((game.table()["decided_by"], len(game.table()["plays"])), ("vote", 3))

    def test_six_answers_are_few_and_seven_are_not(self):
        for answers, decides in ((6, "vote"), (7, "heats")):
            game = a_game(8, a_deck(white=400), big_crowd=8)
            game.deal()
            for number in range(1, answers + 1):
                game.act_as("%d" % number, "play_cards", cards=game.state["players"]["%d" % number]["hand"][:1])
            game.expire(after=90)
            self.assertEqual(game.table()["decided_by"], decides)


class Crowds(TestCase):
    def a_crowd(self, people=70):
        game = a_game(3, a_deck(white=1000), big_crowd=8)
        for number in range(4, people + 1):
            game.act_as("%d" % number, "join", name="Player %d" % number)
            game.act_as("%d" % number, "connect")
        game.deal()
        return game

    def test_the_table_lists_the_first_few_and_counts_the_others(self):
        table = self.a_crowd().table()
        self.assertLessEqual(len(table["players"]), 12)
        self.assertEqual(table["crowd"], {"seats": 70, "here": 70, "waiting": 70, "answered": 0})

    def test_everybody_finds_themselves_in_their_own_seat(self):
        me = self.a_crowd().seat_of("66")["me"]
        self.assertTrue(me.pop("face") and me.pop("colour"))
        self.assertEqual(me, {"name": "Player 66", "score": 0, "presence": "here", "place": 1, "waiting": True})

    def test_the_log_tells_nothing_of_each_of_them(self):
        game = self.a_crowd()
        entries = game.act_as("66", "play_cards", cards=game.state["players"]["66"]["hand"][:1])
        self.assertEqual(([entry["type"] for entry in entries], rules.told(game.state, entries)), (["played"], []))

    def test_somebody_claims_the_absence_of_those_nobody_sees(self):
        game = self.a_crowd()
        game.act_as("66", "disconnect")
        self.assertEqual(game.table()["due"], TEN_O_CLOCK + 20000)

    def test_who_wins_is_shown_with_their_place(self):
        game = self.a_crowd()
        game.everybody_plays()
        winner = game.state["laid_plays"][40]["player"]
        game.state["players"][winner]["score"] = 5
        self.assertIn(winner, game.table()["players"])
        self.assertEqual((game.seat_of(winner)["me"]["place"], game.seat_of("1")["me"]["place"]), (1, 2))
