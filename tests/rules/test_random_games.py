"""The laws of laws.py in thousands of random games; RANDOM_GAMES sets how many, a failure names its seed."""
from __future__ import unicode_literals

import os
from unittest import TestCase

import pytest
import six

from game import rules

from . import laws, random_games, random_steps

# 8 to 12 ms each on every Python: two thousand take twenty seconds, twenty thousand four minutes.
GAMES = int(os.environ.get("RANDOM_GAMES", 2000))
BLOCKS = 10  # so that processes side by side share them


@pytest.mark.parametrize("block", range(BLOCKS))
def test_every_step_is_lawful_and_every_game_comes_to_rest(block):
    for seed in range(block, GAMES, BLOCKS):
        random_games.play_one(seed)


class RandomGames(TestCase):
    def assert_all(self, wanted, found):
        self.assertEqual(sorted(wanted - found), [])

    def test_the_same_seed_is_the_same_game(self):
        first, second = random_games.play_one(4), random_games.play_one(4)
        self.assertEqual((first.state, first.record), (second.state, second.record))

    @pytest.mark.one_stack  # they are the same games everywhere: test_replay.py
    def test_these_games_reach_every_phase_move_and_refusal(self):
        """Otherwise the laws would be checked where nothing happens."""
        phases, moves, refusals, seed = set(), set(), set(), 0
        players_moves = set(random_steps.NAMES_OF_MOVES) - {"no_such_move"}
        while seed < 200 or seed < 1500 and players_moves - moves:
            game, seed = random_games.play_one(seed), seed + 1
            phases |= game.phases
            moves |= {name for _, name, _, _, code in game.record if not code}
            refusals |= {code for _, _, _, _, code in game.record if code}
        self.assertEqual(phases, set(random_steps.MOVES))
        self.assert_all(players_moves, moves)
        self.assert_all({"not_now", "not_host", "not_judge", "not_seated", "nothing_due", "not_enough_white",
                         "too_few_players", "unknown_move", "unknown_player", "bad_frame", "not_enough_black"},
                        refusals)
        self.assertIn("remove_card", moves)

    def test_a_broken_law_names_the_seed(self):
        whole = laws.check_all
        laws.check_all = lambda before, entries, state, deck: 1 / 0
        try:
            with six.assertRaisesRegex(self, AssertionError, r"play_one\(7\): ZeroDivisionError"):
                random_games.play_one(7)
        finally:
            laws.check_all = whole

    def test_laws_are_broken_by_a_doubled_card_a_free_point_or_a_hung_game(self):
        games = (random_games.RandomGame(seed) for seed in range(100))
        game = next(game for game in games
                    if game.state["phase"] == "playing" and game.state["decided_by"] == "judge"
                    and {"1", "2"} <= set(game.state["players"]))
        for break_it in (double_a_card, give_a_point, lose_the_judge, bar_a_held_card,
                         bar_the_black_card_that_came):
            state = rules.fork(game.state)
            break_it(state)
            with self.assertRaises(AssertionError):
                laws.check_all(game.state, [], state, game.deck)
        laws.check_all(game.state, [], rules.fork(game.state), game.deck)


def double_a_card(state):
    state["players"]["1"]["hand"][0] = state["players"]["2"]["hand"][0]


def give_a_point(state):
    state["players"]["2"]["score"] += 1


def lose_the_judge(state):
    state["players"][state["judge"]]["presence"] = "away"


def bar_a_held_card(state):
    state["removed_cards"] = {"white": state["players"]["2"]["hand"][:1]}


def bar_the_black_card_that_came(state):
    state["removed_cards"] = {"black": [state["black_card"]]}
    state["round"] += 1
