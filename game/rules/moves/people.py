"""Who is at the table: joining, leaving, losing the connection and coming back."""
from __future__ import unicode_literals

import six

from game.rules.cards.hands import (
    fit_now,
    has_reserved_hand,
    in_the_way,
    keep_what_is_laid,
    make_room_for,
    top_up,
)
from game.rules.errors import require
from game.rules.looks import free_look, look_of
from game.rules.phases import is_running
from game.rules.shapes import Entries, MoveContext, State
from game.rules.state import has_laid_down, is_bot, is_present, new_player, people_seated, set_presence
from game.rules.waiting import waiting_for

NUDGE_PAUSE = 15 * 1000


def join(context):
    # type: (MoveContext) -> Entries
    """Take a seat, anew or again: in a running game the hand is dealt at once, the player is in from the next
    round. Where the cards lie on the table still, as answers of bots that made room, it is dealt then.

    The argument `seats` says how many people may sit here at once, `held` how many of these seats are kept
    for others; those who left are not counted. `taken` says that somebody here has the name, `renamed` that
    a number was put behind it for that reason; `again` that they have sat here before, `let_in` that whoever
    hosts wants them here.
    `face` and `colour` are how they want to look. Bots make room where white cards are too few.
    """
    state, number = context.state, context.player
    player = state["players"].get(number)
    require(player is None or player["presence"] == "left", "not_now")
    require(not context.args.get("taken"), "name_taken")
    is_new = player is None and not context.args.get("again")
    door = state["settings"].get("door") if is_new else "open"
    require(door != "locked", "locked")
    seats = context.args.get("seats")
    gone = len(people_seated(state)) + context.args.get("held", 0)
    require(seats is None or gone < seats, "room_full", seats=seats)
    # Where nobody sits there is nobody to ask.
    require(door != "ask" or context.args.get("let_in") or not people_seated(state), "asks_first")
    entries = []  # type: Entries
    if is_running(state) and not has_reserved_hand(state, number):
        entries = _bots_make_room(state, number)
        make_room_for(state, number)
    if player is None:
        player = state["players"][number] = new_player(
            context.args["name"], context.now, free_look(state, context.rng, look_of(context.args)))
    elif look_of(context.args) is not None:
        player.update(free_look(state, context.rng, look_of(context.args), but=number))
    player.update(presence="gone", gone_at=context.now, name=context.args["name"], missed_deadlines=0)
    player.pop("watches", None)
    if people_seated(state) == [number] and "owned" not in state:
        state.update(host=number, opener=number)
    entries.append({"type": "joined", "player": number})
    if context.args.get("renamed"):
        entries.append({"type": "renamed", "player": number})
    if is_running(state) and not has_laid_down(state, number) and fit_now(state):
        entries += top_up(state, number, state["settings"]["hand_size"], context.rng)
    return entries


def _bots_make_room(state, number):
    # type: (State, str) -> Entries
    """Where white cards are too few for one more hand, bots go; the answers that they have laid down stay."""
    entries = []
    for bot in in_the_way(state, number):
        if has_laid_down(state, bot):
            keep_what_is_laid(state, bot)
        if state["players"][bot]["presence"] != "left":
            set_presence(state, bot, "left")
            entries.append({"type": "bot_removed", "player": bot, "name": state["players"][bot]["name"],
                            "by": number})
    return entries


def leave(context):
    # type: (MoveContext) -> Entries
    """Give up the seat; in a game the hand and the score wait for a return."""
    state, number = context.state, context.player
    if state["phase"] == "lobby":
        del state["players"][number]
    else:
        set_presence(state, number, "left")
    return [{"type": "left", "player": number}]


def watch(context):
    # type: (MoveContext) -> Entries
    """Watch for a while: the seat is free, hand and score wait until the game is over."""
    leave(context)
    context.state["players"][context.player]["watches"] = True
    return [{"type": "watches", "player": context.player}]


