"""Bugs that other games of this kind have or had; each test shows that this one does not share it."""
from __future__ import unicode_literals

from unittest import TestCase

from .tables import a_deck, a_game, a_round, kinds


class CardsRunOut(TestCase):
    def test_a_game_never_runs_out_of_cards_for_good(self):
        game = a_game(players=3, deck=a_deck(white=15, black=2, pick=3), hand_size=3, score_limit=0)
        game.deal()
        game.rounds(200)
        self.assertEqual((game.phase, game.state["round"]), ("playing", 201))

    def test_a_join_is_refused_where_the_next_round_would_run_out(self):
        game = a_game(players=3, deck=a_deck(white=36))
        game.deal()
        self.assertEqual(game.why_not("dan", "join", name="Dan"), "not_enough_white")
        game.rounds(3)


class Alone(TestCase):
    def test_one_player_alone_does_not_spin_through_empty_rounds(self):
        game = a_round()
        game.fall_asleep("bob", "cat", "dan")
        game.expire(after=8)
        self.assertTrue(game.table()["paused"])
        game.wait(100000)
        self.assertEqual((game.why_not("ann", "expire"), game.state["round"]), ("nothing_due", 1))

    def test_two_players_do_not_start_a_round_whose_only_play_wins(self):
        game = a_round(players=3)
        game.play_round()
        game.fall_asleep("cat")
        self.assertTrue(game.table()["paused"])

    def test_a_round_without_plays_is_void_and_not_judged(self):
        game = a_round(players=3)
        game.act("ann", "skip", player="2")
        self.assertEqual(kinds(game.act("ann", "skip", player="3")), ["skipped", "void"])


class TenAndMore(TestCase):
    def test_judge_twelve_is_not_players_one_and_two(self):
        game = a_round(players=13, judge="lea")
        game.everybody_plays()
        game.expire(after=60)
        game.expire(after=60)
        self.assertEqual({number for number, player in game.state["players"].items()
                          if player["missed_deadlines"]}, {"12"})

    def test_judge_ten_who_leaves_is_not_waited_for(self):
        game = a_round(players=11, judge="jan")
        self.assertEqual(kinds(game.act("jan", "leave")), ["left", "void"])


class Departures(TestCase):
    """Whoever leaves, in whatever phase, the next round comes."""

    def to(self, phase, judge="ann"):
        game = a_round(players=5, judge=judge)
        if phase != "playing":
            game.everybody_plays()
        if phase in ("judging", "round_over"):
            game.reveal_all()
        if phase == "round_over":
            game.act(judge, "pick_winner", play="0")
        self.assertEqual(game.phase, phase)
        return game

    def goes_on(self, game):
        if game.phase != "round_over":
            game.play_round()
        game.next_round()
        self.assertEqual((game.phase, game.state["round"]), ("playing", 2))

    def test_anybody_may_leave_in_any_phase(self):
        for phase in ("playing", "revealing", "judging", "round_over"):
            for who in ("ann", "bob", "eve"):
                game = self.to(phase)
                game.act(who, "leave")
                self.goes_on(game)

    def test_anybody_may_be_removed_in_any_phase(self):
        for phase in ("playing", "revealing", "judging", "round_over"):
            for judge in ("ann", "bob"):
                game = self.to(phase, judge)
                game.act("ann", "kick", player="2")
                self.goes_on(game)

    def test_anybody_may_fall_asleep_in_any_phase(self):
        for phase in ("playing", "revealing", "judging", "round_over"):
            for who in ("ann", "bob", "eve"):
                game = self.to(phase)
                game.act(who, "disconnect")
                game.expire(after=20)
                if game.phase != "playing" or game.state["round"] == 1:
                    self.goes_on(game)

    def test_the_winner_may_have_left_before_the_verdict(self):
        game = self.to("judging")
        game.act("cat", "leave")
        self.assertEqual(kinds(game.pick_winner("cat")), ["won"])
        self.assertEqual(game.table()["players"]["3"]["score"], 1)

    def test_the_winner_may_have_been_removed_before_the_verdict(self):
        game = self.to("judging")
        game.act("ann", "kick", player="3")
        game.pick_winner("cat")
        self.goes_on(game)

    def test_an_author_may_leave_for_good_while_the_cards_are_short(self):
        game = a_game(players=4, deck=a_deck(white=48))
        game.deal(judge="ann")
        game.play("dan")
        game.act("dan", "leave")
        self.assertEqual(game.why_not("eve", "join", name="Eve"), "not_enough_white")
        self.goes_on(game)


