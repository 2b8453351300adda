"""The handler of a room's sockets: who is admitted, as a player or to watch,
and what frames mean (docs/PROTOCOL.md).
"""
from __future__ import unicode_literals

import re
from typing import Any, Callable, Iterable

import six
from django.utils import translation

from common.compat import json_loads
from game import rules
from game.codes import CODE_PATTERN
from game.models import Room
from game.moves import batches, storage
from game.realtime import messages
from game.realtime.ephemeral import PACES, Gathering, tidied
from game.seats import sessions
from live import Busy, GoneError, Place, Refused, Update
from live.base import is_longer

CLOSE = {"bad_view": 4400, "access_changed": 4401, "not_admitted": 4403, "no_such_room": 4404,
         "too_slow": 4408,
         "seat_moved": 4409, "kicked": 4410, "too_big": 4413, "too_fast": 4429, "too_many_sockets": 4429,
         "server_error": 4500, "busy": 4503}
QUESTIONS = ("sync", "ping")
LONGEST_ID = 32
# Room for the longest move: a choice of rules.MOST_DECKS decks with all their codes takes 12 KB.
FRAME_BYTES = 16 * 1024
# Clients write the id first, so that it is found in a frame that is too long to be parsed, or cannot be.
ID_FIRST = re.compile(r'\s*\{\s*"id"\s*:\s*"([^"\\]{1,%d})"' % LONGEST_ID)
SCREEN = "tv"


class RoomHandler(object):
    """Serves /ws/rooms/<CODE>/; a topic is a room's id, `who` a player's number as text.

    With ?view=tv the socket belongs to a screen that others look at: it watches, whoever sits in this
    browser.
    """

    paces = PACES
    gathering = Gathering
    path = r"ws/rooms/(?P<code>%s)/$" % CODE_PATTERN

    def admit(self, user, session, kwargs, query):
        # type: (Any, Any, dict[str, str], dict[str, str]) -> Place
        view = query.get("view", "")
        if view not in ("", SCREEN):
            raise refused("bad_view")
        room = Room.objects.filter(code=kwargs["code"]).first()
        if room is None:
            # Told only to those who were inside: to others, a wrong code must look like a room that admits
            # nobody.
            raise refused("no_such_room" if sessions.knows(session, kwargs["code"]) else "not_admitted")
        player = sessions.seat_of(room, user, session)
        if player is None and view != SCREEN and sessions.was_moved(session, room):
            raise refused("seat_moved")
        if player is None and not sessions.may_watch(session, room):
            raise refused("not_admitted")
        if player is not None and player.kicked:
            raise refused("kicked")
        return Place(room.pk, "%d" % player.number if player and view != SCREEN else None, view == SCREEN)

    def load(self, topic):
        # type: (int) -> batches.RoomState
        try:
            return batches.load(topic)
        except Room.DoesNotExist:
            raise GoneError(topic)
        except storage.Busy:
            raise Busy(topic)

    def versions(self, topics):
        # type: (Iterable[int]) -> dict[int, int]
        return dict(Room.objects.filter(pk__in=topics).values_list("pk", "version"))

    def read(self, who, frame):
        # type: (str | None, str) -> batches.Move
        if is_longer(frame, FRAME_BYTES):
            raise Refused(messages.error("too_big", _id_first(frame)))
        try:
            content = json_loads(frame)
        except ValueError:
            raise refused("bad_frame", _id_first(frame))
        if not isinstance(content, dict):
            raise refused("bad_frame")
        move_id, name, args = content.get("id", ""), content.get("move"), content.get("args", {})
        if not isinstance(move_id, six.text_type) or len(move_id) > LONGEST_ID:
            raise refused("bad_frame")
        if not isinstance(name, six.text_type) or not isinstance(args, dict):
            raise refused("bad_frame", move_id)
        if name in QUESTIONS:
            return batches.Move(who, name, args, move_id, None)
        if name not in rules.PLAYER_MOVES and name not in PACES:
            raise refused("unknown_move", move_id)
        if not move_id:
            raise refused("bad_frame")
        if name in PACES:
            args = _answering(move_id, tidied, name, args)
        return batches.Move(who, name, args, move_id, None)

    def is_question(self, move):
        # type: (batches.Move) -> str
        return move.name if move.name in QUESTIONS else ""

    def ephemeral(self, move):
        # type: (batches.Move) -> str
        return move.name if move.name in PACES else ""

    def gather(self, loaded, move, gathered):
        # type: (batches.RoomState, batches.Move, list[Gathering]) -> str
        _answering(move.id, rules.require_allowed, loaded.state, move.player, move.name)
        if not all(each.add(move.player, move.args) for each in gathered):
            raise refused("slow_down", move.id)
        return messages.ok(move.id)

    def needs_reading(self, move):
        # type: (batches.Move) -> bool
        return batches.needs_reading(move)

    def prepare(self, move, loaded):
        # type: (batches.Move, batches.RoomState) -> batches.Move
        return batches.prepare(move, loaded)

    def arrival(self, who):
        # type: (str | None) -> batches.Move | None
        return batches.Move(who, "connect", {}, "", None) if who else None

    def departure(self, who):
        # type: (str | None) -> batches.Move | None
        return batches.Move(who, "disconnect", {}, "", None) if who else None

    def advance(self, loaded, moves):
        # type: (batches.RoomState, list[batches.Move]) -> batches.BatchResult
        return batches.advance(loaded, moves)

    def commit(self, outcomes):
        # type: (list[batches.BatchResult]) -> list[bool]
        return batches.commit(outcomes)

    def update(self, outcome):
        # type: (batches.BatchResult) -> Update
        return messages.update(outcome)

    def replies(self, outcome, moves, languages):
        # type: (batches.BatchResult, list[batches.Move], list[str]) -> list[str | None]
        return [self._reply(outcome, move, refusal, language)
                for move, refusal, language in zip(moves, outcome.answers, languages)]

    def welcome(self, loaded, who):
        # type: (batches.RoomState, str | None) -> str
        return messages.welcome(loaded, who)

    def pong(self, loaded):
        # type: (batches.RoomState) -> str
        return messages.pong(loaded.version)

    def failure(self, move, code):
        # type: (batches.Move | None, str) -> str
        return messages.error(code, move.id if move else "")

    def refusal(self, code):
        # type: (str) -> tuple[str, int]
        """(text, close code) for a socket that is closed because of `code`."""
        return messages.error(code), CLOSE[code]

    def _reply(self, outcome, move, refusal, language):
        # type: (batches.BatchResult, batches.Move, rules.InvalidMoveError | None, str) -> str | None
        if not move.id:
            return None
        if refusal is None:
            return messages.ok(move.id, outcome.after.version)
        with translation.override(language):
            return messages.error(refusal.code, move.id, **refusal.data)


def _answering(move_id, call, *args):
    # type: (str, Callable[..., Any], *Any) -> Any
    """What `call(*args)` returns; an InvalidMoveError is the answer to the frame with this id."""
    try:
        return call(*args)
    except rules.InvalidMoveError as refusal:
        raise Refused(messages.error(refusal.code, move_id, **refusal.data))


def _id_first(frame):
    # type: (str) -> str
    """The id that a frame begins with, or ""."""
    found = ID_FIRST.match(frame)
    return found.group(1) if found else ""


def refused(code, move_id=""):
    # type: (str, str) -> Refused
    """A Refused that tells the code, and closes where the protocol says so."""
    return Refused(messages.error(code, move_id), CLOSE.get(code, 0))


rooms = RoomHandler()
