"""Who is awaited in vain twice in a row is taken for asleep: away, until they show a sign of life."""
from __future__ import unicode_literals

from typing import Iterable

from game.rules.shapes import Entries, Entry, State

from .state import is_bot, set_presence

MISSES = 2


def count_misses(state, numbers):
    # type: (State, Iterable[str]) -> Entries
    """Each of these players let the time run out once more; bots never do. Returns log entries."""
    entries = []
    for number in numbers:
        if is_bot(state, number):
            continue
        state["players"][number]["missed_deadlines"] += 1
        if state["players"][number]["missed_deadlines"] >= MISSES:
            entries.append(mark_away(state, number))
    return entries


def mark_away(state, number):
    # type: (State, str) -> Entry
    """Nobody waits for this player any more. Returns the log entry."""
    set_presence(state, number, "away")
    return {"type": "away", "player": number}
