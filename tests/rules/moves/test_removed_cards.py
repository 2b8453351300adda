"""Cards that leave a game while it runs: dropped by the host, or removed by the server."""
from __future__ import unicode_literals

from functools import partial
from unittest import TestCase

from game import rules
from game.rules.moves.removed_cards import MOST_DROPPED
from tests.rules.tables import a_deck, a_game, a_round, kinds

bobs_round = partial(a_round, judge="bob")


def under_judgement(**settings):
    game = bobs_round(**settings)
    game.everybody_plays()
    game.reveal_all()
    return game


def drop_black(game, **args):
    return game.act("ann", "drop_card", kind="black", round=game.state["round"], **args)


def drop_open(game, play="0", place=0):
    return game.act("ann", "drop_card", kind="white", round=game.state["round"], play=play, place=place)


class WhiteCards(TestCase):
    def test_the_host_gets_another_card_in_its_place(self):
        game = bobs_round()
        before = list(game.hand("ann"))
        entries = game.act("ann", "drop_card", kind="white", card=before[3])
        self.assertEqual(entries, [{"type": "dropped", "player": "1", "kind": "white"}])
        after = game.hand("ann")
        self.assertEqual([place for place in range(10) if before[place] != after[place]], [3])

    def test_only_the_seats_that_held_it_change(self):
        game = bobs_round()
        before = rules.seat_facts(game.state)
        game.act(None, "remove_card", kind="white", card=game.hand("cat")[0])
        after = rules.seat_facts(game.state)
        self.assertEqual([number for number in "1234" if before[number] != after[number]], ["3"])

    def test_it_never_comes_again(self):
        game = bobs_round(players=3, deck=a_deck(white=45), score_limit=0)
        card = game.hand("ann")[0]
        game.act("ann", "drop_card", kind="white", card=card)
        for _ in range(30):
            self.assertNotIn(card, sum((player["hand"] for player in game.state["players"].values()), []))
            game.rounds(1)
        self.assertIn("reshuffled", kinds(game.log))

    def test_what_lies_open_stays_until_the_round_ends(self):
        game = under_judgement()
        card = game.state["laid_plays"][1]["cards"][0]
        drop_open(game, "1")
        self.assertEqual(game.table()["plays"]["1"]["cards"], ["answer %d." % card])
        game.act("bob", "pick_winner", play="1")
        self.assertEqual(game.table()["winner"]["play"], "1")

    def test_what_is_laid_down_stays_until_it_is_taken_back(self):
        game = bobs_round()
        card = game.hand("ann")[0]
        game.play("ann", 0)
        game.act("ann", "drop_card", kind="white", card=card)
        self.assertIn(card, game.hand("ann"))
        game.act("ann", "take_back")
        self.assertNotIn(card, game.hand("ann"))
        self.assertEqual(len(game.hand("ann")), 10)

    def test_another_answer_puts_the_dropped_one_aside(self):
        game = bobs_round()
        card = game.hand("ann")[0]
        game.play("ann", 0)
        game.act("ann", "drop_card", kind="white", card=card)
        game.play("ann", 1)
        self.assertNotIn(card, game.hand("ann"))

    def test_an_answer_that_nobody_judged_does_not_stay_in_the_hand(self):
        game = bobs_round()
        card = game.hand("ann")[0]
        game.play("ann", 0)
        game.act("ann", "drop_card", kind="white", card=card)
        game.fall_asleep("bob")
        self.assertEqual(game.phase, "round_over")
        game.next_round()
        self.assertNotIn(card, game.hand("ann"))

    def test_it_is_refused_when_too_few_others_are_left(self):
        game = bobs_round(players=3, deck=a_deck(white=37))
        game.act("ann", "drop_card", kind="white", card=game.hand("ann")[0])
        refusal = game.refusal("ann", "drop_card", kind="white", card=game.hand("ann")[0])
        self.assertEqual((refusal.code, refusal.data), ("not_enough_white", {"have": 35, "need": 36}))

    def test_the_hand_of_who_left_makes_room_for_it(self):
        game = bobs_round(players=4, deck=a_deck(white=48))
        game.act("dan", "leave")
        game.act("ann", "drop_card", kind="white", card=game.hand("ann")[0])
        self.assertEqual(game.hand("dan"), [])

    def test_who_joins_is_served_without_the_dropped_ones(self):
        game = bobs_round(players=3, deck=a_deck(white=48))
        game.act("ann", "drop_card", kind="white", card=game.hand("ann")[0])
        self.assertEqual(game.refusal("dan", "join", name="Dan").code, "not_enough_white")


