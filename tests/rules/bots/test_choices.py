"""Bots play along, and judge where there are no two people."""
from __future__ import unicode_literals

from unittest import TestCase

from game import rules
from tests.rules.bot_tables import BOT, SECOND, a_table, bots_act, bots_finish
from tests.rules.tables import a_deck, a_game, kinds


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
        self.assertEqual(game.table()["due"], game.now + 1500)
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

    def test_bots_in_a_big_crowd_vote_in_heats(self):
        game = a_table(people=1, bots=9, big_crowd=8)
        game.deal()
        game.play("ann")
        bots_finish(game, "playing")
        self.assertEqual((game.state["decided_by"], game.phase), ("heats", "judging"))
        bots_act(game)
        self.assertEqual([len(ballot) for ballot in game.state["ballots"].values()], [1])

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
