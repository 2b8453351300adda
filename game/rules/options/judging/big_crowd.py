"""From so many players on answers are judged in heats, and the best in a final (deciders/heats.py)."""
from __future__ import unicode_literals

from game.rules.cards.texts import white_text
from game.rules.deciders import heats
from game.rules.phrases import N_
from game.rules.registry import number
from game.rules.shapes import Deck, Document, State
from game.rules.state import active
from game.rules.stored.schema import Key

OPTIONS = (
    number("big_crowd", "deciding", N_("Big crowd from"),
           N_("From so many players on nobody reads everything: each votes for one of six answers, and the "
              "best go to a final that everybody sees."),
           0, 8, 1000, zero=N_("Never"), offered=(0, 12, 20, 30, 50, 100), unit="players", live=True),
)
KEYS = (Key("finalists", "list", ("judging", "round_over"), False, "deciders/heats",
            "the places of the plays of the final"),)
OF_A_ROUND = ("finalists",)
TABLE = ("heat",)
SEAT = ("heat",)


def decider(state):
    # type: (State) -> str | None
    """Whether a crowd decides the round that begins."""
    least = state["settings"]["big_crowd"]
    return "heats" if least and len(active(state)) >= least else None


def table_fields(state, deck):
    # type: (State, Deck | None) -> Document
    """{"heat": {"answers": how many there are}} while each reads some of them."""
    is_heat = state["phase"] == "judging" and state["decided_by"] == "heats" and "finalists" not in state
    return {"heat": {"answers": len(state["laid_plays"])}} if is_heat else {}


def seat_fields(state, player, deck):
    # type: (State, str, Deck) -> Document
    """{"heat": [{"play", "cards"}]}, the answers that this player reads."""
    if state.get("decided_by") != "heats":
        return {}
    plays = [(play, state["laid_plays"][int(play)]["cards"]) for play in heats.sample(state, player)]
    return {"heat": [{"play": play, "cards": [white_text(state, deck, card) for card in cards]}
                     for play, cards in plays]} if plays else {}
