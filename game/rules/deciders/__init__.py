"""Who decides a round: a module for each way, with what it does in the phases after the answers.

    plays_are_laid(state, now) -> Entries      all answers are in and lie face down, shuffled
    waiting_for(state) -> numbers              whose move the others wait for, in revealing and judging
    offers(state, number) -> names             moves that make sense for a player now
    settle(state, now) -> Entries              after anybody came, went or decided
    time_is_up(context) -> Entries             the time of revealing or judging is over
    MOVES                                      {name: (phases, function of a MoveContext)}

`state["decided_by"]` names the one of the round under way; it changes when the judge is gone.
"""
from __future__ import unicode_literals

from typing import Any, Iterable

from game.rules.shapes import State

from . import heats, judge, vote

BY_NAME = {"judge": judge, "vote": vote, "heats": heats}


def of(state):
    # type: (State) -> Any
    """The module that decides this round."""
    return BY_NAME[state["decided_by"]]


def open_places(state):
    # type: (State) -> Iterable[int]
    """The plays that the table shows: all, or those of a crowd's final."""
    if state["decided_by"] == "heats":
        return heats.open_places(state)
    return range(len(state["laid_plays"]))
