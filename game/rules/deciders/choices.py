"""Which answers somebody may vote for: in a heat a fair sample, in a final the finalists; never their own.

A sample is a window of the shuffled plays that follows from the player's number, so that nobody has to store
it and each answer is read about equally often.
"""
from __future__ import unicode_literals

from game.rules.shapes import State

HEAT = 6  # answers that one person reads at once


def is_heat(state):
    # type: (State) -> bool
    """Whether answers still have to get into the final."""
    return state["decided_by"] == "heats" and "finalists" not in state


def has_choice(state, number):
    # type: (State, str) -> bool
    """Whether there is any; quick, for it is asked for everybody after each move of a crowd."""
    return len(state.get("finalists") or state["laid_plays"]) > 2 or bool(choices(state, number))


def choices(state, number):
    # type: (State, str) -> list[str]
    """The numbers of the plays that this player may vote for, as text."""
    plays = state["laid_plays"]
    if is_heat(state):
        return ["%d" % place for place in _window(plays, int(number), number)]
    places = state.get("finalists", range(len(plays)))
    return ["%d" % place for place in places if plays[place]["player"] != number]


def _window(plays, start, number):
    # type: (list[dict[str, str]], int, str) -> list[int]
    count = len(plays)
    places = [(start + step) % count for step in range(min(HEAT + 1, count))]
    return [place for place in places if plays[place]["player"] != number][:HEAT]
