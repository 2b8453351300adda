"""What a room of many shows: top scores, counts and oneself, never a list of everybody."""
from __future__ import unicode_literals

import heapq
from typing import Iterable

from game.rules.shapes import Document, Entries, State

from .state import GRACE

LEAST = 60  # seats from which on a room is a crowd
TOP = 10
# Entries that a page of a crowd has no use for, for it knows few of the players.
QUIET = frozenset(("joined", "left", "watches", "renamed", "new_look", "gone", "here", "away", "nudged",
                   "skipped", "played", "taken_back", "voted", "played_for", "bot_takes"))
MOST_ENTRIES = 20


def is_crowd(state):
    # type: (State) -> bool
    """Whether the people of this room are too many to be listed."""
    return len(state["players"]) >= LEAST


def shown(state):
    # type: (State) -> set[str]
    """Numbers of the players whom everybody sees: who decides, who has won, who leads."""
    players = state["players"]
    numbers = {state["host"], state["opener"], state.get("judge")}
    numbers.update(state.get("cohosts", ()))
    numbers.update(one["player"] for one in state.get("verdict", ()))
    numbers.update(state.get("winners", ())[:TOP])
    numbers.update(state.get("titles", ()))
    numbers.update(heapq.nlargest(TOP, players, key=lambda number: (players[number]["score"], -int(number))))
    return {number for number in numbers if number in players}


def counts(state, waiting):
    # type: (State, Iterable[str]) -> Document
    """{"seats", "here", "waiting", "answered"}: how many there are, are here, are waited for, have answered
    (while answers are chosen) or voted.
    """
    players = state["players"].values()
    answered = state.get("chosen_cards") or state.get("ballots") or ()
    return {"seats": sum(1 for player in players if player["presence"] != "left"),
            "here": sum(1 for player in players if player["presence"] in ("here", "gone")),
            "waiting": len(list(waiting)), "answered": len(answered)}


def places(state):
    # type: (State) -> dict[int, int]
    """{score: place}: how many are better, and one."""
    numbers = {}  # type: dict[int, int]
    for player in state["players"].values():
        numbers[player["score"]] = numbers.get(player["score"], 0) + 1
    better, found = 0, {}
    for score in sorted(numbers, reverse=True):
        found[score] = better + 1
        better += numbers[score]
    return found


def absence_due(state):
    # type: (State) -> list[int]
    """When the first of those who are lost or nudged is away: a page of a crowd cannot know that itself."""
    times = [player.get("gone_at") or player.get("nudged_at") for player in state["players"].values()
             if player["presence"] in ("here", "gone")]
    return [min(time for time in times if time) + GRACE] if any(times) else []


def told(state, entries):
    # type: (State, Entries) -> Entries
    """The log entries that a page of this room has a use for."""
    if not is_crowd(state):
        return entries
    return [entry for entry in entries if entry["type"] not in QUIET][-MOST_ENTRIES:]
