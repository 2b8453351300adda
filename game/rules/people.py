"""Who is at the table: joining, leaving, losing the connection and coming back."""
from __future__ import unicode_literals

from game.rules.shapes import Entries, State, Table

from .errors import require
from .hands import make_room_for, top_up
from .rounds import is_running, settle
from .state import has_laid_down, new_player, seated, set_presence, waiting_for

NUDGE_PAUSE = 15 * 1000


def join(table):
    # type: (Table) -> Entries
    """Take a seat, anew or again: in a running game the hand is dealt at once, the player is in from the next round.

    The argument `seats` says how many people may sit here at once; those who left are not counted.
    """
    state, number = table.state, table.player
    player = state["players"].get(number)
    require(player is None or player["presence"] == "left", "not_now")
    seats = table.args.get("seats")
    require(seats is None or len(seated(state)) < seats, "room_full", seats=seats)
    if is_running(state) and not (player and player["hand"]):
        make_room_for(state, number)
    if player is None:
        player = state["players"][number] = new_player(table.args["name"], table.now)
    player.update(presence="gone", gone_at=table.now, name=table.args["name"], missed=0)
    if not any(other["presence"] != "left" for key, other in state["players"].items() if key != number):
        state.update(host=number, opener=number)
    entries = [{"type": "joined", "player": number}]
    if is_running(state) and not has_laid_down(state, number):
        entries += top_up(state, number, state["settings"]["hand_size"], table.rng)
    return entries + settle(state, table.now, table.rng)


def leave(table):
    # type: (Table) -> Entries
    """Give up the seat; in a game the hand and the score wait for a return."""
    state, number = table.state, table.player
    if state["phase"] == "lobby":
        del state["players"][number]
    else:
        set_presence(state, number, "left")
    return [{"type": "left", "player": number}] + settle(state, table.now, table.rng)


def rename(table):
    # type: (Table) -> Entries
    """Call the player something else from now on, also where they have left already."""
    require(table.player in table.state["players"], "not_seated")
    table.state["players"][table.player]["name"] = table.args["name"]
    return [{"type": "renamed", "player": table.player}]


def connect(table):
    # type: (Table) -> Entries
    """The player's first socket has opened: whatever they had missed, they count again."""
    return _come_back(table)


def disconnect(table):
    # type: (Table) -> Entries
    """The player's last socket has closed: 20 s of grace begin."""
    state, number = table.state, table.player
    if number not in state["players"] or state["players"][number]["presence"] != "here":
        return []
    set_presence(state, number, "gone", table.now)
    return [{"type": "gone", "player": number}]


def here(table):
    # type: (Table) -> Entries
    """A sign of life: clears `gone`, `nudged` and `away`."""
    return _come_back(table)


def nudge(table):
    # type: (Table) -> Entries
    """Ask everybody who is waited for to show a sign of life; who shows none within the grace is away."""
    state = table.state
    sleepers = [number for number in waiting_for(state) if number != table.player]
    require(sleepers, "not_now")
    require(table.now - state.get("nudged_at", 0) >= NUDGE_PAUSE, "nudged_already")
    state["nudged_at"] = table.now
    for number in sleepers:
        state["players"][number].setdefault("nudged_at", table.now)
    return [{"type": "nudged", "player": number} for number in sleepers]


def sign_of_life(state, number):
    # type: (State, str) -> Entries
    """Any accepted move of a player answers a nudge and shows that they are here. Returns log entries."""
    player = state["players"].get(number)
    if player is None or player["presence"] == "left":
        return []
    if player["presence"] == "here" and "nudged_at" not in player:
        return []
    set_presence(state, number, "here")
    player["missed"] = 0
    entries = [{"type": "here", "player": number}]
    if state["host"] != number and number == state["opener"]:
        state["host"] = number
        entries.append({"type": "host", "player": number})
    return entries


def _come_back(table):
    # type: (Table) -> Entries
    state, number = table.state, table.player
    player = state["players"].get(number)
    require(player is not None and player["presence"] != "left", "not_seated")
    return sign_of_life(state, number) + settle(state, table.now, table.rng)
