"""Who may see what: the public `table` and each player's private `seat`.

Both are built up from nothing, name by name; what is not named here never leaves the server.
"""
from __future__ import unicode_literals

from .playable import moves_that_make_sense
from .state import SPARE, in_order, is_active, waiting_for


def table_view(state, code, deck=None):
    """The document everyone in the room sees (docs/PROTOCOL.md, "table")."""
    table = {
        "code": code, "phase": state["phase"], "settings": state["settings"], "decks": state["decks"],
        "players": {number: _player_view(state, number) for number in in_order(state)},
        "waiting_for": waiting_for(state),
    }
    if state["host"] in state["players"]:
        table["host"] = state["host"]
    if state["decks"]:
        whites = sum(summary["white"] for summary in state["decks"])
        table["serves"] = whites // (state["settings"]["hand_size"] + SPARE)
    if state["game"]:
        table.update(game=state["game"], round=state["round"])
    for name in ("judge", "deadline", "winner", "void", "winners", "paused"):
        if name in state:
            table[name] = state[name]
    if "card" in state:
        card = deck.black[state["card"]]
        table["black_card"] = {"text": card.text, "pick": card.pick}
    if "table" in state:
        table["plays"] = {"%d" % number: _play_view(state, play, deck) for number, play in enumerate(state["table"])}
    return table


def seat_view(state, number, deck=None):
    """The document only player `number` sees (docs/PROTOCOL.md, "seat")."""
    player = state["players"][number]
    seat = {
        "player": number,
        "hand": [{"id": card, "text": deck.white[card]} for card in player["hand"]],
        "can": moves_that_make_sense(state, number),
    }
    if number in state.get("plays", ()):
        seat["play"] = state["plays"][number]
    for place, play in enumerate(state.get("table", ())):
        if play["player"] == number:
            seat["mine"] = "%d" % place
    return seat


def _player_view(state, number):
    player = state["players"][number]
    view = {"name": player["name"], "score": player["score"], "presence": player["presence"]}
    if player["presence"] == "gone":
        view["gone_at"] = player["gone_at"]
    if "nudged_at" in player:
        view["nudged"] = True
    if state["phase"] in ("playing", "revealing", "judging"):
        if number in state.get("plays", ()) or any(play["player"] == number for play in state.get("table", ())):
            view["played"] = True
        elif is_active(state, number) and number != state["judge"] and number not in state["members"]:
            view["next_round"] = True
    return view


def _play_view(state, play, deck):
    view = {}
    if play["revealed"]:
        view["cards"] = [deck.white[card] for card in play["cards"]]
    if "winner" in state:
        view["player"] = play["player"]
    return view
