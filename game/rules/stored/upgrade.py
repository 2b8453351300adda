"""Lifts states that older code has stored to the present schema,
so that a deploy breaks no game that is being played.
"""
from __future__ import unicode_literals

from typing import Any

from game.rules.looks import preset_look
from game.rules.settings import default_settings
from game.rules.shapes import State

from .schema import SCHEMA


class NewerStateError(Exception):
    """A state that newer code has stored; this code must neither use it nor write over it.

    `number` is its schema's.
    """

    def __init__(self, number):
        # type: (int) -> None
        super(NewerStateError, self).__init__(
            "a room was stored with schema %d of its state by a newer release; this one knows %d" % (
            number, SCHEMA))
        self.number = number


def upgrade(state):
    # type: (State) -> State
    """The state as the present schema has it; the one that is handed in stays as it is.

    Raises NewerStateError.
    """
    number = state.get("schema", 1)
    if number > SCHEMA:
        raise NewerStateError(number)
    for older in range(number, SCHEMA):
        state = dict(UPGRADES[older](state), schema=older + 1)
    return state


def _plain_names(state):
    # type: (State) -> State
    """Release 0.1.0 wrote no number, and other names."""
    state = _renamed(state, {
        "barred": "removed_cards", "black": "black_pile", "card": "black_card", "deck": "snapshot_id",
        "dropped": "dropped_fingerprints", "members": "round_players", "plays": "chosen_cards",
        "table": "laid_plays",
        "white": "white_pile"})
    for pile in ("black_pile", "white_pile"):
        if pile in state:
            state[pile] = _renamed(state[pile], {"again": "reshuffled"})
    state["players"] = {
        number: _renamed(player, {"done": "recent_move_ids", "missed": "missed_deadlines"})
        for number, player in state["players"].items()}
    return state


def _same(state):
    # type: (State) -> State
    """Rooms of number 2 are nobody's account's until their opener signs in: they lack `owned`."""
    return state


def _options(state):
    # type: (State) -> State
    """Rooms of number 3 have few settings, one judge a round, one winner with one point, and no faces."""
    settings = default_settings()
    settings.update(state["settings"], timing="fixed")
    settings["seconds"] = dict(settings["seconds"], **state["settings"]["seconds"])
    order = sorted(state["players"], key=int)
    players = {number: dict(state["players"][number], **preset_look(place))
               for place, number in enumerate(order)}
    state = dict(state, settings=settings, players=players)
    if "judge" in state:
        state.update(decided_by="judge", last_judge=state["judge"])
    if "winner" in state:
        state["verdict"] = [dict(state["winner"], points=1)]
    return state


def _renamed(document, names):
    # type: (dict[str, Any], dict[str, str]) -> dict[str, Any]
    """The document with other keys: {name: new name}."""
    return {names.get(name, name): value for name, value in document.items()}


# {schema number: function that makes a state of the next number of one with this number, without changing
# it}.
UPGRADES = {1: _plain_names, 2: _same, 3: _options}
