"""What judged rounds and whole games leave behind, taken from the state at that very moment.

Stores nothing.
"""
from __future__ import unicode_literals

from collections import Counter
from typing import Any

from common.compat import json_dumps
from game import rules
from game.rules.shapes import Entries, Entry, State


def result_of(state, deck, log):
    # type: (State, Any, Entries) -> dict[str, Any]
    """The fields of a RoundResult for the entries with a `won`; players as numbers, which the storage turns
    into rows.

    Plays that share the best place have all `won`, and `points` are all that their players got; where the
    table voted nobody has judged, and plays have `votes`.
    """
    card = rules.black_card(state, deck)
    best = state["verdict"][0]["points"]
    points = {one["play"]: one["points"] for one in state["verdict"]}
    beside = Counter()  # type: Counter[str]
    for entry in log:
        if entry["type"] == "points":
            beside[entry["player"]] += entry["points"]
    plays = [{"name": state["players"][play["player"]]["name"],
              "cards": [rules.white_text(state, deck, number) for number in play["cards"]],
              "won": points.get("%d" % place) == best,
              "points": points.get("%d" % place, 0) + beside[play["player"]]}
             for place, play in enumerate(state["laid_plays"])]
    if "ballots" in state:
        votes = rules.votes_of(state)
        for place, play in enumerate(plays):
            play["votes"] = votes.get("%d" % place, 0)
    return {"game": state["game"], "round": state["round"], "black": card.text, "pick": card.pick,
            "plays": json_dumps(plays), "judge": int(state["judge"]) if "judge" in state else None,
            "winner": int(state["winner"]["player"])}


def game_of(state, entry):
    # type: (State, Entry) -> dict[str, Any]
    """The fields of a PlayedGame that are known at a `game_started` or a `game_over` entry."""
    if entry["type"] == "game_started":
        decks = [deck["id"] for deck in state["decks"]]
        return {"game": state["game"], "decks": json_dumps(decks), "cards": state["snapshot_id"]}
    return {"game": state["game"], "left": json_dumps(cards_in_hands(state))}


def cards_in_hands(state):
    # type: (State) -> list[int]
    """The numbers of the white cards in all hands, also in those of players who left."""
    return sorted(card for player in state["players"].values() for card in player["hand"])
