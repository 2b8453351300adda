"""One more round at the end, which counts double."""
from __future__ import unicode_literals

from typing import Any

from game.rules.registry import switch
from game.rules.shapes import Deck, Document, State
from game.rules.stored.schema import IN_A_GAME, Key

OPTIONS = (
    switch("finale", "end", "Grand finale",
           "When somebody has the points to win, or the rounds are over, one more round is played, and it "
           "counts double.", live=True),
)
KEYS = (Key("finale_round", "number", IN_A_GAME, False, "options/finale", "the round that counts double"),)
OF_A_GAME = ("finale_round",)
TABLE = ("finale",)


def goes_on(state):
    # type: (State) -> bool
    """One round more than the limits say; noted, because that round may have to wait for players."""
    if not state["settings"]["finale"]:
        return False
    state.setdefault("finale_round", state["round"] + 1)
    return bool(state["round"] < state["finale_round"])


def points(state, verdict):
    # type: (State, list[dict[str, Any]]) -> list[tuple[str, int, str]]
    """The verdict of that round is worth twice as much."""
    if _is_finale(state):
        for one in verdict:
            one["points"] *= 2
    return []


def table_fields(state, deck):
    # type: (State, Deck | None) -> Document
    """{"finale": true} in that round."""
    return {"finale": True} if _is_finale(state) else {}


def _is_finale(state):
    # type: (State) -> bool
    return state["phase"] != "game_over" and state.get("finale_round") == state["round"]
