"""What verdicts are worth: one winner, or three places."""
from __future__ import unicode_literals

from typing import Any

import six

from game.rules.errors import require
from game.rules.shapes import Args, State

PLACES = (3, 2, 1)


def places_to_give(state, plays):
    # type: (State, int) -> int
    """How many of so many plays are chosen, the best one first."""
    return max(1, min(len(PLACES), plays)) if state["settings"]["top_three"] else 1


def chosen(args, allowed, wanted):
    # type: (Args, list[str], int) -> list[str]
    """The numbers of the plays that somebody has chosen, best first: `wanted` ones out of those `allowed`.

    `args` are {"play": "2"}, or {"plays": ["2", "0", "1"]} where three are ranked. Raises InvalidMoveError.
    """
    plays = args.get("plays", [args.get("play")])
    require(isinstance(plays, list), "bad_frame")
    require(all(isinstance(play, six.text_type) and play in allowed for play in plays), "unknown_play")
    require(len(set(plays)) == len(plays), "same_card_twice")
    require(len(plays) == wanted, "rank_three", places=wanted)
    return plays


def in_order_of(state, plays):
    # type: (State, list[str]) -> list[dict[str, Any]]
    """The verdict of a judge who has put these plays in this order."""
    points = PLACES if state["settings"]["top_three"] else (1,)
    return [_one(state, play, points[place]) for place, play in enumerate(plays)]


def counted(state, ballots):
    # type: (State, list[list[str]]) -> list[dict[str, Any]]
    """The verdict of these ballots: the first of a ballot counts most, equal plays share a place.

    A play without a vote wins nothing.
    """
    ranked = state["settings"]["top_three"]
    votes = {}  # type: dict[str, int]
    for ballot in ballots:
        for place, play in enumerate(ballot):
            votes[play] = votes.get(play, 0) + (PLACES[place] if ranked else 1)
    verdict = []
    for play in sorted(votes, key=lambda play: (-votes[play], int(play))):
        place = sum(1 for other in votes.values() if other > votes[play])
        if place < (len(PLACES) if ranked else 1):
            verdict.append(dict(_one(state, play, PLACES[place] if ranked else 1), votes=votes[play]))
    return verdict


def _one(state, play, points):
    # type: (State, str, int) -> dict[str, Any]
    return {"player": state["laid_plays"][int(play)]["player"], "play": play, "points": points}
