"""A whole new hand: once a game for nothing, or for points."""
from __future__ import unicode_literals

from game.rules.cards.hands import exchange, others_left
from game.rules.errors import require
from game.rules.phrases import N_
from game.rules.registry import choice, number
from game.rules.shapes import Entries, MoveContext, State
from game.rules.state import has_laid_down
from game.rules.stored.schema import DECIDING, IN_A_GAME, Key

OPTIONS = (
    choice("swap_hand", "cards", N_("A new hand"),
           N_("Whoever dislikes their cards swaps them all while a round runs: once a game, or for points."),
           "off", (("off", N_("Never")), ("free", N_("Once a "
                                                     "game")), ("points", N_("For points"))), live=True),
    number("swap_price", "cards", N_("Price of a new hand"),
           N_("So many points a new hand costs, where it costs "
              "points."), 1, 1, 5, unit="points", live=True,
           only_with=("swap_hand", "points")),
)
PLAYER_KEYS = (Key("swapped", "true", IN_A_GAME, False, "options/answers/swap_hand",
                   "has had the new hand that is free once a game"),)
OF_A_PLAYER = ("swapped",)
PRICES = ("swap",)


def swap_hand(context):
    # type: (MoveContext) -> Entries
    """Another card for each of the hand; what lies on the table is taken back first."""
    state, number = context.state, context.player
    player, how = state["players"][number], state["settings"]["swap_hand"]
    require(how != "off", "not_now")
    require(not has_laid_down(state, number), "take_back_first" if state["phase"] == "playing" else "not_now")
    require(how != "free" or "swapped" not in player, "swapped_already")
    price = _price(state)
    require(player["score"] >= price, "not_enough_points", need=price)
    require(others_left(state) >= len(player["hand"]), "no_other_cards")
    entries = [{"type": "swapped", "player": number}]  # type: Entries
    if how == "free":
        player["swapped"] = True
    else:
        player["score"] -= price
        entries.append({"type": "points", "player": number, "points": -price, "why": "swap"})
    return entries + exchange(state, number, list(range(len(player["hand"]))), context.rng)


MOVES = {"swap_hand": (DECIDING, swap_hand)}


def offers(state, number):
    # type: (State, str) -> list[str]
    """Whether this player may have a new hand now."""
    player, how = state["players"][number], state["settings"]["swap_hand"]
    if how == "off" or state["phase"] not in DECIDING or has_laid_down(state, number):
        return []
    may = player["score"] >= _price(state) and not (how == "free" and "swapped" in player)
    return ["swap_hand"] if may else []


def _price(state):
    # type: (State) -> int
    settings = state["settings"]
    return int(settings["swap_price"]) if settings["swap_hand"] == "points" else 0
