"""How long each phase lasts, and its deadline: by the table (so much for each answer to write, turn or read),
for fixed seconds, or without end. The host may add time, and stop the clock. Times are milliseconds.
"""
from __future__ import unicode_literals

from typing import Any

from game.rules.shapes import State

TIMED_PHASES = ("choosing", "playing", "revealing", "judging", "round_over")
# {phase: (seconds, seconds for each answer, at least, at most)}
BY_THE_TABLE = {"choosing": (30, 0, 30, 30), "playing": (60, 15, 45, 180), "revealing": (15, 5, 20, 180),
                "judging": (25, 5, 30, 240), "round_over": (7, 1, 8, 15)}
PACES = {"brisk": 0.6, "table": 1.0, "calm": 1.6}
ADDED = 30 * 1000
MOST_ADDED = 600 * 1000
VOTE = 20 * 1000  # of the table, where the judge is gone


def length(state, phase, answers=0):
    # type: (State, str, int) -> int
    """How long this phase lasts now, in milliseconds; 0 for no end.

    `answers` are the cards to play, the plays to turn, the cards to read.
    """
    settings = state["settings"]
    if settings["timing"] == "off":
        return 0
    if settings["timing"] == "fixed":
        return 1000 * int(settings["seconds"].get(phase, settings["seconds"]["judging"]))
    base, each, least, most = BY_THE_TABLE[phase]
    return int(1000 * min(max(base + each * answers, least), most) * PACES[settings["timing"]])


def longest(state, phase):
    # type: (State, str) -> int
    """The most that a deadline of this phase can lie ahead of now, in milliseconds."""
    if phase not in TIMED_PHASES:
        return 0
    return max(length(state, phase, 1000), VOTE) + int(state.get("added_time", 0))


def start(state, now, time):
    # type: (State, int, int) -> None
    """The phase that begins now lasts `time` ms, 0 for no end; a stopped clock keeps that for later."""
    for name in ("deadline", "added_time", "time_given"):
        state.pop(name, None)
    if time:
        state["time_given"] = time
    if "clock_stopped" in state:
        state["clock_stopped"] = _stopped(state["clock_stopped"]["by"], time)
    elif time:
        state["deadline"] = now + time


def stop(state, now, by):
    # type: (State, int, str) -> None
    """Stop the clock for player `by`."""
    left = max(state.pop("deadline", now) - now, 0)
    state["clock_stopped"] = _stopped(by, left)


def go_on(state, now):
    # type: (State, int) -> None
    """Let a stopped clock run again for what was left."""
    left = state.pop("clock_stopped").get("left", 0)
    if left:
        state["deadline"] = now + left


def add(state, now):
    # type: (State, int) -> bool
    """Give the phase 30 s more. Returns False where so much was added already that no more is."""
    added = state.get("added_time", 0) + ADDED
    if added > MOST_ADDED:
        return False
    state["added_time"] = added
    state["time_given"] = state.get("time_given", 0) + ADDED
    if "deadline" in state:
        state["deadline"] = max(state["deadline"], now) + ADDED
    else:
        stopped = state["clock_stopped"]
        state["clock_stopped"] = _stopped(stopped["by"], stopped["left"] + ADDED)
    return True


def _stopped(by, left):
    # type: (str, int) -> dict[str, Any]
    return {"by": by, "left": left} if left else {"by": by}
