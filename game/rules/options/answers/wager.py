"""A point for a second answer: it comes back if one of both wins something, else it is lost."""
from __future__ import unicode_literals

from typing import Any

from game.rules.cards.hands import put_aside
from game.rules.errors import require
from game.rules.moves.playing import answer_of, lay_down
from game.rules.phrases import N_
from game.rules.registry import switch
from game.rules.shapes import Deck, Document, Entries, MoveContext, State
from game.rules.stored.schema import ANSWERED, Key

OPTIONS = (
    switch("wager", "deciding", N_("Two answers for a point"),
           N_("Whoever has a point may put it in and play two answers; it is lost if neither "
              "wins."), live=True),
)
KEYS = (Key("wagers", "object", ANSWERED, False, "options/answers/wager",
            "{player: cards of the second answer}, which are in the hand while answers are chosen"),)
OF_A_ROUND = ("wagers",)
SEAT = ("second_play", "second_mine")
PRICES = ("wager",)
STAKE = 1


def wager(context):
    # type: (MoveContext) -> Entries
    """Lay down two answers, `cards` and `second`, instead of what was laid down before."""
    state, number = context.state, context.player
    require(state["settings"]["wager"], "not_now")
    cards, second = answer_of(context, "cards"), answer_of(context, "second")
    require(not set(cards).intersection(second), "same_card_twice")
    require(state["players"][number]["score"] >= STAKE, "not_enough_points", need=STAKE)
    entries = lay_down(context, cards)
    state["wagers"] = dict(state.get("wagers", {}), **{str(number): second})
    return entries + put_aside(state, number, context.rng)


MOVES = {"wager": (("playing",), wager)}


def offers(state, number):
    # type: (State, str) -> list[str]
    """Whether this player may play two answers."""
    may = (state["settings"]["wager"] and state["phase"] == "playing" and number in state["round_players"]
           and number not in state["chosen_cards"] and state["players"][number]["score"] >= STAKE)
    return ["wager"] if may else []


def more_plays(state):
    # type: (State) -> list[tuple[str, list[int]]]
    """The second answers."""
    return [(number, state["wagers"][number]) for number in sorted(state.get("wagers", ()), key=int)]


def answers_return(state, numbers):
    # type: (State, list[str]) -> None
    """With the first answer the second one goes back, and the point is not at stake."""
    if "wagers" in state:
        state["wagers"] = {number: cards for number, cards in state["wagers"].items()
                           if number not in numbers}


def points(state, verdict):
    # type: (State, list[dict[str, Any]]) -> list[tuple[str, int, str]]
    """The point of whoever has won nothing is lost."""
    winners = {one["player"] for one in verdict}
    return [(number, -STAKE, "wager") for number, _ in more_plays(state) if number not in winners]


def seat_fields(state, number, deck):
    # type: (State, str, Deck | None) -> Document
    """The second answer of this player: its cards, then the number of the play."""
    if number not in state.get("wagers", ()):
        return {}
    if state["phase"] == "playing":
        return {"second_play": state["wagers"][number]}
    own = ["%d" % place for place, play in enumerate(state["laid_plays"]) if play["player"] == number]
    return {"second_mine": own[1]} if len(own) > 1 else {}
