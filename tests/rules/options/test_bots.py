"""Bots: seats without sockets that play along, and judge where there are no two people."""
from __future__ import unicode_literals

from unittest import TestCase

from game import rules
from game.rules.bots.names import NAMES
from tests.rules.tables import a_deck, a_game, kinds

BOT, SECOND = "1000001", "1000002"


def a_table(people=2, bots=1, taste="random", **settings):
    """A lobby with so many people and bots."""
    game = a_game(players=people, **settings)
    for _ in range(bots):
        game.act("ann", "add_bot", taste=taste)
    return game


def bots_of(game):
    return sorted(number for number, player in game.table()["players"].items() if "bot" in player)


def bots_act(game):
    """The moment of the first bot comes, and somebody looks on."""
    game.now = game.table()["due"]
    return game.act(None, "expire")


def bots_finish(game, phase):
    """Bots act until the phase is over."""
    while game.phase == phase:
        bots_act(game)


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


class TwoPeople(TestCase):
    def setUp(self):
        self.game = a_table()
        self.game.deal(judge="ann")

    def test_and_a_bot_make_a_game(self):
        self.assertEqual(a_game(players=2).why_not("ann", "start_game"), "too_few_players")
        self.assertEqual(self.game.phase, "playing")

    def test_it_answers_three_to_eight_seconds_after_the_round_began(self):
        self.assertTrue(3000 <= self.game.table()["due"] - self.game.now <= 8000)
        self.assertEqual(self.game.why_not(None, "expire"), "nothing_due")
        self.assertEqual(bots_act(self.game), [{"type": "played", "player": BOT}])
        self.assertNotIn("due", self.game.table())

    def test_each_has_a_moment_of_its_own(self):
        game = a_table(bots=5)
        game.deal()
        self.assertEqual(len(set(game.state["bots_act_at"].values())), 5)

    def test_only_people_judge(self):
        judges = set()
        for _ in range(6):
            judges.add(self.game.state["judge"])
            while self.game.phase == "playing":
                bots_act(self.game) if "due" in self.game.table() else self.game.everybody_plays()
            self.game.reveal_all()
            self.game.act(self.game.judge, "pick_winner", play="0")
            self.game.next_round()
        self.assertEqual(judges, {"1", "2"})

    def test_only_people_vote(self):
        game = a_table(decides="vote")
        game.deal()
        bots_act(game)
        game.play("ann"), game.play("bob")
        self.assertEqual(game.waited_for, ["ann", "bob"])
        self.assertNotIn("due", game.table())


class OnePerson(TestCase):
    def test_a_bot_judges_first_so_that_the_person_plays_at_once(self):
        for seed in range(9):
            game = a_table(people=1, bots=2)
            game.rng.seed(seed)
            game.deal()
            self.assertIn(game.state["judge"], (BOT, SECOND))

    def test_a_bot_that_judges_turns_the_cards_over_and_picks(self):
        game = a_table(people=1, bots=2)
        game.deal()
        game.play("ann")
        bots_finish(game, "playing")
        self.assertEqual(kinds(bots_act(game)), ["revealed"])
        bots_finish(game, "revealing")
        self.assertTrue(3000 <= game.table()["due"] - game.now <= 8000)
        self.assertEqual(kinds(bots_act(game)), ["won"])

    def test_alone_a_game_is_played_to_its_end(self):
        game = a_table(people=1, bots=2, score_limit=2)
        game.deal()
        judges = set()
        while game.phase != "game_over":
            judges.add(game.state["judge"])
            step(game)
        self.assertTrue({"1", BOT, SECOND} >= judges and len(judges) > 1)

    def test_bots_vote_for_others(self):
        game = a_table(people=1, bots=2, decides="vote")
        game.deal()
        game.play("ann")
        bots_finish(game, "playing")
        game.act("ann", "vote", plays=[other_play(game)])
        bots_finish(game, "judging")
        self.assertEqual(sorted(game.state["ballots"]), ["1", BOT, SECOND])

    def test_a_bot_chooses_the_black_card_and_writes_none(self):
        game = a_table(people=1, bots=2, judge_chooses=3)
        game.deal()
        self.assertEqual(game.phase, "choosing")
        self.assertEqual(kinds(bots_act(game)), [])
        self.assertEqual(game.phase, "playing")
        game = a_table(people=1, bots=2, judge_writes=True)
        game.deal()
        self.assertEqual(game.phase, "playing")

    def test_when_a_second_one_goes_bots_decide_with_the_first(self):
        game = a_table(people=2, bots=2, judge_gone="vote")
        game.deal(judge="bob")
        bots_finish_answers(game)
        game.play("ann")
        game.act("bob", "leave")
        self.assertEqual(game.state["decided_by"], "vote")
        self.assertEqual(sorted(rules.waiting_for(game.state)), ["1", BOT, SECOND])


