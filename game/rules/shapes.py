"""The kinds of values that the rules pass around.

Players are meant by their number in the room, as text ("3").
"""
from __future__ import unicode_literals

from typing import TYPE_CHECKING, Any, Dict, List, NamedTuple, Sequence, Text

State = Dict[Text, Any]  # what game/rules/stored/schema.py declares, as plain JSON data
PlayerState = Dict[Text, Any]
Pile = Dict[Text, Any]
Entry = Dict[Text, Any]  # one line of the public log: {"type": "joined", "player": "3"}
Entries = List[Entry]
Document = Dict[Text, Any]  # what clients get (docs/PROTOCOL.md)
Args = Any  # of a move: a dict as the client or the server gave it, so nothing is known of its values

if TYPE_CHECKING:
    from typing import Protocol

    class Rng(Protocol):
        """A source of random numbers: random.Random or what answers like it."""

        def random(self):
            # type: () -> float
            pass
else:
    Rng = Any

BlackCard = NamedTuple("BlackCard", [("text", Text), ("pick", int), ("draw", int)])
# The frozen cards of a game: `white` are texts, `id` is plain data. `rates` says of each white card how often
# it wins; empty where nobody knows.
Deck = NamedTuple("Deck", [("id", Any), ("black", Sequence[BlackCard]), ("white", Sequence[Text]),
                           ("rates", Sequence[int])])
Deck.__new__.__defaults__ = ((),)
# What a move sees: `state` is changed in place, `now` is in milliseconds. `player` is None in moves that need
# none, and so is `deck`.
MoveContext = NamedTuple("MoveContext", [
    ("state", State), ("player", Text), ("args", Args), ("now", int), ("rng", Rng), ("deck", Deck)])
