"""What pages outside the table tell of a room, read from its state: phase, host and names, never a hand."""
from __future__ import unicode_literals

from collections import OrderedDict
from typing import Any

from common.clock import now_ms
from game import rules
from game.models import Room
from game.moves import storage
from live.processes import served_since

UNKNOWN = {"phase": "", "host": "", "opener": "", "players": {}, "here": [], "looks": {}, "door": "open"}


def summary_of(room):
    # type: (Room) -> dict[str, Any]
    """{"phase", "host", "opener", "players", "here", "looks", "door"} of a Room.

    `host` is a name or "", `opener` the number of the player whose room it is, `players` {number: name} of
    the people who have not left, in join order, `here` the names of those among them who have a page of the
    table open now, `looks` {number: {"face", "colour"}} of all, `door` the option of this name. A room that
    newer code has stored tells nothing: UNKNOWN.
    """
    try:
        state = storage.read_state(room.state)
    except storage.Busy:
        return UNKNOWN
    now, since = now_ms(), served_since()
    seated = [(number, player) for number, player in sorted(state["players"].items(),
                                                            key=lambda item: int(item[0]))
              if player["presence"] != "left" and not rules.is_own_bot(state, number)]
    return {"phase": state["phase"], "host": state["players"].get(state["host"], {}).get("name", ""),
            "opener": state["opener"],
            "players": OrderedDict((number, player["name"]) for number, player in seated),
            "here": [player["name"] for number, player in seated
                     if rules.is_present(state, number, now, since)],
            "looks": {number: {"face": player["face"], "colour": player["colour"]}
                      for number, player in state["players"].items()},
            "door": state["settings"]["door"]}
