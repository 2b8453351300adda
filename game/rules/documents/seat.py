"""What one player alone may see: their `seat`, built up from nothing, name by name."""
from __future__ import unicode_literals

from typing import Any, List, NamedTuple, Optional, Sequence, Text

from game.rules import crowds, registry
from game.rules.documents.available_moves import moves_that_make_sense
from game.rules.documents.table import places_of_plays, player_view
from game.rules.shapes import Document, State
from game.rules.state import is_own_bot
from game.rules.waiting import waiting_for

# What a seat shows, as cheap to make as to compare: card numbers, not texts.
SeatFacts = NamedTuple("SeatFacts", [
    ("player", Text), ("hand", Sequence[int]), ("play", Optional[List[int]]), ("mine", Optional[Text]),
    ("can", List[Text]), ("more", Document)])
# Keys of the state with an entry for each player; keys that no seat shows.
OWN = ("players", "chosen_cards", "ballots")
UNSEEN = ("white_pile", "black_pile", "deadline", "added_time", "time_given", "changed_at",
          "nudged_at", "waits_since", "quickest", "evening")


def seat_facts(state, deck=None, before=None, known=None):
    # type: (State, Any, State | None, dict[str, SeatFacts] | None) -> dict[str, SeatFacts]
    """{number: SeatFacts} of all people who have not left; where they stay the same, so does the seat.

    `known` are those of the state `before`: they stand for all whose own part of the state has not changed,
    if nothing else has that a seat may show. That is what keeps a crowd's round cheap.
    """
    facts, numbers = {}, list(state["players"])
    if before is not None and known is not None and _common(state) == _common(before):
        facts = {number: known[number] for number in known if number in state["players"]}
        numbers = [number for number in numbers if _own(state, number) != _own(before, number)]
    places = places_of_plays(state)
    ranks = crowds.places(state) if crowds.is_crowd(state) else {}
    waiting = frozenset(waiting_for(state)) if ranks else frozenset()  # type: frozenset[str]
    for number in numbers:
        facts.pop(number, None)
        if state["players"][number]["presence"] != "left" and not is_own_bot(state, number):
            facts[number] = _facts_of(state, number, places, deck, ranks, waiting)
    return facts


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


def _common(state):
    # type: (State) -> tuple[dict[str, Any], list[str], object]
    """What may show in anybody's seat: the state without what is a single player's, the bots of the host, and
    the places in a crowd.
    """
    bots = [player["presence"] for player in state["players"].values() if "bot" in player]
    common = {name: value for name, value in state.items() if name not in OWN and name not in UNSEEN}
    return common, bots, crowds.places(state) if crowds.is_crowd(state) else None


def _own(state, number):
    # type: (State, str) -> list[Any]
    return [state.get(name, {}).get(number) for name in OWN]


def _facts_of(state, number, places, deck, ranks, waiting):
    # type: (State, str, dict[str, str], Any, dict[int, int], frozenset[str]) -> SeatFacts
    more = {}  # type: Document
    if ranks:
        me = player_view(state, number, places)
        more["me"] = dict(me, place=ranks[me["score"]])
        if number in waiting:
            more["me"]["waiting"] = True
    if number in state.get("ballots", ()):
        more["vote"] = state["ballots"][number]
    for hook in registry.hooks("seat_fields"):
        more.update(hook(state, number, deck))
    return SeatFacts(number, tuple(state["players"][number]["hand"]),
                     state.get("chosen_cards", {}).get(number),
                     places.get(number), moves_that_make_sense(state, number), more)
