"""What the host decides: settings, decks, start, end, who stays, who hosts next."""
from __future__ import unicode_literals

import six

from game.rules.cards.hands import whites_needed
from game.rules.errors import require
from game.rules.moves.adding_decks import add_decks
from game.rules.phases import back_to_lobby, is_running
from game.rules.phases import end_game as end
from game.rules.power import require_host, require_power
from game.rules.rounds import begin_game
from game.rules.settings import changed, different
from game.rules.shapes import Entries, MoveContext, State
from game.rules.state import FEWEST_PLAYERS, active, is_owner, lay_out, people, people_seated, set_presence

# The choosing frame, every code and the table's list of decks stay small.
MOST_DECKS = 300


def change_settings(context):
    # type: (MoveContext) -> Entries
    """Change any part of the settings; while a game runs, only what may change then."""
    require_power(context.state, context.player)
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
    require_power(context.state, context.player)
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
    require_power(context.state, context.player)
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
    require_power(context.state, context.player)
    return end(context.state)


def rematch(context):
    # type: (MoveContext) -> Entries
    """Back to the lobby with the same people."""
    require_power(context.state, context.player)
    return back_to_lobby(context.state)


def kick(context):
    # type: (MoveContext) -> Entries
    """Remove a player for good; a play that lies on the table stays, or its author would be known."""
    require_power(context.state, context.player)
    other = other_player(context)
    require(other != context.state["host"], "host_stays")
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
    require_host(context.state, context.player)
    other, state = other_player(context), context.state
    require(other in people(state), "unknown_player")
    state["host"] = other
    if other == state["opener"]:
        state.pop("voted_out", None)
    if "owned" not in state or is_owner(state, context.player):
        _hand_over(state, context.player, other)
    return [{"type": "host", "player": other}]


def _hand_over(state, number, other):
    # type: (State, str, str) -> None
    """The room is the other's; who has handed it over can have it back as it was."""
    handed = state.pop("handed_over", {})
    owned = bool(state.pop("owned", None))
    state["opener"] = other
    if handed.get("by") == other:
        if handed["owned"]:
            state["owned"] = True
    else:
        state["handed_over"] = handed if handed.get("owned") else {"by": number, "owned": owned}


def other_player(context):
    # type: (MoveContext) -> str
    """The person who is meant by the argument `player`: somebody else who has a seat here."""
    other = context.args.get("player")
    require(isinstance(other, six.text_type) and other != context.player
            and other in people_seated(context.state), "unknown_player")
    return other
