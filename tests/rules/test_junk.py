"""Whatever is sent, in whatever phase, by whomever: the answer is yes or InvalidMoveError,
never anything else.
"""
from __future__ import unicode_literals

from unittest import TestCase

import six

from game import rules
from game.rules.engine import MOVES

from .tables import a_game, text_of

JUNK = (None, True, False, 0, -1, 1, 2 ** 70, 1.5, float("inf"), "", "0", "1", "99", "\u0661", "\ud83e\udd86",
        [], [None], ["0"], [[]], [{}], {}, {"a": {}}, {"seconds": None})
ARGUMENTS = ("cards", "play", "player", "settings", "kind", "card", "round", "place", "mark")


def lobby():
    return a_game()


def playing():
    game = a_game()
    game.deal(judge="bob")
    return game


def revealing():
    game = playing()
    game.everybody_plays()
    return game


def judging():
    game = revealing()
    game.reveal_all()
    return game


def round_over():
    game = judging()
    game.pick_winner("ann")
    return game


def game_over():
    game = round_over()
    game.act("ann", "end_game")
    return game


PHASES = (lobby, playing, revealing, judging, round_over, game_over)


class Junk(TestCase):
    def try_it(self, game, who, move, args):
        try:
            game.act(who, move, **args)
        except rules.InvalidMoveError as refusal:
            six.assertRegex(self, refusal.code, "^[a-z_]+$")

    def test_every_move_takes_every_kind_of_junk_in_every_phase(self):
        for phase in PHASES:
            start = phase()
            state, before = start.state, text_of(start.state)
            for move in sorted(rules.PLAYER_MOVES):
                for junk in JUNK:
                    for who in ("ann", "bob"):
                        start.state = state
                        self.try_it(start, who, move, dict.fromkeys(ARGUMENTS, junk))
                        self.assertEqual(text_of(state), before)

    def test_every_move_takes_missing_arguments_in_every_phase(self):
        for phase in PHASES:
            start = phase()
            state = start.state
            for move in sorted(rules.PLAYER_MOVES):
                for who in ("ann", "bob", "cat", None, "pam"):
                    start.state = state
                    self.try_it(start, who, move, {})

    def test_a_move_that_does_not_exist_is_told_so(self):
        for phase in PHASES:
            for move in ("", "fly", "PLAY_CARDS", "play cards", "__init__"):
                self.assertEqual(phase().why_not("ann", move), "unknown_move")

    def test_spectators_may_claim_and_nothing_else(self):
        for phase in PHASES:
            for move in sorted(rules.PLAYER_MOVES - {"expire"}):
                self.assertEqual(phase().why_not(None, move), "not_seated")

    def test_a_move_of_another_phase_is_told_so(self):
        for phase in PHASES:
            for move in sorted(rules.PLAYER_MOVES - set(MOVES[phase.__name__])):
                self.assertEqual(phase().why_not("ann", move), "not_now")

    def test_what_only_the_server_does_is_not_a_move_of_players(self):
        self.assertEqual(rules.PLAYER_MOVES & {"join", "connect", "disconnect", "remove_card"}, set())
