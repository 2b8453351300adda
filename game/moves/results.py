"""What judged rounds and whole games leave behind, taken from the state at that very moment.

Stores nothing.
"""
from __future__ import unicode_literals

from typing import Any

from common.compat import json_dumps
from game.rules.shapes import Entry, State


def result_of(state, deck, entry):
    # type: (State, Any, Entry) -> dict[str, Any]
    """The fields of a RoundResult for a `won` entry; players as numbers,
    which the storage turns into rows.
    """
    card = deck.black[state["black_card"]]
    plays = [{"player": int(play["player"]), "name": state["players"][play["player"]]["name"],
              "cards": [deck.white[number] for number in play["cards"]],
              "won": "%d" % place == entry["play"]} for place, play in enumerate(state["laid_plays"])]
    return {"game": state["game"], "round": state["round"], "black": card.text, "pick": card.pick,
            "plays": json_dumps(plays), "judge": int(state["judge"]), "winner": int(entry["player"])}


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
