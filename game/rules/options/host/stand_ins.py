"""Bots that take the seats of people who sleep: the hand, the score and the name stay the person's, who has
the seat again by being here.
"""
from __future__ import unicode_literals

from game.rules.bots.choices import RANDOM
from game.rules.errors import require
from game.rules.moves.hosting import other_player
from game.rules.phases import is_running
from game.rules.power import has_power, require_power
from game.rules.shapes import Document, Entries, MoveContext, Rng, State
from game.rules.state import is_bot, people_seated, set_presence
from game.rules.stored.schema import EVERYWHERE, RUNNING, Key
from game.rules.waiting import waiting_for

OPTIONS = ()
PLAYER_KEYS = (Key("stand_in", "true", EVERYWHERE, False, "options/host/stand_ins",
                   "a bot has the seat of this person until they are back"),)
PLAYER = ("stand_in",)


def bot_takes(context):
    # type: (MoveContext) -> Entries
    """Whoever hosts lets a bot have the seat of `player`, who is waited for or not here; never the host's."""
    state = context.state
    require_power(state, context.player)
    other = other_player(context)
    require(other != state["host"], "host_stays")
    asleep = state["players"][other]["presence"] in ("away", "gone") or other in waiting_for(state)
    require(asleep and not is_bot(state, other), "unknown_player")
    set_presence(state, other, "here")
    state["players"][other].update(bot=RANDOM, stand_in=True, missed_deadlines=0)
    return [{"type": "bot_takes", "player": other, "by": context.player}]


MOVES = {"bot_takes": (RUNNING, bot_takes)}


def offers(state, number):
    # type: (State, str) -> list[str]
    """Who hosts may give seats to bots; who sleeps may have theirs back."""
    offered = ["bot_takes"] if has_power(state, number) and is_running(state) else []
    return offered + (["here"] if "stand_in" in state["players"][number] else [])


def player_fields(state, number):
    # type: (State, str) -> Document
    """{"stand_in": true} of a person for whom a bot plays."""
    return {"stand_in": True} if "stand_in" in state["players"][number] else {}


def afterwards(state, now, rng):
    # type: (State, int, Rng) -> Entries
    """Where no game runs no bot stands in, and who left has none."""
    for number in people_seated(state) if not is_running(state) else ():
        if "stand_in" in state["players"][number]:
            set_presence(state, number, "away")
    return []
