"""Co-hosts, whom the host names: they may do all that a host may but remove the host, hand the room over or
name others.
"""
from __future__ import unicode_literals

from game.rules.errors import require
from game.rules.moves.hosting import other_player
from game.rules.power import require_host
from game.rules.shapes import Deck, Document, Entries, MoveContext, Rng, State
from game.rules.state import people_seated
from game.rules.stored.schema import EVERYWHERE, Key

OPTIONS = ()
MOST = 8
KEYS = (
    Key("cohosts", "list", EVERYWHERE, False, "options/host/cohosts", "who hosts beside the host"),
    Key("handed_over", "object", EVERYWHERE, False, "moves/hosting",
        "{by, owned}: who gave the room away and can have it back; whether it was an account's"),
)
TABLE = ("cohosts", "handed_over")


def make_cohost(context):
    # type: (MoveContext) -> Entries
    """The host names `player` a co-host."""
    state = context.state
    require_host(state, context.player)
    other, named = other_player(context), state.get("cohosts", [])
    require(other not in named, "cohost_already")
    require(len(named) < MOST, "enough_cohosts", most=MOST)
    state["cohosts"] = named + [other]
    return [{"type": "cohost", "player": other}]


def drop_cohost(context):
    # type: (MoveContext) -> Entries
    """The host takes that back from `player`; a co-host may give it up."""
    state, other = context.state, context.args.get("player")
    if other != context.player:
        require_host(state, context.player)
    require(other in state.get("cohosts", ()), "unknown_player")
    _keep(state, [number for number in state["cohosts"] if number != other])
    return [{"type": "cohost_dropped", "player": other}]


MOVES = {"make_cohost": (EVERYWHERE, make_cohost), "drop_cohost": (EVERYWHERE, drop_cohost)}


def offers(state, number):
    # type: (State, str) -> list[str]
    """The host may name somebody, as long as there are others."""
    return ["make_cohost"] if number == state["host"] and len(state.get("cohosts", ())) < MOST else []


def table_fields(state, deck):
    # type: (State, Deck | None) -> Document
    """Who they are; and who handed the room over, while they have a seat."""
    fields = {"cohosts": state["cohosts"]} if "cohosts" in state else {}  # type: Document
    if "handed_over" in state and state["handed_over"]["by"] in people_seated(state):
        fields["handed_over"] = state["handed_over"]["by"]
    return fields


def afterwards(state, now, rng):
    # type: (State, int, Rng) -> Entries
    """Who left, or hosts by now, is no co-host."""
    if "cohosts" in state:
        seated = people_seated(state)
        _keep(state, [number for number in state["cohosts"] if number in seated and number != state["host"]])
    if "handed_over" in state and state["handed_over"]["by"] not in state["players"]:
        del state["handed_over"]
    return []


def _keep(state, numbers):
    # type: (State, list[str]) -> None
    state.pop("cohosts", None)
    if numbers:
        state["cohosts"] = numbers
