"""Who may see what: the public `table`; each player's private `seat` is in seats.py.

It is built up from nothing, name by name; what is not named here never leaves the server.
"""
from __future__ import unicode_literals

from typing import Any

from game.rules import crowds, deciders, registry
from game.rules.cards.texts import HAIKU, WRITTEN, black_card, is_written, white_text
from game.rules.deciders import verdicts
from game.rules.moves.timeouts import due_at
from game.rules.shapes import Deck, Document, State
from game.rules.state import is_active, players_served
from game.rules.waiting import waiting_for

OF_THE_TABLE = ("doubles", "judge", "former_judge", "decided_by", "deadline", "time_given", "clock_stopped",
                "winner", "verdict", "void", "winners", "paused")


def table_view(state, code, deck=None):
    # type: (State, str, Any) -> Document
    """The document everyone in the room sees (docs/PROTOCOL.md, "table")."""
    places, waiting, crowd = places_of_plays(state), waiting_for(state), crowds.is_crowd(state)
    numbers = crowds.shown(state) if crowd else state["players"]
    context = {
        "code": code, "phase": state["phase"], "settings": state["settings"], "decks": state["decks"],
        "players": {number: player_view(state, number, places) for number in sorted(numbers, key=int)},
        "waiting_for": [number for number in waiting if number in numbers] if crowd else waiting,
    }  # type: Document
    if crowd:
        context["crowd"] = crowds.counts(state, waiting)
    if state["host"] in state["players"]:
        context["host"] = state["host"]
    if "owned" in state and state["host"] != state["opener"] and state["opener"] in state["players"]:
        context["owner"] = state["opener"]
    if state["decks"]:
        double = state["doubles"]["white"] if "doubles" in state else 0
        context["serves"] = players_served(state,
                                           sum(summary["white"] for summary in state["decks"]) - double)
    if state["game"]:
        context.update(game=state["game"], round=state["round"])
    for name in OF_THE_TABLE:
        if name in state:
            context[name] = state[name]
    if "black_card" in state:
        card = black_card(state, deck)
        context["black_card"] = {"text": card.text, "pick": card.pick}
        if state["black_card"] == WRITTEN and state["written_black"] != HAIKU:
            context["black_card"]["written"] = True
    if "laid_plays" in state:
        context["plays"] = {"%d" % place: _play_view(state, state["laid_plays"][place], deck)
                            for place in deciders.open_places(state)}
        _show_votes(state, context["plays"])
    due = [time for time in [due_at(state)] if time is not None]
    due += crowds.absence_due(state) if crowd else []
    if due:
        context["due"] = min(due)
    for hook in registry.hooks("table_fields"):
        context.update(hook(state, deck))
    return context


def places_of_plays(state):
    # type: (State) -> dict[str, str]
    """The first play of each player: rules may allow more (options/answers/wager.py)."""
    places = {}  # type: dict[str, str]
    for place, play in enumerate(state.get("laid_plays", ())):
        places.setdefault(play["player"], "%d" % place)
    return places


def player_view(state, number, places):
    # type: (State, str, dict[str, str]) -> Document
    player = state["players"][number]
    view = {"name": player["name"], "score": player["score"], "presence": player["presence"],
            "face": player["face"], "colour": player["colour"]}
    if player["presence"] == "gone":
        view["gone_at"] = player["gone_at"]
    if "nudged_at" in player:
        view["nudged"] = True
    if "watches" in player:
        view["watches"] = True
    if state["phase"] in ("playing", "revealing", "judging"):
        if number in places or number in state.get("chosen_cards", ()):
            view["played"] = True
        elif number != state.get("judge") and is_active(state, number) and _is_too_late(state, number):
            view["next_round"] = True
    if state["phase"] == "judging" and number in state.get("ballots", ()):
        view["voted"] = True
    for hook in registry.hooks("player_fields"):
        view.update(hook(state, number))
    return view


def _is_too_late(state, number):
    # type: (State, str) -> bool
    return state["phase"] != "playing" or number not in state["round_players"]


def _play_view(state, play, deck):
    # type: (State, dict[str, Any], Deck) -> Document
    view = {}  # type: Document
    if play["revealed"]:
        view["cards"] = [white_text(state, deck, card) for card in play["cards"]]
    if "verdict" in state:
        view["player"] = play["player"]
        written = [place for place, card in enumerate(play["cards"]) if is_written(card)]
        if written:
            view["written"] = written
    return view


def _show_votes(state, plays):
    # type: (State, dict[str, Document]) -> None
    """Say how many votes each play has got, beside the verdict."""
    if "ballots" in state and "verdict" in state:
        votes = verdicts.votes_of(state)
        for number, play in plays.items():
            play["votes"] = votes.get(number, 0)
