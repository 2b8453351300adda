"""While the judge reads, the others guess whose answer wins; right guesses have a list of their own."""
from __future__ import unicode_literals

from typing import Any

import six

from game.rules.errors import require
from game.rules.phases import is_running
from game.rules.phrases import N_
from game.rules.registry import Conflict, switch
from game.rules.shapes import Deck, Document, Entries, MoveContext, State
from game.rules.state import in_order
from game.rules.stored.schema import IN_A_GAME, LAID_OUT, Key

OPTIONS = (
    switch("prediction", "deciding", N_("Guess the winner"),
           N_("While the judge reads, everybody else guesses which answer wins. Right guesses are counted in "
              "a list of their own."), live=True,
           conflicts=(Conflict(True, "decides", "vote",
                               N_("where everybody votes nobody is left to guess; choose a judge, or switch "
                               "this off")),)),
)
KEYS = (Key("predictions", "object", LAID_OUT, False, "options/judging/prediction",
            "{player: the play they believe to win}"),)
PLAYER_KEYS = (Key("predicted", "number", IN_A_GAME, False, "options/judging/prediction",
                   "right guesses in this game"),)
OF_A_ROUND = ("predictions",)
OF_A_PLAYER = ("predicted",)
TABLE = ("predictions", "guessed")
SEAT = ("prediction",)


def predict(context):
    # type: (MoveContext) -> Entries
    """Guess that the open answer `play`, one of somebody else, wins; again to change one's mind."""
    state, number, play = context.state, context.player, context.args.get("play")
    require(state["settings"]["prediction"], "not_now")
    require(number != state.get("judge"), "judge_decides")
    require("judge" in state, "not_now")
    plays = {"%d" % place: one for place, one in enumerate(state["laid_plays"])}
    require(isinstance(play, six.text_type) and play in plays and plays[play]["revealed"], "unknown_play")
    require(plays[play]["player"] != number, "own_play")
    state["predictions"] = dict(state.get("predictions", {}), **{str(number): play})
    return []


MOVES = {"predict": (("revealing", "judging"), predict)}


def offers(state, number):
    # type: (State, str) -> list[str]
    """Whether this player may guess: all but the judge, as long as one decides."""
    may = (state["settings"]["prediction"] and state["phase"] in ("revealing", "judging")
           and state.get("judge", number) != number)
    return ["predict"] if may else []


def points(state, verdict):
    # type: (State, list[dict[str, Any]]) -> list[tuple[str, int, str]]
    """No points of the game: who guessed a best answer is counted here."""
    for number in _right(state, verdict):
        player = state["players"][number]
        player["predicted"] = player.get("predicted", 0) + 1
    return []


def table_fields(state, deck):
    # type: (State, Deck | None) -> Document
    """{"predictions": {player: right guesses}}, and after a verdict {"guessed": [players]}."""
    if not state["settings"]["prediction"] or not (is_running(state) or state["phase"] == "game_over"):
        return {}
    counts = {number: state["players"][number]["predicted"] for number in in_order(state)
              if "predicted" in state["players"][number]}
    fields = {"predictions": counts} if counts else {}  # type: Document
    if _right(state, state.get("verdict", ())):
        fields["guessed"] = _right(state, state["verdict"])
    return fields


def seat_fields(state, number, deck):
    # type: (State, str, Deck | None) -> Document
    """{"prediction": play} of this player."""
    return {"prediction": state["predictions"][number]} if number in state.get("predictions", ()) else {}


def _right(state, verdict):
    # type: (State, Any) -> list[str]
    """Who guessed one of the best answers."""
    best = [one["play"] for one in verdict if one["points"] == verdict[0]["points"]]
    guesses = state.get("predictions", {})
    return [number for number in sorted(guesses, key=int) if guesses[number] in best]