class Time(TestCase):
    def test_a_bot_is_never_late(self):
        game = a_table()
        game.deal(judge="ann")
        game.play("bob")
        game.state["bots_act_at"] = {BOT: game.state["deadline"] + 60000}
        entries = game.expire(after=100)
        self.assertIn({"type": "played", "player": BOT}, entries)
        self.assertEqual(game.state["players"][BOT]["missed_deadlines"], 0)

    def test_nobody_nudges_or_skips_one(self):
        game = a_table()
        game.deal(judge="ann")
        game.play("bob")
        self.assertEqual(game.why_not("ann", "nudge"), "not_now")
        self.assertEqual(game.why_not("ann", "skip", player=BOT), "unknown_player")

    def test_it_is_here_after_a_long_silence(self):
        game = a_table()
        rules.doubt_presence(game.state, game.now + 3600000, game.now + 1)
        self.assertEqual(game.state["players"][BOT]["presence"], "here")
        self.assertFalse(rules.is_present(game.state, BOT, game.now))

    def test_a_clock_that_was_set_back_does_not_delay_it(self):
        game = a_table()
        game.deal(judge="ann")
        game.now -= 3600000
        self.assertTrue(rules.mend_times(game.state, game.now))
        self.assertEqual(game.table()["due"] - game.now, 8000)

    def test_bots_alone_pause(self):
        game = a_table(people=1, bots=3)
        game.deal()
        game.fall_asleep("ann")
        for _ in range(20):
            if game.state.get("paused"):
                break
            game.now += 400000
            game.act(None, "expire")
        self.assertTrue(game.state["paused"])
        self.assertNotIn("due", game.table())
        game.connect("ann")
        self.assertNotIn("paused", game.state)

    def test_a_bot_ends_a_pause(self):
        game = a_table(people=3, bots=0)
        game.deal()
        game.play_round()
        game.act("cat", "leave")
        game.next_round()
        self.assertTrue(game.state["paused"])
        self.assertIn({"type": "resumed"}, game.act("ann", "add_bot"))

    def test_nobody_is_played_for_when_the_judge_was_late_to_choose(self):
        game = a_game(players=3, judge_chooses=3, late_answers="random")
        game.deal()
        game.expire(after=100)
        self.assertEqual((game.phase, game.state["chosen_cards"]), ("playing", {}))


class Taste(TestCase):
    def answer_of(self, rates, taste, pick=1):
        deck = a_deck(pick=pick)._replace(rates=rates)
        game = a_game(players=2, deck=deck)
        game.act("ann", "add_bot", taste=taste)
        game.deal(judge="ann")
        bots_act(game)
        return game.state["chosen_cards"][BOT], game.state["players"][BOT]["hand"]

    def test_sharp_is_the_card_that_wins_most_often(self):
        cards, hand = self.answer_of(list(range(400)), "sharp")
        self.assertEqual(cards, [max(hand)])

    def test_and_the_best_two_where_two_are_asked_for(self):
        cards, hand = self.answer_of(list(range(400)), "sharp", pick=2)
        self.assertEqual(cards, sorted(hand)[:-3:-1])

    def test_where_nobody_knows_it_plays_anything(self):
        cards, hand = self.answer_of((), "sharp")
        self.assertIn(cards[0], hand)

    def test_random_does_not_look_at_rates(self):
        cards, hand = self.answer_of(list(range(400)), "random")
        self.assertNotEqual(cards, [max(hand)])


def bots_finish_answers(game):
    while game.phase == "playing" and "due" in game.table():
        bots_act(game)


def other_play(game):
    return next("%d" % place for place, play in enumerate(game.state["laid_plays"]) if play["player"] != "1")


def step(game):
    """Ann does what she is waited for, or a bot acts, or the host goes on."""
    if "due" in game.table():
        bots_act(game)
    elif game.phase == "playing":
        game.play("ann")
    elif game.phase == "revealing":
        game.reveal_all()
    elif game.phase == "judging":
        game.act("ann", "pick_winner", play="0")
    else:
        game.next_round()
