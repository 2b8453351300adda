"""Who sees what: the table is the same for everyone, a seat is for one."""
from __future__ import unicode_literals

from unittest import TestCase

from game.rules import seat_facts
from tests.rules.tables import a_game, a_round, number_of, text_of


class Table(TestCase):
    def test_the_lobby_shows_people_settings_and_decks(self):
        table = a_game(players=3).table()
        self.assertEqual(sorted(table), ["code", "decks", "host", "phase", "players", "serves", "settings",
                                         "waiting_for"])
        bob = {"name": "Bob", "score": 0, "presence": "here", "face": 5, "colour": 2}
        self.assertEqual(table["players"]["2"], bob)

    def test_a_round_shows_the_black_card_and_who_judges(self):
        game = a_round()
        table = game.table()
        self.assertEqual(table["black_card"],
                         {"text": game.deck.black[game.state["black_card"]].text, "pick": 1})
        self.assertEqual((table["judge"], table["game"], table["round"]), ("1", 1, 1))

    def test_it_shows_who_has_played_but_not_what(self):
        game = a_round()
        game.play("cat")
        table = game.table()
        self.assertEqual([number for number, player in table["players"].items() if player.get("played")],
                         ["3"])
        self.assertNotIn("answer ", text_of(table))
        self.assertNotIn("plays", table)

    def test_face_down_plays_are_empty(self):
        game = a_round()
        game.everybody_plays()
        self.assertEqual(game.table()["plays"], {"0": {}, "1": {}, "2": {}})

    def test_open_plays_show_texts_and_no_authors(self):
        game = a_round()
        game.everybody_plays()
        game.reveal_all()
        self.assertEqual({tuple(play) for play in game.table()["plays"].values()}, {("cards",)})

    def test_a_round_that_nobody_won_never_shows_its_authors(self):
        game = a_round()
        game.everybody_plays()
        game.reveal_all()
        game.expire(after=60)
        self.assertEqual({tuple(play) for play in game.table()["plays"].values()}, {("cards",)})

    def test_who_did_not_choose_in_time_is_in_from_the_next_round(self):
        game = a_round()
        game.play("cat")
        game.expire(after=90)
        flags = {name: game.table()["players"][number_of(name)].get("next_round")
                 for name in ("bob", "cat", "dan")}
        self.assertEqual(flags, {"bob": True, "cat": None, "dan": True})

    def test_the_log_of_a_play_does_not_show_its_cards(self):
        self.assertEqual(a_round().play("cat"), [{"type": "played", "player": "3"}])


class Seat(TestCase):
    def test_it_shows_the_own_hand_with_texts(self):
        game = a_round()
        seat = game.seat("cat")
        self.assertEqual(seat["player"], "3")
        self.assertEqual(seat["hand"],
                         [{"id": card, "text": "answer %d." % card} for card in game.hand("cat")])

    def test_it_shows_the_own_play_before_and_after_the_shuffle(self):
        game = a_round()
        self.assertFalse({"play", "mine"} & set(game.seat("cat")))
        game.play("cat")
        self.assertEqual(game.seat("cat")["play"], game.cards("cat"))
        game.everybody_plays()
        self.assertNotIn("play", game.seat("cat"))
        self.assertEqual(game.seat("cat")["mine"], game.play_of("cat"))

    def test_a_player_may_play_and_then_also_take_back(self):
        game = a_round()
        self.assertEqual(game.seat("cat")["can"], ["play_cards"])
        game.play("cat")
        self.assertEqual(game.seat("cat")["can"], ["play_cards", "take_back"])

    def test_the_judge_may_reveal_and_then_pick(self):
        game = a_round(judge="bob")
        game.everybody_plays()
        self.assertEqual(game.seat("bob")["can"], ["reveal_play"])
        game.reveal_all()
        self.assertEqual(game.seat("bob")["can"], ["pick_winner"])

    def test_the_host_may_what_a_host_may(self):
        game = a_game()
        self.assertEqual(game.seat("ann")["can"],
                         ["add_bot", "make_cohost", "start_game", "change_settings", "choose_decks", "kick", "make_host"])
        game.deal(judge="bob")
        self.assertEqual(game.seat("ann")["can"],
                         ["play_cards", "bot_takes", "add_bot", "make_cohost", "play_for", "replace_judge", "end_game",
                          "skip", "drop_card", "change_settings", "choose_decks", "stop_clock", "kick",
                          "make_host"])

    def test_who_left_has_no_seat_to_see(self):
        game = a_round()
        game.act("cat", "leave")
        self.assertNotIn(number_of("cat"), seat_facts(game.state))
