"""What people tell each other beside the game: faces, quick phrases, a chat (docs/PROTOCOL.md, "Beside the
game"). It belongs to no version and is stored nowhere.
"""
from __future__ import unicode_literals

from collections import OrderedDict
from typing import Any

from common.compat import json_dumps, json_loads
from game import rules
from game.realtime import messages
from game.rules.shapes import Document

FACES = ("joy", "love", "wow", "wicked", "cringe", "tears")
PHRASES = ("well_played", "my_sides", "too_true", "no_words", "so_close", "robbed", "thinking", "snacks")
# How often one socket may say something of a kind: so many at once, and so many a second.
PACES = {"react": (3, 3.0), "phrase": (2, 0.5), "say": (3, 0.5)}
# Players whose faces are named in one message; where more react, it has the sum of each face.
MOST_NAMED = 24
MOST_SAID = 12  # phrases and lines of the chat in one message


def tidied(kind, args):
    # type: (str, dict[str, Any]) -> Document
    """The part of a frame's `args` that is told.

    Raises InvalidMoveError("bad_frame"), or those of a text.
    """
    if kind == "say":
        return {"text": rules.tidy_remark(args.get("text"))}
    name, known = ("face", FACES) if kind == "react" else ("phrase", PHRASES)
    if args.get(name) not in known:
        raise rules.InvalidMoveError("bad_frame")
    return {name: args[name]}


class Gathering(object):
    """What the people of a room say within a moment, at most so much, however many they are."""

    def __init__(self):
        # type: () -> None
        self._faces = OrderedDict()  # type: OrderedDict[tuple[str | None, str], int]
        self._said, self._is_crowd = [], False  # type: list[Document], bool

    def add(self, player, told):
        # type: (str | None, Document) -> bool
        """Take in what somebody says, as `tidied` has made it. Returns whether there was room for it."""
        if "face" in told:
            self._count(player, told["face"], 1)
            return True
        if len(self._said) == MOST_SAID:
            return False
        self._said.append(dict(told, player=player))
        return True

    def take_in(self, text):
        # type: (str) -> None
        """Take in what another process has gathered, as far as there is room."""
        faces, said = json_loads(text)
        for player, face, count in faces:
            self._count(player, face, count)
        self._said += said[:MOST_SAID - len(self._said)]

    def dumps(self):
        # type: () -> str
        """What was gathered, for the `take_in` of another process."""
        return json_dumps([[[player, face, count] for (player, face), count in self._faces.items()],
                           self._said])

    def texts(self, screen=False):
        # type: (bool) -> list[str]
        """The messages that tell it: one for faces, one for words; screens are told no chat."""
        said = [line for line in self._said if "phrase" in line or not screen]
        faces = [dict({"face": face, "count": count}, **({str("player"): player} if player else {}))
                 for (player, face), count in self._faces.items()]
        return ([messages.reactions(faces)] if faces else []) + (
            [messages.said(said)] if said else [])

    def _count(self, player, face, count):
        # type: (str | None, str, int) -> None
        player = None if self._is_crowd else player
        self._faces[player, face] = self._faces.get((player, face), 0) + count
        if not self._is_crowd and len(self._faces) > MOST_NAMED:
            faces, self._faces, self._is_crowd = self._faces, OrderedDict(), True
            for (_, each), sum_of_one in faces.items():
                self._count(None, each, sum_of_one)