class NoDoubles(TestCase):
    def test_a_judge_who_leaves_while_all_play_doubles_no_card_and_lets_no_hand_grow(self):
        game = a_round(players=5, judge="bob", pick=3, score_limit=0)
        for name in ("ann", "cat"):
            game.play(name)
        game.act("bob", "leave")
        cards = sum((player["hand"] for player in game.state["players"].values()), [])
        self.assertEqual((len(cards), len(set(cards)), game.hand_sizes()), (50, 50, [10] * 5))

    def test_extra_cards_do_not_pile_up_over_void_rounds(self):
        game = a_round(players=4, pick=3, score_limit=0)
        for _ in range(12):
            game.play(game.members[0])
            game.fall_asleep(game.judge)
            self.assertEqual(max(game.hand_sizes()), 10)
            for name in ("ann", "bob", "cat", "dan"):
                game.connect(name)
            game.next_round()

    def test_the_same_card_cannot_fill_two_blanks(self):
        game = a_round(pick=2)
        self.assertEqual(game.why_not("bob", "play_cards", cards=[game.hand("bob")[0]] * 2),
                         "same_card_twice")


class Scores(TestCase):
    def test_too_few_players_wipe_no_scores(self):
        game = a_round(players=3)
        game.play_round(winner="bob")
        game.fall_asleep("cat")
        self.assertEqual((game.state.get("paused"), game.score("bob")), (True, 1))
        game.connect("cat")
        game.next_round()
        self.assertEqual((game.phase, game.score("bob")), ("playing", 1))

    def test_leaving_and_coming_back_costs_no_points(self):
        game = a_round()
        game.play_round(winner="bob")
        game.act("bob", "leave")
        game.sit_down("bob")
        self.assertEqual(game.score("bob"), 1)

    def test_a_game_that_is_ended_early_has_no_winner_with_nothing(self):
        game = a_round()
        game.act("ann", "end_game")
        self.assertEqual(game.table()["winners"], [])


class Drift(TestCase):
    def test_who_did_not_play_gets_no_cards_for_it(self):
        game = a_round(players=4, pick=2, score_limit=0)
        game.play("bob")
        game.play("cat")
        game.expire(after=90)
        game.play_round()
        game.next_round()
        self.assertEqual(game.hand_sizes(), [10] * 4)

    def test_extra_cards_go_to_all_but_this_judge_and_not_the_last_one(self):
        game = a_round(players=4, pick=3, score_limit=0)
        game.play_round()
        game.next_round()
        self.assertEqual((game.judge, game.hand_sizes()), ("bob", [12, 10, 12, 12]))

    def test_a_round_does_not_wait_for_somebody_who_came_in_the_middle(self):
        game = a_round()
        game.sit_down("eve")
        for name in ("bob", "cat", "dan"):
            game.play(name)
        self.assertEqual(game.phase, "revealing")

    def test_the_judge_after_a_leaver_is_somebody_who_has_not_played_yet(self):
        game = a_round(players=4, judge="bob")
        game.play("cat")
        game.act("bob", "leave")
        game.next_round()
        self.assertEqual((game.judge, "chosen_cards" in game.state, game.state["chosen_cards"]),
                         ("cat", True, {}))

    def test_anybody_and_not_only_the_winner_judges(self):
        game = a_round(players=3, score_limit=0)
        judges = []
        for _ in range(6):
            judges.append(game.judge)
            game.play_round(winner="ann" if game.judge != "ann" else "bob")
            game.next_round()
        self.assertEqual(judges, ["ann", "bob", "cat"] * 2)

    def test_a_game_does_not_start_by_itself_or_with_one(self):
        game = a_game(players=1)
        self.assertEqual((game.phase, game.why_not("ann", "start_game")), ("lobby", "too_few_players"))


class Hosts(TestCase):
    def test_a_host_who_leaves_leaves_a_host_behind(self):
        for phase in ("lobby", "playing"):
            game = a_game()
            if phase == "playing":
                game.deal(judge="bob")
            game.act("ann", "leave")
            self.assertEqual(game.host, "bob")

    def test_a_host_who_sleeps_cannot_hold_up_the_rematch(self):
        game = a_round()
        game.act("ann", "end_game")
        game.fall_asleep("ann")
        game.act("bob", "rematch")
        self.assertEqual(game.phase, "lobby")


class Timers(TestCase):
    def test_timers_off_skip_no_round_while_friends_chat(self):
        game = a_round(seconds={"playing": 0, "revealing": 0, "judging": 0, "round_over": 0})
        game.wait(7200)
        self.assertEqual((game.why_not("bob", "expire"), game.phase), ("nothing_due", "playing"))

    def test_two_late_claims_do_not_skip_a_phase(self):
        game = a_round()
        game.everybody_plays()
        game.expire(after=3600)
        self.assertEqual((game.why_not("cat", "expire"), game.phase), ("nothing_due", "judging"))
