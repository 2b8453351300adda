"""Once a round a player puts a card of their hand away, in public, and gets another one."""
from __future__ import unicode_literals

from game.rules.cards.hands import exchange, others_left
from game.rules.cards.texts import white_text
from game.rules.errors import require
from game.rules.phrases import N_
from game.rules.registry import switch
from game.rules.settings import is_whole
from game.rules.shapes import Entries, MoveContext, State
from game.rules.state import has_laid_down
from game.rules.stored.schema import Key

OPTIONS = (
    switch("discard", "cards", N_("Put a card away"),
           N_("Once a round you may put a card of your hand away and get another one; everybody sees which."),
           live=True),
)
KEYS = (Key("discarded", "list", ("playing",), False, "options/answers/discard",
            "who has put a card away in this round"),)
OF_A_ROUND = ("discarded",)


def discard(context):
    # type: (MoveContext) -> Entries
    """Put `card` away; another one comes in its place."""
    state, number, card = context.state, context.player, context.args.get("card")
    hand, done = state["players"][number]["hand"], state.get("discarded", [])
    require(state["settings"]["discard"], "not_now")
    require(number in state["round_players"], "not_waiting_for_you")
    require(not has_laid_down(state, number), "take_back_first")
    require(number not in done, "discarded_already")
    require(is_whole(card) and card in hand, "not_your_card")
    require(others_left(state) > 0, "no_other_cards")
    state["discarded"] = done + [number]
    entry = {"type": "discarded", "player": number, "text": white_text(state, context.deck, card)}
    return [entry] + exchange(state, number, [hand.index(card)], context.rng)


MOVES = {"discard": (("playing",), discard)}


def offers(state, number):
    # type: (State, str) -> list[str]
    """Whether this player may put a card away now."""
    may = (state["settings"]["discard"] and state["phase"] == "playing" and number in state["round_players"]
           and number not in state.get("discarded", ()) and not has_laid_down(state, number))
    return ["discard"] if may else []
