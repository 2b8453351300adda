"""Turning plays over, the verdict, and how a game ends."""
from __future__ import unicode_literals

from unittest import TestCase

from tests.rules.tables import a_game, kinds


def all_played(players=4, **settings):
    game = a_game(players=players, **settings)
    game.deal(judge="ann")
    game.everybody_plays()
    return game


class Revealing(TestCase):
    def test_the_judge_turns_over_one_play_after_the_other(self):
        game = all_played()
        self.assertEqual(game.act("ann", "reveal_play", play="1"), [{"type": "revealed", "play": "1"}])
        self.assertEqual([play["revealed"] for play in game.state["laid_plays"]], [False, True, False])

    def test_a_play_that_lies_open_cannot_be_turned_over(self):
        game = all_played()
        game.act("ann", "reveal_play", play="1")
        self.assertEqual(game.why_not("ann", "reveal_play", play="1"), "already_revealed")

    def test_only_the_judge_turns_plays_over(self):
        self.assertEqual(all_played().why_not("bob", "reveal_play", play="0"), "not_judge")

    def test_there_is_no_such_play(self):
        game = all_played()
        for play in ("3", "-1", "00", " 0", "x", "", 0, None, [], {}, True):
            self.assertEqual(game.why_not("ann", "reveal_play", play=play), "unknown_play")

    def test_the_last_one_opens_the_judging(self):
        game = all_played()
        game.reveal_all()
        self.assertEqual((game.phase, game.waited_for), ("judging", ["ann"]))

    def test_no_winner_is_picked_before_all_lie_open(self):
        self.assertEqual(all_played().why_not("ann", "pick_winner", play="0"), "not_now")


class Verdict(TestCase):
    def test_the_picked_player_gets_a_point(self):
        game = all_played()
        game.reveal_all()
        number = game.play_of("cat")
        self.assertEqual(game.pick_winner("cat"), [{"type": "won", "player": "3", "play": number, "points": 1}])
        self.assertEqual([game.score(name) for name in ("ann", "bob", "cat", "dan")], [0, 0, 1, 0])

    def test_the_verdict_shows_who_played_what(self):
        game = all_played()
        game.reveal_all()
        game.pick_winner("cat")
        table = game.table()
        self.assertEqual({play["player"] for play in table["plays"].values()}, {"2", "3", "4"})
        self.assertEqual(table["winner"], {"player": "3", "play": game.play_of("cat")})

    def test_only_the_judge_picks(self):
        game = all_played()
        game.reveal_all()
        self.assertEqual(game.why_not("bob", "pick_winner", play="0"), "not_judge")

    def test_the_judge_picks_a_play_that_is_there(self):
        game = all_played()
        game.reveal_all()
        for play in ("3", "-1", 0, None, "bob"):
            self.assertEqual(game.why_not("ann", "pick_winner", play=play), "unknown_play")

    def test_one_verdict_is_final(self):
        game = all_played()
        game.reveal_all()
        game.pick_winner("cat")
        self.assertEqual(game.why_not("ann", "pick_winner", play="0"), "not_now")

    def test_host_and_judge_may_go_on_and_nobody_else(self):
        for who, code in (("ann", None), ("bob", None), ("cat", "not_host")):
            game = a_game()
            game.deal(judge="bob")
            game.play_round()
            if code:
                self.assertEqual(game.why_not(who, "next_round"), code)
            else:
                self.assertEqual(kinds(game.act(who, "next_round")), ["round_started"])


class Ends(TestCase):
    def test_the_score_limit_ends_the_game(self):
        game = all_played(score_limit=1)
        game.reveal_all()
        game.pick_winner("cat")
        self.assertEqual(game.next_round(), [{"type": "game_over", "winners": ["3"]}])
        self.assertEqual((game.phase, game.state["winners"]), ("game_over", ["3"]))

    def test_the_round_limit_ends_the_game(self):
        game = a_game(round_limit=2, score_limit=0)
        game.deal(judge="ann")
        game.rounds(2)
        self.assertEqual((game.phase, game.state["round"]), ("game_over", 2))

    def test_without_limits_the_game_goes_on(self):
        game = a_game(round_limit=0, score_limit=0)
        game.deal()
        game.rounds(100)
        self.assertEqual((game.phase, game.state["round"]), ("playing", 101))

    def test_a_void_round_counts_towards_the_round_limit(self):
        game = a_game(round_limit=1)
        game.deal(judge="bob")
        game.fall_asleep("bob")
        self.assertEqual(kinds(game.next_round()), ["game_over"])

    def test_a_tie_is_shared(self):
        game = a_game(round_limit=2, score_limit=0)
        game.deal(judge="ann")
        game.play_round(winner="cat")
        game.next_round()
        game.play_round(winner="dan")
        game.next_round()
        self.assertEqual(game.state["winners"], ["3", "4"])

    def test_nobody_wins_a_game_without_a_point(self):
        game = a_game()
        game.deal()
        game.act("ann", "end_game")
        self.assertEqual((game.phase, game.state["winners"]), ("game_over", []))

    def test_who_has_left_does_not_win(self):
        game = all_played()
        game.reveal_all()
        game.pick_winner("cat")
        game.act("cat", "leave")
        game.act("ann", "end_game")
        self.assertEqual(game.state["winners"], [])

    def test_the_host_may_end_the_game_in_every_phase_of_a_round(self):
        game = all_played()
        self.assertEqual(game.why_not("bob", "end_game"), "not_host")
        game.act("ann", "end_game")
        self.assertEqual(game.phase, "game_over")
        self.assertEqual(set(game.table()) & {"plays", "judge", "deadline", "black_card"}, set())

    def test_there_is_no_game_to_end_in_the_lobby(self):
        self.assertEqual(a_game().why_not("ann", "end_game"), "not_now")

    def test_a_rematch_brings_everybody_back_to_the_lobby(self):
        game = a_game(hand_size=7)
        game.deal()
        game.act("ann", "end_game")
        self.assertEqual(game.why_not("bob", "rematch"), "not_host")
        self.assertEqual(kinds(game.act("ann", "rematch")), ["lobby"])
        self.assertEqual((game.phase, game.hand_sizes()), ("lobby", [0, 0, 0, 0]))
        self.assertEqual([game.score(who) for who in ("ann", "bob", "cat", "dan")], [0] * 4)
        self.assertEqual(game.state["settings"]["hand_size"], 7)

    def test_a_rematch_forgets_those_who_left(self):
        game = a_game()
        game.deal()
        game.act("dan", "leave")
        game.act("ann", "end_game")
        game.act("ann", "rematch")
        self.assertEqual(sorted(game.state["players"]), ["1", "2", "3"])

    def test_a_rematch_keeps_no_piles_of_the_old_game(self):
        game = a_game()
        game.deal()
        game.act("ann", "end_game")
        game.act("ann", "rematch")
        self.assertEqual(set(game.state) & {"white_pile", "black_pile", "snapshot_id", "winners",
                                            "black_card", "laid_plays"}, set())