def change_name(context):
    # type: (MoveContext) -> Entries
    """Call oneself something else; `bad` says why a name is none, `taken` that somebody here has it."""
    name = context.args.get("name")
    require(isinstance(name, six.text_type), "bad_name", why=context.args.get("bad", ""))
    require(not context.args.get("taken"), "name_taken")
    player = context.state["players"][context.player]
    if player["name"] == name:
        return []
    player["name"] = name
    return [{"type": "renamed", "player": context.player}]


def rename(context):
    # type: (MoveContext) -> Entries
    """Call the player something else from now on, also where they have left already."""
    require(context.player in context.state["players"], "not_seated")
    context.state["players"][context.player]["name"] = context.args["name"]
    return [{"type": "renamed", "player": context.player}]


def own(context):
    # type: (MoveContext) -> Entries
    """The player has an account from now on: if they have opened the room, it is kept for them."""
    state = context.state
    if context.player != state["opener"] or "owned" in state:
        return []
    state["owned"] = True
    return [{"type": "owned", "player": context.player}]


def disown(context):
    # type: (MoveContext) -> Entries
    """The player's account is gone: the room is kept for them no more."""
    state = context.state
    if state.get("handed_over", {}).get("by") == context.player:
        del state["handed_over"]
    if context.player != state["opener"] or "owned" not in state:
        return []
    del state["owned"]
    return [{"type": "disowned", "player": context.player}]


def connect(context):
    # type: (MoveContext) -> Entries
    """The player's first socket has opened: whatever they had missed, they count again."""
    return _come_back(context)


def disconnect(context):
    # type: (MoveContext) -> Entries
    """The player's last socket has closed: 20 s of grace begin."""
    state, number = context.state, context.player
    if state["players"].get(number, {}).get("presence") != "here" or is_bot(state, number):
        return []
    set_presence(state, number, "gone", context.now)
    return [{"type": "gone", "player": number}]


def here(context):
    # type: (MoveContext) -> Entries
    """A sign of life: clears `gone`, `nudged` and `away`."""
    return _come_back(context)


def nudge(context):
    # type: (MoveContext) -> Entries
    """Ask everybody who is waited for, or `player` alone, to show a sign of life; who shows none within the
    grace is away.
    """
    state, wanted = context.state, context.args.get("player")
    sleepers = [number for number in waiting_for(state)
                if number != context.player and not is_bot(state, number) and wanted in (None, number)]
    require(sleepers, "not_now")
    require(context.now - state.get("nudged_at", 0) >= NUDGE_PAUSE, "nudged_already")
    state["nudged_at"] = context.now
    for number in sleepers:
        state["players"][number].setdefault("nudged_at", context.now)
    return [{"type": "nudged", "player": number} for number in sleepers]


def who_decides(state, number, now, served_since=0):
    # type: (State, str, int, int) -> str | None
    """Who says whether somebody else may have the seat of this player: the host; for the host's own, whoever
    has been here for longest, or nobody (None).
    """
    if number != state["host"]:
        return state["host"] if state["host"] in people_seated(state) else None
    return next((other for other in people_seated(state)
                 if other != number and is_present(state, other, now, served_since)), None)


def sign_of_life(state, number):
    # type: (State, str) -> Entries
    """Any accepted move of a player answers a nudge and shows that they are here. Returns log entries."""
    player = state["players"].get(number)
    if player is None or player["presence"] == "left":
        return []
    if player["presence"] == "here" and "nudged_at" not in player and "stand_in" not in player:
        return []
    set_presence(state, number, "here")
    player["missed_deadlines"] = 0
    entries = [{"type": "here", "player": number}]
    if state["host"] != number and number == state["opener"] and "voted_out" not in state:
        state["host"] = number
        entries.append({"type": "host", "player": number})
    return entries


def _come_back(context):
    # type: (MoveContext) -> Entries
    state, number = context.state, context.player
    player = state["players"].get(number)
    require(player is not None and player["presence"] != "left", "not_seated")
    return sign_of_life(state, number)
