"""One more round at the end, which counts double; with a haiku for its black card, if the host wants that."""
from __future__ import unicode_literals

from typing import Any

from game.rules.cards.texts import HAIKU, WRITTEN
from game.rules.phrases import N_
from game.rules.registry import choice
from game.rules.rounds import begin_playing
from game.rules.shapes import Deck, Document, Entries, Rng, State
from game.rules.stored.schema import IN_A_GAME, Key

OPTIONS = (
    choice("finale", "end", N_("Grand finale"),
           N_("When somebody has the points to win, or the rounds are over, one more round is played, and it "
           "counts double: with another black card, or everybody makes a haiku of three cards."), "off",
           (("off", N_("None")), ("double", N_("One more black card")), ("haiku", N_("A haiku"))), live=True),
)
KEYS = (Key("finale_round", "number", IN_A_GAME, False, "options/finale", "the round that counts double"),)
OF_A_GAME = ("finale_round",)
TABLE = ("finale",)


def goes_on(state):
    # type: (State) -> bool
    """One round more than the limits say; noted, because that round may have to wait for players."""
    if state["settings"]["finale"] == "off":
        return False
    state.setdefault("finale_round", state["round"] + 1)
    return bool(state["round"] < state["finale_round"])


def before_playing(state, deck, now, rng, last):
    # type: (State, Deck, int, Rng, int | None) -> Entries | None
    """The last round of a game that ends with a haiku: nobody chooses its black card."""
    if not _is_finale(state) or state["settings"]["finale"] != "haiku":
        return None
    state["written_black"] = dict(HAIKU)
    return begin_playing(state, deck, now, rng, WRITTEN)


def points(state, verdict):
    # type: (State, list[dict[str, Any]]) -> list[tuple[str, int, str]]
    """The verdict of that round is worth twice as much."""
    if _is_finale(state):
        for one in verdict:
            one["points"] *= 2
    return []


def table_fields(state, deck):
    # type: (State, Deck | None) -> Document
    """{"finale": "double" or "haiku"} in that round."""
    if not _is_finale(state):
        return {}
    return {"finale": "haiku" if state.get("written_black") == HAIKU else "double"}


def _is_finale(state):
    # type: (State) -> bool
    return state["phase"] != "game_over" and state.get("finale_round") == state["round"]
