"""Who judges next, what the judge may choose, and what the last round is worth."""
from __future__ import unicode_literals

from unittest import TestCase

from tests.rules.tables import a_deck, a_round


class NextJudge(TestCase):
    def test_the_winner_judges_next(self):
        game = a_round(judge="ann", next_judge="winner")
        game.play_round(winner="dan")
        game.next_round()
        self.assertEqual(game.judge, "dan")

    def test_after_a_round_without_a_winner_it_is_the_next_in_order(self):
        game = a_round(judge="ann", next_judge="winner")
        game.expire(after=90)
        game.next_round()
        self.assertEqual(game.judge, "bob")

    def test_the_host_always_judges(self):
        game = a_round(judge="ann", next_judge="host", score_limit=0)
        for _ in range(3):
            game.play_round()
            game.next_round()
            self.assertEqual(game.judge, "ann")

    def test_nobody_judges_twice_in_a_row_while_others_are_only_just_gone(self):
        game = a_round(judge="ann", score_limit=0)
        game.play_round()
        for who in ("bob", "cat", "dan"):
            game.act(who, "disconnect")
        game.next_round()
        self.assertEqual(game.judge, "bob")


class JudgeChooses(TestCase):
    def test_the_judge_alone_sees_the_black_cards(self):
        game = a_round(judge="ann", judge_chooses=3)
        self.assertEqual((game.phase, game.waited_for), ("choosing", ["ann"]))
        self.assertEqual(len(game.seat("ann")["choices"]), 3)
        self.assertNotIn("choices", game.seat("bob"))
        self.assertNotIn("black_card", game.table())

    def test_the_card_that_is_chosen_is_played(self):
        game = a_round(judge="ann", judge_chooses=3)
        text = game.seat("ann")["choices"][2]["text"]
        self.assertEqual(game.why_not("bob", "choose_black", choice=0), "not_judge")
        self.assertEqual(game.why_not("ann", "choose_black", choice=3), "unknown_choice")
        game.act("ann", "choose_black", choice=2)
        self.assertEqual((game.table()["black_card"]["text"], game.phase), (text, "playing"))

    def test_the_first_card_comes_when_the_judge_sleeps(self):
        game = a_round(judge="ann", judge_chooses=2)
        first = game.seat("ann")["choices"][0]
        game.expire(after=60)
        self.assertEqual(game.table()["black_card"], first)

    def test_a_judge_who_leaves_while_choosing_ends_the_round(self):
        game = a_round(judge="ann", judge_chooses=2, judge_gone="vote")
        game.act("ann", "leave")
        self.assertEqual((game.phase, game.table()["void"]), ("round_over", "judge_gone"))

    def test_a_card_that_leaves_the_game_is_not_offered_any_more(self):
        game = a_round(judge="ann", judge_chooses=2)
        gone = game.state["offered_black"][0]
        game.act(None, "remove_card", kind="black", card=gone)
        self.assertNotIn(gone, game.state["offered_black"])
        self.assertEqual(len(game.seat("ann")["choices"]), 2)

    def test_a_card_that_was_not_offered_leaves_the_choice_as_it_is(self):
        game = a_round(judge="ann", judge_chooses=2)
        offered = game.state["offered_black"]
        other = next(card for card in range(30) if card not in offered)
        game.act(None, "remove_card", kind="black", card=other)
        self.assertEqual(game.state["offered_black"], offered)

    def test_the_last_cards_of_a_deck_are_not_offered_twice(self):
        game = a_round(judge="ann", judge_chooses=3, deck=a_deck(black=3))
        game.act(None, "remove_card", kind="black", card=game.state["offered_black"][0])
        self.assertEqual(len(set(game.state["offered_black"])), 2)
        self.assertEqual(len(game.seat("ann")["choices"]), 2)

    def test_all_cards_are_offered_but_the_one_of_the_round_before(self):
        game = a_round(judge="ann", judge_chooses=3, deck=a_deck(black=3), score_limit=0)
        for offered in (3, 2, 2, 2, 2):
            self.assertEqual(len(set(game.state["offered_black"])), offered)
            self.assertNotIn(game.state.get("black_card"), game.state["offered_black"])
            game.act(game.judge, "choose_black", choice=0)
            last = game.state["black_card"]
            game.play_round()
            game.next_round()
            self.assertNotIn(last, game.state["offered_black"])

    def test_choosing_is_offered_to_the_judge_alone(self):
        game = a_round(judge="ann", judge_chooses=2)
        self.assertEqual(["choose_black" in game.seat(who)["can"] for who in ("ann", "bob")], [True, False])

    def test_who_comes_while_the_judge_chooses_plays_this_round(self):
        game = a_round(judge="ann", judge_chooses=2)
        game.sit_down("eve")
        game.act("ann", "choose_black", choice=0)
        self.assertIn("eve", game.members)

    def test_a_deck_with_one_black_card_offers_no_choice(self):
        game = a_round(judge="ann", judge_chooses=3, deck=a_deck(black=1))
        self.assertEqual(game.phase, "playing")


