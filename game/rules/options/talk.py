"""What people may say at the table beside playing: nothing, quick phrases, or a chat. Whom the host mutes is
heard by nobody.

What they say is never part of the state (game/realtime/ephemeral.py); who may say it is.
"""
from __future__ import unicode_literals

import six

from game.rules.errors import require
from game.rules.phrases import N_
from game.rules.power import has_power, require_power
from game.rules.registry import choice
from game.rules.shapes import Deck, Document, Entries, MoveContext, State
from game.rules.state import is_bot
from game.rules.stored.schema import EVERYWHERE, Key

OPTIONS = (
    choice("talk", "talk", N_("Quick phrases and chat"),
           N_("Short phrases to tap, or a chat on everybody's phone too. The big screen never shows the "
              "chat, and coarse words are masked."),
           "phrases", (("off", N_("Neither")), ("phrases", N_("Quick "
                                                              "phrases")), ("chat", N_("Phrases and chat"))),
           live=True),
)
KEYS = (Key("muted", "list", EVERYWHERE, False, "options/talk", "players whom nobody hears"),)
SEAT = ("muted", "muted_players")
# What each value of the option lets people do; faces are always there.
ALLOWED = {"off": (), "phrases": ("phrase",), "chat": ("phrase", "say")}


def mute(context):
    # type: (MoveContext) -> Entries
    """The host lets `player` be heard by nobody, as long as the room lives."""
    state, player = context.state, _other(context)
    muted = state.get("muted", [])
    if player not in muted:
        state["muted"] = muted + [player]
    return []


def unmute(context):
    # type: (MoveContext) -> Entries
    """`player` is heard again."""
    state, player = context.state, _other(context)
    muted = [number for number in state.get("muted", ()) if number != player]
    if muted:
        state["muted"] = muted
    else:
        state.pop("muted", None)
    return []


MOVES = {"mute": (EVERYWHERE, mute), "unmute": (EVERYWHERE, unmute)}


def require_allowed(state, number, kind):
    # type: (State, str | None, str) -> None
    """Raises InvalidMoveError where this player, or a spectator, may not say this now: `kind` is "react",
    "phrase" or "say".
    """
    require(number not in state.get("muted", ()), "muted")
    if kind == "react":
        return
    player = state["players"].get(number or "")
    require(player is not None and player["presence"] != "left", "not_seated")
    require(kind in ALLOWED[state["settings"]["talk"]], "talk_off")


def seat_fields(state, number, deck):
    # type: (State, str, Deck | None) -> Document
    """{"muted": True} for who is muted, {"muted_players": [numbers]} for who hosts."""
    muted = state.get("muted", [])
    fields = {"muted": True} if number in muted else {}  # type: Document
    if muted and has_power(state, number):
        fields["muted_players"] = muted
    return fields


def _other(context):
    # type: (MoveContext) -> str
    """The number of the other person that is meant."""
    state, player = context.state, context.args.get("player")
    require_power(state, context.player)
    known = isinstance(player, six.text_type) and player in state["players"]
    require(known and player != context.player and not is_bot(state, player), "unknown_player")
    require(player != state["host"], "host_stays")
    return str(player)
