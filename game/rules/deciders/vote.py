"""Everybody votes, for any answer but their own; all answers are opened together and ties share. Bots vote
only where there are no two people.

Ballots are secret until the round is over. The table votes like this too where the judge is gone.
"""
from __future__ import unicode_literals

from game.rules import clock
from game.rules.errors import require
from game.rules.misses import count_misses
from game.rules.phases import begin_judging, end_round, open_plays
from game.rules.shapes import Entries, MoveContext, State
from game.rules.state import decides, is_active, is_bot, may_decide

from . import verdicts
from .choices import choices, has_choice, is_heat


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
    ballots = state["ballots"]
    return [number for number in may_decide(state) if number not in ballots and has_choice(state, number)]


def is_waiting(state):
    # type: (State) -> bool
    """Whether anybody may vote who has not."""
    ballots = state["ballots"]
    if any(number not in ballots and is_active(state, number) and not is_bot(state, number)
           and has_choice(state, number) for number in state["players"]):
        return True  # found soon in a crowd, without a list of everybody
    return bool(waiting_for(state))


def offers(state, number):
    # type: (State, str) -> list[str]
    """Whether a player may vote, again too."""
    votes = state["phase"] == "judging" and decides(state, number) and has_choice(state, number)
    return ["vote"] if votes else []


def settle(state, now):
    # type: (State, int) -> Entries
    """The votes are counted when everybody has voted who can."""
    if state["phase"] != "judging" or is_waiting(state):
        return []
    return count(state, now)


def time_is_up(context):
    # type: (MoveContext) -> Entries
    """The votes that are there decide."""
    state = context.state
    missing = waiting_for(state) if state["settings"]["decides"] == "vote" else []
    return count_misses(state, missing) + count(state, context.now)


def vote(context):
    # type: (MoveContext) -> Entries
    """Vote for `play`, or for `plays` where three are ranked; again to change one's mind."""
    state, number = context.state, context.player
    require("ballots" in state, "not_now")
    allowed = choices(state, number)
    wanted = 1 if is_heat(state) else verdicts.places_to_give(state, len(allowed))
    plays = verdicts.chosen(context.args, allowed, wanted)
    first = number not in state["ballots"]
    state["ballots"] = dict(state["ballots"], **{str(number): plays})
    state["players"][number]["missed_deadlines"] = 0
    return [{"type": "voted", "player": number}] if first else []


MOVES = {"vote": (("judging",), vote)}


def count(state, now):
    # type: (State, int) -> Entries
    """The verdict of the ballots."""
    ballots = [state["ballots"][number] for number in sorted(state["ballots"], key=int)]
    return end_round(state, now, verdicts.counted(state, ballots), void="no_votes")
