"""Everybody votes, for any answer but their own; all answers are opened together and ties share.

Ballots are secret until the round is over. The table votes like this too where the judge is gone.
"""
from __future__ import unicode_literals

from game.rules import clock
from game.rules.errors import require
from game.rules.misses import count_misses
from game.rules.phases import begin_judging, end_round, open_plays
from game.rules.shapes import Entries, MoveContext, State
from game.rules.state import active, is_active

from . import verdicts


def plays_are_laid(state, now, time=None):
    # type: (State, int, int | None) -> Entries
    """Open all answers at once and let everybody vote, for `time` ms where a judge was to decide."""
    if time is None and state["settings"]["decides"] != "vote":
        time = clock.VOTE
    entries = open_plays(state)
    state["ballots"] = {}
    return entries + begin_judging(state, now, time)


def waiting_for(state):
    # type: (State) -> list[str]
    """Who may vote and has not, in join order."""
    return [number for number in active(state) if number not in state["ballots"] and _choices(state, number)]


def offers(state, number):
    # type: (State, str) -> list[str]
    """Whether a player may vote, again too."""
    votes = state["phase"] == "judging" and is_active(state, number) and _choices(state, number)
    return ["vote"] if votes else []


def settle(state, now):
    # type: (State, int) -> Entries
    """The votes are counted when everybody has voted who can."""
    if state["phase"] != "judging" or waiting_for(state):
        return []
    return _count(state, now)


def time_is_up(context):
    # type: (MoveContext) -> Entries
    """The votes that are there decide."""
    state = context.state
    missing = waiting_for(state) if state["settings"]["decides"] == "vote" else []
    return count_misses(state, missing) + _count(state, context.now)


def vote(context):
    # type: (MoveContext) -> Entries
    """Vote for `play`, or for `plays` where three are ranked; again to change one's mind."""
    state, number = context.state, context.player
    require("ballots" in state, "not_now")
    plays = verdicts.chosen(state, context.args, _choices(state, number))
    first = number not in state["ballots"]
    state["ballots"] = dict(state["ballots"], **{str(number): plays})
    state["players"][number]["missed_deadlines"] = 0
    return [{"type": "voted", "player": number}] if first else []


MOVES = {"vote": (("judging",), vote)}


def _choices(state, number):
    # type: (State, str) -> list[str]
    """The plays that are not this player's own."""
    return ["%d" % place for place, play in enumerate(state["laid_plays"]) if play["player"] != number]


def _count(state, now):
    # type: (State, int) -> Entries
    return end_round(state, now, verdicts.counted(state), void="no_votes")
