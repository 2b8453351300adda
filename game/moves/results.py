"""What judged rounds and whole games leave behind, taken from the state at that very moment.

Stores nothing.
"""
from __future__ import unicode_literals

from collections import Counter
from typing import Any

from common.compat import json_dumps
from game import rules
from game.rules.shapes import Entries, Entry, State

GAME_ENTRIES = ("game_started", "decks_added", "game_over")


def result_of(state, deck, log):
    # type: (State, Any, Entries) -> dict[str, Any]
    """The fields of a RoundResult for the entries with a `won`; players as numbers, which the storage turns
    into rows.

    Plays that share the best place have all `won`, and `points` are all that their players got; where the
    table voted nobody has judged, and plays have `votes`; those that somebody liked have `likes`. A bot's
    play says so (`bot`), and a play that tells nothing about its cards is `uncounted`: a bot's, and all that
    bots have decided about. Bots are nobody's `winner` or `judge`.
    """
    card = rules.black_card(state, deck)
    best = state["verdict"][0]["points"]
    points = {one["play"]: one["points"] for one in state["verdict"]}
    beside = Counter()  # type: Counter[str]
    for entry in log:
        if entry["type"] == "points":
            beside[entry["player"]] += entry["points"]
    votes = rules.votes_of(state) if "ballots" in state else {}
    plays = []
    for place, play in enumerate(state["laid_plays"]):
        number = "%d" % place
        fields = {"player": int(play["player"]), "name": state["players"][play["player"]]["name"],
                  "cards": [rules.white_text(state, deck, white) for white in play["cards"]],
                  "won": points.get(number) == best,
                  "points": points.get(number, 0) + beside.pop(play["player"], 0)}
        if "ballots" in state:
            fields["votes"] = votes.get(number, 0)
        if state.get("likes", {}).get(number):
            fields["likes"] = len(state["likes"][number])
        fields.update(_written(state, play))
        if rules.is_bot(state, play["player"]):
            fields["bot"] = True
        if "bot" in fields or _bots_decided(state):
            fields["uncounted"] = True
        plays.append(fields)
    return {"game": state["game"], "round": state["round"], "black": card.text,
            "black_written": rules.is_written(state["black_card"]), "pick": card.pick,
            "plays": json_dumps(plays), "judge": int(state["judge"]) if "judge" in state else None,
            "winner": int(state["winner"]["player"])}


def likes_of(state):
    # type: (State) -> dict[str, Any] | None
    """{"game", "round", "liked": {number of a play: how many like it}} of a round that somebody has won; it
    is stored when the round is left, for people like answers after the verdict, too. None for other states.
    """
    if "verdict" not in state or not state.get("likes"):
        return None
    return {"game": state["game"], "round": state["round"],
            "liked": {number: len(fans) for number, fans in state["likes"].items()}}


def _written(state, play):
    # type: (State, dict[str, Any]) -> dict[str, Any]
    """{"written": [places]} of the cards of a play that its player wrote; {} where there are none."""
    places = [place for place, number in enumerate(play["cards"]) if rules.is_written(number)]
    return {str("written"): places} if places else {}


def game_of(state, entry):
    # type: (State, Entry) -> dict[str, Any]
    """The fields of a PlayedGame that are known at one of GAME_ENTRIES."""
    if entry["type"] == "game_started":
        decks = [deck["id"] for deck in state["decks"]]
        return {"game": state["game"], "decks": json_dumps(decks), "cards": state["snapshot_id"]}
    if entry["type"] == "decks_added":
        return {"game": state["game"], "added": entry["decks"], "cards": state["snapshot_id"]}
    return {"game": state["game"], "left": json_dumps(cards_in_hands(state))}


def cards_in_hands(state):
    # type: (State) -> list[int]
    """The numbers of the white cards in the hands of all people, also of those who left."""
    return sorted(card for player in state["players"].values() if "bot" not in player
                  for card in player["hand"])


def _bots_decided(state):
    # type: (State) -> bool
    deciders = [state["judge"]] if "judge" in state else state.get("ballots", ())
    return any(rules.is_bot(state, number) for number in deciders)
