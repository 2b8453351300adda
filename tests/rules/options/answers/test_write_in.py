"""Blank white cards: what players write, and where a written card is not one of a deck."""
from __future__ import unicode_literals

from unittest import TestCase

from game import rules
from game.rules.cards.coarse_words import MARK, masked
from game.rules.cards.hands import others_left
from tests.rules.tables import a_round


def write(game, who, text="my cat"):
    """Write a card; its number."""
    game.act(who, "write_white", text=text)
    return game.seat(who)["written"]["id"]


def blanks(**settings):
    return a_round(judge="ann", write_in="game", score_limit=0, **settings)


class Writing(TestCase):
    def test_a_written_card_is_played_like_one_of_the_hand(self):
        game = blanks()
        hand = list(game.hand("bob"))
        game.act("bob", "play_cards", cards=[write(game, "bob")])
        self.assertEqual(game.seat("bob")["play"], [-1])
        game.everybody_plays()
        game.reveal_all()
        self.assertEqual(game.table()["plays"][game.play_of("bob")]["cards"], ["my cat"])
        self.assertEqual(game.hand("bob"), hand)

    def test_it_is_offered_to_who_answers_and_has_not_yet(self):
        game = blanks()
        game.play("cat")
        self.assertEqual(["write_white" in game.seat(who)["can"] for who in ("ann", "bob", "cat")],
                         [False, True, False])
        game.everybody_plays()
        self.assertNotIn("write_white", game.seat("bob")["can"])

    def test_two_in_a_game_are_two(self):
        game = blanks(next_judge="host")
        for left in (2, 1):
            self.assertEqual(game.seat("bob")["blanks"], left)
            game.act("bob", "play_cards", cards=[write(game, "bob")])
            game.play_round()
            game.next_round()
        self.assertNotIn("blanks", game.seat("bob"))

    def test_blanks_are_shown_to_who_answers_where_there_are_any(self):
        game = blanks()
        self.assertEqual(["blanks" in game.seat(who) for who in ("ann", "bob")], [False, True])
        self.assertNotIn("blanks", a_round(judge="ann").seat("bob"))

    def test_what_waits_for_the_host_is_shown_to_nobody_else(self):
        game = blanks(write_in_approved=True)
        self.assertNotIn("to_approve", game.seat("ann"))
        write(game, "bob")
        self.assertEqual(["to_approve" in game.seat(who) for who in ("ann", "bob", "cat")], [True, False, False])

    def test_which_cards_were_written_is_told_with_the_verdict_alone(self):
        game = blanks()
        game.act("bob", "play_cards", cards=[write(game, "bob")])
        game.everybody_plays()
        game.reveal_all()
        self.assertNotIn("written", game.table()["plays"][game.play_of("bob")])
        game.pick_winner("bob")
        self.assertEqual(game.table()["plays"][game.play_of("bob")]["written"], [0])
        self.assertNotIn("written", game.table()["plays"][game.play_of("cat")])

    def test_the_text_is_there_until_the_next_round(self):
        game = blanks()
        game.act("bob", "play_cards", cards=[write(game, "bob")])
        game.play_round(winner="bob")
        self.assertEqual(game.table()["plays"][game.play_of("bob")]["cards"], ["my cat"])
        game.next_round()
        self.assertNotIn("written_whites", game.state)

    def test_beside_a_card_of_the_hand_where_two_are_asked_for(self):
        game = blanks(pick=2)
        game.act("bob", "play_cards", cards=[game.hand("bob")[3], write(game, "bob")])
        game.play_round()
        self.assertEqual(len(game.hand("bob")), 9)
        game.next_round()
        self.assertEqual(len(game.hand("bob")), 10)

    def test_written_anew_it_is_the_same_card(self):
        game = blanks()
        first = write(game, "bob")
        self.assertEqual(write(game, "bob", "my dog"), first)
        self.assertEqual(game.seat("bob")["written"], {"id": first, "text": "my dog"})

    def test_nobody_else_sees_or_plays_it(self):
        game = blanks()
        card = write(game, "bob")
        self.assertNotIn("written", game.seat("cat"))
        self.assertEqual(game.why_not("cat", "play_cards", cards=[card]), "not_your_card")

    def test_what_is_no_text_is_refused(self):
        game = blanks()
        for text, code in ((None, "bad_text"), (" ", "empty_text"), ("x" * 201, "long_text")):
            self.assertEqual(game.why_not("bob", "write_white", text=text), code)
        self.assertEqual(game.why_not("ann", "write_white", text="me"), "not_waiting_for_you")

    def test_what_lies_on_the_table_is_taken_back_first(self):
        game = blanks()
        game.play("bob")
        self.assertEqual(game.why_not("bob", "write_white", text="me"), "take_back_first")

    def test_not_where_the_host_does_not_want_it(self):
        self.assertEqual(a_round().why_not("bob", "write_white", text="me"), "not_now")