class JudgeWrites(TestCase):
    def writing(self, **settings):
        return a_round(judge="ann", judge_writes=True, **settings)

    def test_a_written_card_asks_for_as_many_answers_as_it_has_blanks(self):
        game = self.writing()
        game.act("ann", "write_black", text=" Never mix ___ \n and ____! ")
        self.assertEqual(game.table()["black_card"], {"text": "Never mix _ and _!", "pick": 2, "written": True})
        self.assertEqual(game.why_not("bob", "play_cards", cards=game.hand("bob")[:1]), "wrong_count")

    def test_three_blanks_are_the_most(self):
        game = self.writing()
        game.act("ann", "write_black", text="_, _ and _")
        self.assertEqual(game.table()["black_card"]["pick"], 3)

    def test_a_card_without_a_blank_is_a_question(self):
        game = self.writing()
        game.act("ann", "write_black", text="What is that smell?")
        self.assertEqual(game.table()["black_card"]["pick"], 1)

    def test_what_is_no_card_is_refused(self):
        game = self.writing()
        for text, code in ((None, "bad_text"), (7, "bad_text"), (" ___ ", "empty_text"), ("\u200b\u0007", "empty_text"),
                           ("x" * 201, "long_text"), ("_ a _ b _ c _", "too_many_blanks")):
            self.assertEqual(game.why_not("ann", "write_black", text=text), code)

    def test_who_does_not_want_to_write_takes_the_card_of_the_deck(self):
        game = self.writing()
        card, = game.seat("ann")["choices"]
        game.act("ann", "choose_black", choice=0)
        self.assertEqual(game.table()["black_card"], card)

    def test_nobody_writes_where_the_host_does_not_want_it(self):
        game = a_round(judge="ann", judge_chooses=2)
        self.assertEqual(game.why_not("ann", "write_black", text="Why?"), "not_now")

    def test_a_written_card_belongs_to_no_deck(self):
        game = self.writing()
        game.act("ann", "write_black", text="Why?")
        self.assertEqual(game.why_not("ann", "drop_card", kind="black", round=1), "not_of_a_deck")


class Finale(TestCase):
    def test_one_more_round_is_played_and_counts_double(self):
        game = a_round(judge="ann", finale="double", score_limit=1)
        game.play_round(winner="bob")
        game.next_round()
        self.assertEqual(game.table()["finale"], "double")
        game.play_round(winner="cat")
        self.assertEqual((game.score("cat"), game.log[-1]["points"]), (2, 2))
        game.next_round()
        self.assertEqual(game.table()["winners"], ["3"])

    def test_the_round_limit_brings_it_too(self):
        game = a_round(judge="ann", finale="double", round_limit=1)
        game.play_round()
        game.next_round()
        self.assertEqual((game.state["round"], game.table()["finale"]), (2, "double"))

    def test_it_may_be_a_haiku_of_three_cards(self):
        game = a_round(judge="ann", finale="haiku", round_limit=1, judge_chooses=3, hand_size=3)
        game.act("ann", "choose_black", choice=0)
        game.play_round()
        game.next_round()
        self.assertEqual((game.table()["phase"], game.table()["finale"]), ("playing", "haiku"))
        self.assertEqual(game.table()["black_card"], {"text": "_ / _ / _", "pick": 3})
        self.assertEqual(len(game.hand("cat")), 5)
        game.play_round(winner="cat")
        self.assertEqual(game.score("cat"), 2)

    def test_a_haiku_is_the_last_round_alone(self):
        game = a_round(judge="ann", finale="haiku", round_limit=2)
        game.play_round()
        game.next_round()
        self.assertEqual((game.table().get("finale"), "written_black" in game.state), (None, False))


class DrawForTwo(TestCase):
    def test_one_more_card_before_two_answers(self):
        game = a_round(judge="ann", pick=2, draw_for_two=True)
        self.assertEqual(game.hand_sizes(), [10, 11, 11, 11])

    def test_no_more_where_the_card_lets_draw_already(self):
        game = a_round(judge="ann", deck=a_deck(pick=2, draw=1), draw_for_two=True)
        self.assertEqual(game.hand_sizes(), [10, 11, 11, 11])
