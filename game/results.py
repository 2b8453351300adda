"""What a judged round leaves behind for the history, taken from the state at the moment of the verdict."""
from __future__ import unicode_literals

from common.compat import json_dumps


def result_of(state, deck, entry):
    """The fields of a RoundResult for a `won` entry; players as numbers, which the storage turns into rows."""
    card = deck.black[state["card"]]
    plays = [{"name": state["players"][play["player"]]["name"],
              "cards": [deck.white[number] for number in play["cards"]],
              "won": "%d" % place == entry["play"]} for place, play in enumerate(state["table"])]
    return {"game": state["game"], "round": state["round"], "black": card.text, "pick": card.pick,
            "plays": json_dumps(plays), "judge": int(state["judge"]), "winner": int(entry["player"])}
