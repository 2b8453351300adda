"""Everybody likes answers of others; counts are told with the verdict, and the favourite may get a point."""
from __future__ import unicode_literals

from typing import Any

import six

from game.rules.errors import require
from game.rules.phrases import N_
from game.rules.registry import choice
from game.rules.shapes import Deck, Document, Entries, MoveContext, State
from game.rules.stored.schema import LAID_OUT, Key

OPTIONS = (
    choice("crowd_favourite", "deciding", N_("Crowd favourite"),
           N_("Everybody may like answers of others; the likes are counted with the verdict, and the best "
              "liked one may get a point."),
           "off", (("off", N_("No likes")), ("likes", N_("Likes")), ("bonus", N_("Likes, and a point for "
                                                                                 "the most"))),
           live=True),
)
KEYS = (Key("likes", "object", LAID_OUT, False, "options/judging/crowd_favourite",
            "{number of a play: players who like it}"),)
OF_A_ROUND = ("likes",)
TABLE = ("likes",)
SEAT = ("likes",)


def like(context):
    # type: (MoveContext) -> Entries
    """Like an open answer of somebody else; twice is once."""
    play, fans = _meant(context)
    if context.player not in fans:
        _put(context.state, play, fans + [context.player])
    return []


def unlike(context):
    # type: (MoveContext) -> Entries
    """Take a like back."""
    play, fans = _meant(context)
    _put(context.state, play, [number for number in fans if number != context.player])
    return []


MOVES = {"like": (LAID_OUT, like), "unlike": (LAID_OUT, unlike)}


def offers(state, number):
    # type: (State, str) -> list[str]
    """Whether answers can be liked now."""
    return ["like"] if state["settings"]["crowd_favourite"] != "off" and state["phase"] in LAID_OUT else []


def points(state, verdict):
    # type: (State, list[dict[str, Any]]) -> list[tuple[str, int, str]]
    """A point for whoever is liked best; ties share."""
    if state["settings"]["crowd_favourite"] != "bonus" or not state.get("likes"):
        return []
    most = max(len(fans) for fans in state["likes"].values())
    best = {state["laid_plays"][int(play)]["player"]
            for play, fans in state["likes"].items() if len(fans) == most}
    return [(number, 1, "favourite") for number in sorted(best, key=int)]


def table_fields(state, deck):
    # type: (State, Deck | None) -> Document
    """{"likes": {play: how many}} once the round is over."""
    if state["phase"] != "round_over" or not state.get("likes"):
        return {}
    return {"likes": {play: len(fans) for play, fans in state["likes"].items()}}


def seat_fields(state, number, deck):
    # type: (State, str, Deck | None) -> Document
    """{"likes": [plays]} that this player likes."""
    liked = sorted((play for play, fans in state.get("likes", {}).items() if number in fans), key=int)
    return {"likes": liked} if liked else {}


def _meant(context):
    # type: (MoveContext) -> tuple[str, list[str]]
    """(number of the play, who likes it)."""
    state, play = context.state, context.args.get("play")
    require(state["settings"]["crowd_favourite"] != "off", "not_now")
    plays = {"%d" % place: one for place, one in enumerate(state["laid_plays"])}
    require(isinstance(play, six.text_type) and play in plays and plays[play]["revealed"], "unknown_play")
    require(plays[play]["player"] != context.player, "own_play")
    return play, state.get("likes", {}).get(play, [])


def _put(state, play, fans):
    # type: (State, str, list[str]) -> None
    """Plays that nobody likes are not kept."""
    likes = dict(state.get("likes", {}), **{str(play): fans})
    state["likes"] = {one: liked for one, liked in likes.items() if liked}