class HowMany(TestCase):
    def lay_one(self, game, who):
        game.act(who, "play_cards", cards=[write(game, who)])
        game.play_round()
        game.next_round()

    def test_so_many_in_a_game(self):
        game = blanks(write_in_count=1)
        self.assertEqual(game.seat("cat")["blanks"], 1)
        self.lay_one(game, "cat")
        self.assertEqual(game.why_not("cat", "write_white", text="me"), "no_blank_left")
        self.assertNotIn("write_white", game.seat("cat")["can"])

    def test_what_was_not_played_is_not_used_up(self):
        game = blanks(write_in_count=1)
        write(game, "cat")
        game.play_round()
        game.next_round()
        self.assertEqual(game.seat("cat")["blanks"], 1)

    def test_one_in_so_many_rounds(self):
        game = a_round(judge="ann", write_in="rounds", write_in_count=2, score_limit=0)
        self.lay_one(game, "dan")
        self.assertEqual(game.why_not("dan", "write_white", text="me"), "no_blank_left")
        game.rounds(1)
        write(game, "dan")

    def test_a_new_game_begins_with_all(self):
        game = blanks(write_in_count=1)
        self.lay_one(game, "cat")
        for move in ("end_game", "rematch"):
            game.act("ann", move)
        game.deal(judge="ann")
        self.assertEqual(game.seat("cat")["blanks"], 1)


class NoCardOfADeck(TestCase):
    def test_it_cannot_be_dropped_or_reported(self):
        game = blanks()
        card = write(game, "bob")
        game.act("bob", "play_cards", cards=[card])
        with self.assertRaises(rules.InvalidMoveError) as caught:
            rules.find_card(game.state, "2", {"kind": "white", "card": card})
        self.assertEqual(caught.exception.code, "not_of_a_deck")
        game.everybody_plays()
        game.reveal_all()
        wanted = {"kind": "white", "round": 1, "play": game.play_of("bob"), "place": 0}
        self.assertEqual(game.why_not("ann", "drop_card", **wanted), "not_of_a_deck")

    def test_it_takes_no_card_from_the_others(self):
        game = blanks()
        before = others_left(game.state)
        game.act("bob", "play_cards", cards=[write(game, "bob")])
        game.everybody_plays()
        self.assertEqual(others_left(game.state), before)

    def test_with_another_black_card_it_goes_back(self):
        game = blanks()
        card = write(game, "bob")
        game.act("bob", "play_cards", cards=[card])
        game.act("ann", "drop_card", kind="black", round=1)
        self.assertEqual(game.seat("bob")["written"]["id"], card)
        game.act("bob", "play_cards", cards=[card])


class Approved(TestCase):
    def test_the_host_reads_it_first_and_sees_no_name(self):
        game = blanks(write_in_approved=True)
        card = write(game, "bob")
        self.assertTrue(game.seat("bob")["written"]["waiting"])
        self.assertEqual(game.why_not("bob", "play_cards", cards=[card]), "not_your_card")
        self.assertEqual(game.seat("ann")["to_approve"], [{"id": card, "text": "my cat"}])
        game.act("ann", "approve_card", card=card, ok=True)
        game.act("bob", "play_cards", cards=[card])

    def test_a_refused_card_can_be_written_anew(self):
        game = blanks(write_in_approved=True)
        card = write(game, "bob")
        game.act("ann", "approve_card", card=card, ok=False)
        self.assertTrue(game.seat("bob")["written"]["refused"])
        self.assertEqual(game.why_not("bob", "play_cards", cards=[card]), "not_your_card")
        write(game, "bob", "my dog")
        self.assertEqual(game.seat("ann")["to_approve"], [{"id": card, "text": "my dog"}])

    def test_nobody_but_the_host_and_nothing_else(self):
        game = blanks(write_in_approved=True)
        card = write(game, "bob")
        self.assertEqual(game.why_not("bob", "approve_card", card=card, ok=True), "not_host")
        self.assertEqual(game.why_not("ann", "approve_card", card=card + 1, ok=True), "unknown_choice")
        self.assertEqual(game.why_not("ann", "approve_card", card=card, ok="yes"), "bad_frame")

    def test_the_hosts_own_card_waits_for_nobody(self):
        game = a_round(judge="bob", write_in="game", write_in_approved=True)
        game.act("ann", "play_cards", cards=[write(game, "ann")])


class FamilyTable(TestCase):
    def test_coarse_words_are_masked_where_all_decks_are_for_families(self):
        game = blanks()
        game.state["decks"] = [dict(game.state["decks"][0], family=True)]
        write(game, "bob", "a CRAPPY day")
        self.assertEqual(game.seat("bob")["written"]["text"], "a %s day" % (6 * MARK))

    def test_and_not_at_other_tables(self):
        game = blanks()
        write(game, "bob", "a crappy day")
        self.assertEqual(game.seat("bob")["written"]["text"], "a crappy day")

    def test_words_that_hold_one_are_left_alone(self):
        for text in ("a class of assistants", "Scunthorpe", "the title of a computer", "cocktail", "p\u00e2t\u00e9"):
            self.assertEqual(masked(text), text)