class BlackCards(TestCase):
    def test_another_one_comes_at_once_while_answers_are_chosen(self):
        game = bobs_round(deck=a_deck(black=5))
        before, number = game.table()["black_card"], game.state["round"]
        game.play("ann", 0)
        hand = list(game.hand("ann"))
        drop_black(game)
        self.assertNotEqual(game.table()["black_card"], before)
        self.assertEqual((game.phase, game.judge, game.state["round"]), ("playing", "bob", number))
        self.assertEqual((game.hand("ann"), game.seat("ann").get("play")), (hand, None))

    def test_the_time_begins_anew(self):
        game = bobs_round()
        game.wait(50)
        drop_black(game)
        self.assertEqual(game.state["deadline"], game.now + 90000)

    def test_the_extra_cards_go_with_the_card_that_dealt_them(self):
        deck = a_deck(black=2)
        deck = deck._replace(black=[deck.black[0]._replace(pick=3, draw=2), deck.black[1]])
        game = bobs_round(deck=deck)
        sizes = {0: [12, 10, 12, 12], 1: [10, 10, 10, 10]}
        first = game.state["black_card"]
        self.assertEqual(game.hand_sizes(), sizes[first])
        drop_black(game)
        self.assertEqual(game.hand_sizes(), sizes[1 - first])

    def test_a_round_that_is_under_judgement_is_played_out(self):
        game = under_judgement(deck=a_deck(black=5))
        card = game.state["black_card"]
        drop_black(game)
        self.assertEqual((game.phase, game.state["black_card"]), ("judging", card))
        game.pick_winner("ann")
        for _ in range(12):
            game.next_round()
            self.assertNotEqual(game.state["black_card"], card)
            game.play_round()

    def test_the_last_one_stays(self):
        game = bobs_round(deck=a_deck(black=2))
        drop_black(game)
        self.assertEqual(game.why_not("ann", "drop_card", kind="black", round=1), "not_enough_black")

    def test_one_that_is_left_comes_again_and_again(self):
        game = bobs_round(deck=a_deck(black=2), score_limit=0)
        drop_black(game)
        card = game.state["black_card"]
        game.rounds(3)
        self.assertEqual(game.state["black_card"], card)


class WhoMay(TestCase):
    def test_nobody_but_the_host(self):
        game = bobs_round()
        self.assertEqual(game.why_not("cat", "drop_card", kind="white", card=game.hand("cat")[0]), "not_host")

    def test_a_card_that_one_cannot_see_is_not_dropped(self):
        game = bobs_round()
        self.assertEqual(game.why_not("ann", "drop_card", kind="white", card=game.hand("cat")[0]),
                         "not_your_card")
        game.everybody_plays()
        self.assertEqual(game.why_not("ann", "drop_card", kind="white", round=1, play="0", place=0),
                         "unknown_play")

    def test_a_card_of_another_round_is_not_mistaken_for_this_one(self):
        game = bobs_round()
        self.assertEqual(game.why_not("ann", "drop_card", kind="black", round=2), "not_now")

    def test_a_play_has_only_so_many_cards(self):
        game = under_judgement()
        for place in (1, -1, None, "0"):
            self.assertEqual(game.why_not("ann", "drop_card", kind="white", round=1, play="0", place=place),
                             "unknown_play")

    def test_once_is_enough(self):
        game = under_judgement()
        drop_open(game)
        self.assertEqual(game.why_not("ann", "drop_card", kind="white", round=1, play="0", place=0),
                         "dropped_already")

    def test_a_room_drops_two_hundred_cards_at_most(self):
        game = bobs_round()
        game.state["dropped_fingerprints"] = {"white": ["x"] * (MOST_DROPPED - 1)}
        game.act("ann", "drop_card", kind="white", card=game.hand("ann")[0], mark="y")
        self.assertEqual(game.why_not("ann", "drop_card", kind="white", card=game.hand("ann")[0]),
                         "enough_dropped")

    def test_the_server_bars_a_card_once_and_says_nothing_the_second_time(self):
        game = bobs_round()
        self.assertEqual(game.act(None, "remove_card", kind="black", card=7),
                         [{"type": "dropped", "kind": "black"}])
        self.assertEqual(game.act(None, "remove_card", kind="black", card=7), [])

    def test_the_server_leaves_the_round_alone(self):
        game = bobs_round()
        card = game.state["black_card"]
        game.play("ann")
        game.act(None, "remove_card", kind="black", card=card)
        self.assertEqual((game.state["black_card"], sorted(game.state["chosen_cards"])), (card, ["1"]))

    def test_nothing_is_removed_where_no_game_runs(self):
        self.assertEqual(a_game().why_not(None, "remove_card", kind="black", card=0), "not_now")


class TheNextGame(TestCase):
    def test_the_room_remembers_what_its_host_dropped(self):
        game = bobs_round()
        game.act("ann", "drop_card", kind="white", card=game.hand("ann")[0], mark="duck")
        drop_black(game, mark="why")
        game.act("ann", "end_game")
        game.act("ann", "rematch")
        self.assertEqual(game.state["dropped_fingerprints"], {"white": ["duck"], "black": ["why"]})
        self.assertNotIn("removed_cards", game.state)

    def test_it_begins_without_them(self):
        game = a_game(deck=a_deck(white=60, black=3), score_limit=0)
        out = {"white": list(range(10)), "black": [0, 2]}
        game.act("ann", "start_game", removed=out)
        for _ in range(20):
            hands = sum((player["hand"] for player in game.state["players"].values()), [])
            self.assertEqual((game.state["black_card"], set(hands) & set(out["white"])), (1, set()))
            game.rounds(1)

    def test_they_do_not_count_as_cards(self):
        game = a_game(players=3, deck=a_deck(white=36, black=1))
        self.assertEqual(game.why_not("ann", "start_game", removed={"white": [4]}), "not_enough_white")
        self.assertEqual(game.why_not("ann", "start_game", removed={"black": [0]}), "not_enough_black")
        game.act("ann", "start_game", removed={})
        self.assertNotIn("removed_cards", game.state)
