"""Who may see what: the public `table` and each player's private `seat`.

Both are built up from nothing, name by name; what is not named here never leaves the server.
"""
from __future__ import unicode_literals

from typing import Any, List, NamedTuple, Optional, Sequence, Text

from game.rules.shapes import Deck, Document, State

from . import registry
from .available_moves import moves_that_make_sense
from .cards import black_card, white_text
from .deciders import verdicts
from .state import in_order, is_active, players_served
from .timeouts import due_at
from .waiting import waiting_for

# What one player's seat shows, as cheap to make as to compare: card numbers, not texts.
SeatFacts = NamedTuple("SeatFacts", [
    ("player", Text), ("hand", Sequence[int]), ("play", Optional[List[int]]), ("mine", Optional[Text]),
    ("can", List[Text]), ("more", Document)])
OF_THE_TABLE = ("doubles", "judge", "former_judge", "decided_by", "deadline", "clock_stopped", "winner",
                "verdict", "void", "winners", "paused")


def table_view(state, code, deck=None):
    # type: (State, str, Any) -> Document
    """The document everyone in the room sees (docs/PROTOCOL.md, "table")."""
    places = _places(state)
    context = {
        "code": code, "phase": state["phase"], "settings": state["settings"], "decks": state["decks"],
        "players": {number: _player_view(state, number, places) for number in in_order(state)},
        "waiting_for": waiting_for(state),
    }
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
    if "laid_plays" in state:
        context["plays"] = {"%d" % place: _play_view(state, play, deck)
                            for place, play in enumerate(state["laid_plays"])}
        _show_votes(state, context["plays"])
    due = due_at(state)
    if due is not None:
        context["due"] = due
    for hook in registry.hooks("table_fields"):
        context.update(hook(state, deck))
    return context


def seat_facts(state, deck=None):
    # type: (State, Any) -> dict[str, SeatFacts]
    """{number: SeatFacts} of everybody who has not left; where they stay the same, so does the seat."""
    places = _places(state)
    return {number: _facts_of(state, number, places, deck)
            for number, player in state["players"].items() if player["presence"] != "left"}


def seat_document(facts, deck=None):
    # type: (SeatFacts, Any) -> Document
    """The document only one player sees (docs/PROTOCOL.md, "seat"), as these facts tell it."""
    seat = {  # type: Document
        "player": facts.player, "hand": [{"id": card, "text": deck.white[card]} for card in facts.hand],
        "can": facts.can,
    }
    if facts.play is not None:
        seat["play"] = facts.play
    if facts.mine is not None:
        seat["mine"] = facts.mine
    seat.update(facts.more)
    return seat


def _facts_of(state, number, places, deck):
    # type: (State, str, dict[str, str], Any) -> SeatFacts
    more = {}  # type: Document
    if number in state.get("ballots", ()):
        more["vote"] = state["ballots"][number]
    for hook in registry.hooks("seat_fields"):
        more.update(hook(state, number, deck))
    return SeatFacts(number, tuple(state["players"][number]["hand"]),
                     state.get("chosen_cards", {}).get(number),
                     places.get(number), moves_that_make_sense(state, number), more)


def _places(state):
    # type: (State) -> dict[str, str]
    return {play["player"]: "%d" % place for place, play in enumerate(state.get("laid_plays", ()))}


def _player_view(state, number, places):
    # type: (State, str, dict[str, str]) -> Document
    player = state["players"][number]
    view = {"name": player["name"], "score": player["score"], "presence": player["presence"]}
    if player["presence"] == "gone":
        view["gone_at"] = player["gone_at"]
    if "nudged_at" in player:
        view["nudged"] = True
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
    view = {}
    if play["revealed"]:
        view["cards"] = [white_text(state, deck, card) for card in play["cards"]]
    if "verdict" in state:
        view["player"] = play["player"]
    return view


def _show_votes(state, plays):
    # type: (State, dict[str, Document]) -> None
    """Say how many votes each play has got, beside the verdict."""
    if "ballots" in state and "verdict" in state:
        votes = verdicts.votes_of(state)
        for number, play in plays.items():
            play["votes"] = votes.get(number, 0)
