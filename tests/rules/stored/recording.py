"""One recorded game: its seed, its moves and what became of them.

`python -m tests.rules.stored.recording` brings it up to date.

Do so only when the rules change on purpose: running games replay, or fail to, like this one.
"""
from __future__ import unicode_literals

import hashlib
import io
import itertools
import json
import os
import random

import six

from game import rules
from tests.rules import random_steps
from tests.rules.random_games import RandomGame, is_owned
from tests.rules.tables import TEN_O_CLOCK, text_of

PATH = os.path.join(os.path.dirname(os.path.abspath(__file__)), "recorded_game.json")
SEED, STEPS = 12, 400
MOVES = {"start_game", "play_cards", "take_back", "reveal_play", "pick_winner", "next_round", "kick", "leave",
         "join", "connect",
         "disconnect", "expire", "skip", "nudge"}


def digest(document):
    """SHA-256 of the document's canonical text."""
    return hashlib.sha256(text_of(document).encode("ascii")).hexdigest()


def record(seed=SEED, steps=STEPS):
    """A recording as plain JSON; the players' luck is in the moves, the cards' luck in the seed. No deck is
    added: the cards at the end are those of the beginning.
    """
    game = RandomGame(seed)
    for _ in range(steps):
        game.one_of([step for step in random_steps.STEPS
                     if step != random_steps.RandomSteps.adding])(game)
    return {
        "seed": seed, "black": [list(card) for card in game.deck.black], "white": len(game.deck.white),
        "moves": game.record, "phase": game.state["phase"], "digest": digest(game.state),
    }


def replay(recording):
    """The state after all recorded moves.

    Raises AssertionError at the first move that is answered otherwise.
    """
    deck = rules.Deck("deck", [rules.BlackCard(*card) for card in recording["black"]],
                      ["answer %d." % number for number in range(recording["white"])])
    rng = random.Random(recording["seed"] + 1000000007)
    state = rules.new_state("Player 1", TEN_O_CLOCK, owned=is_owned(recording["seed"]))
    for place, (player, name, args, now, code) in enumerate(recording["moves"]):
        answer = ""
        try:
            rules.apply_move(state, player, name, args, now, rng, deck)
        except rules.InvalidMoveError as refusal:
            answer = refusal.code
        assert answer == code, "move %d (%s): %r instead of %r" % (place, name, answer, code)
    return state


def missing(recording):
    """The names, in order, of those MOVES that are never made in this recording without being refused."""
    return sorted(MOVES - {name for _, name, _, _, code in recording["moves"] if not code})


def is_worth_it(recording):
    """Whether all MOVES are made in it, and a second game is begun."""
    return not missing(recording) and replay(recording)["game"] > 1


def up_to_date(recording):
    """The same moves with what becomes of them today; another game where today's rules answer one of them
    otherwise.
    """
    try:
        state = replay(recording)
    except AssertionError:
        return next(other for other in map(record, itertools.count(SEED)) if is_worth_it(other))
    return dict(recording, phase=state["phase"], digest=digest(state))


def load():
    with io.open(PATH, encoding="utf-8") as stream:
        return json.load(stream)


if __name__ == "__main__":
    before = load()
    recorded = up_to_date(before)
    if recorded["moves"] != before["moves"]:
        print("The rules answer a recorded move otherwise, or miss one: another game is recorded.")
    moves = ",\n".join(text_of(move)
                       for move in recorded.pop("moves"))  # one a line, so that changes can be read
    with io.open(PATH, "w", encoding="utf-8") as stream:
        stream.write(six.ensure_text("%s,\"moves\":[\n%s\n]}\n" % (text_of(recorded)[:-1], moves)))
