"""What pages outside the table tell of a room, read from its state: phase, host and names, never a hand."""
from __future__ import unicode_literals

from collections import OrderedDict
from typing import Any

from game.models import Room
from game.moves import storage

UNKNOWN = {"phase": "", "host": "", "opener": "", "players": {}, "here": 0}


def summary_of(room):
    # type: (Room) -> dict[str, Any]
    """{"phase", "host", "opener", "players", "here"} of a Room.

    `host` is a name or "", `opener` the number of the player whose room it is, `players` {number: name} of
    those who have not left, in join order, `here` how many of them count in the game. A room that newer code
    has stored tells nothing: UNKNOWN.
    """
    try:
        state = storage.read_state(room.state)
    except storage.Busy:
        return UNKNOWN
    seated = [(number, player) for number, player in sorted(state["players"].items(),
                                                            key=lambda item: int(item[0]))
              if player["presence"] != "left"]
    return {"phase": state["phase"], "host": state["players"].get(state["host"], {}).get("name", ""),
            "opener": state["opener"],
            "players": OrderedDict((number, player["name"]) for number, player in seated),
            "here": len([player for _, player in seated if player["presence"] != "away"])}
