"""What the host decides: settings, decks, start, end, who stays, who hosts next."""
from __future__ import unicode_literals

import six

from game.rules.cards.hands import whites_needed
from game.rules.errors import require
from game.rules.moves.adding_decks import add_decks
from game.rules.phases import back_to_lobby, is_running
from game.rules.phases import end_game as end
from game.rules.rounds import begin_game
from game.rules.settings import changed, different
from game.rules.shapes import Entries, MoveContext
from game.rules.state import FEWEST_PLAYERS, active, in_order, is_bot, is_owner, lay_out, people, set_presence

# The choosing frame, every code and the table's list of decks stay small.
MOST_DECKS = 300


def change_settings(context):
    # type: (MoveContext) -> Entries
    """Change any part of the settings; while a game runs, only what may change then."""
    _require_host(context)
    state, before = context.state, context.state["settings"]
    state["settings"] = changed(before, context.args.get("settings"), is_running(state))
    return [{"type": "settings", "player": context.player, "changed": different(before, state["settings"])}]


def choose_decks(context):
    # type: (MoveContext) -> Entries
    """Choose the decks of the next game, or add some to the one that runs; `summaries` are looked up by the
    caller, never taken from a client.

    `doubles` says how many of their cards read like one of another deck; `adult` that they are not for a
    family table; `too_many` that they are more than MOST_DECKS; `unprepared` that the room did not allow the
    move when it was looked up.
    """
    _require_host(context)
    require(not context.args.get("unprepared"), "busy")
    require(not context.args.get("too_many"), "too_many_decks", most=MOST_DECKS)
    require(not context.args.get("adult"), "not_for_families")
    summaries = context.args.get("summaries")
    require(isinstance(summaries, list), "bad_decks")
    if is_running(context.state):
        return add_decks(context)
    lay_out(context.state, summaries, context.args.get("doubles"))
    return [{"type": "decks"}]


def start_game(context):
    # type: (MoveContext) -> Entries
    """Begin a game with the frozen deck that the caller hands in as `deck`.

    `frozen` are the ids it was made of: other decks may have been chosen since. `removed` has the numbers of
    the cards that were dropped in this room.
    """
    _require_host(context)
    require(not context.args.get("unprepared"), "busy")
    state, deck = context.state, context.deck
    here = len(active(state)) if people(state) else 0
    require(here >= FEWEST_PLAYERS, "too_few_players", have=here, need=FEWEST_PLAYERS)
    require(state["decks"], "no_decks")
    chosen = [summary["id"] for summary in state["decks"]]
    require(context.args.get("frozen", chosen) == chosen, "busy")
    require(deck is not None, "bad_decks")
    out = context.args.get("removed") or {}
    require(len(deck.black) > len(out.get("black", ())), "not_enough_black", have=0, need=1)
    have, need = len(deck.white) - len(out.get("white", ())), whites_needed(state, len(state["players"]))
    require(have >= need, "not_enough_white", have=have, need=need)
    return begin_game(state, deck, context.now, context.rng, out)


def end_game(context):
    # type: (MoveContext) -> Entries
    """End the game now; the top scores win."""
    _require_host(context)
    return end(context.state)


def rematch(context):
    # type: (MoveContext) -> Entries
    """Back to the lobby with the same people."""
    _require_host(context)
    return back_to_lobby(context.state)


def kick(context):
    # type: (MoveContext) -> Entries
    """Remove a player for good; a play that lies on the table stays, or its author would be known."""
    _require_host(context)
    other = _other_player(context)
    require(not is_owner(context.state, other), "owner_stays")
    name = context.state["players"][other]["name"]
    if context.state["phase"] == "lobby":
        del context.state["players"][other]
    else:
        set_presence(context.state, other, "left")
    return [{"type": "kicked", "player": other, "name": name}]


def make_host(context):
    # type: (MoveContext) -> Entries
    """Hand the room over; whoever hosts for its owner meanwhile hands over just that."""
    _require_host(context)
    other, state = _other_player(context), context.state
    require(other in active(state), "unknown_player")
    state["host"] = other
    if "owned" not in state or is_owner(state, context.player):
        state["opener"] = other
        state.pop("owned", None)
    return [{"type": "host", "player": other}]


def _require_host(context):
    # type: (MoveContext) -> None
    require(context.player == context.state["host"], "not_host")


def _other_player(context):
    # type: (MoveContext) -> str
    other = context.args.get("player")
    require(isinstance(other, six.text_type) and other != context.player and other in in_order(context.state)
            and context.state["players"][other]["presence"] != "left" and not is_bot(context.state, other),
            "unknown_player")
    return other
