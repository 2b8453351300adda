"""Everything that changes a room outside of its sockets: each service commits, and then publishes what it
committed.

The only caller of live.publish, so that nobody forgets to publish, or publishes what is not committed: never
call a service that makes moves inside a transaction. What has to be stored together with a new seat is given
to `join` as `claim`.
"""
from __future__ import unicode_literals

import random
import time
from typing import Any, Callable, Iterable

from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.utils import timezone

from accounts import profiles
from common.clock import now_ms
from common.compat import json_dumps
from common.names import tidy_name
from decks.catalogue import dedupe, selection
from game import codes, rules
from game.models import Player, Room
from game.moves import batches
from game.moves.batches import Move
from game.moves.storage import Busy
from game.realtime import messages
from game.realtime.handlers import rooms
from game.rooms import caps, line
from game.rules.shapes import State
from live import DirectMessage, publish  # noqa: TID251

RACES = 50
RETRIES_OF_A_CODE = 20

_rng = random.SystemRandom()


def play(pk, moves):
    # type: (int, list[Move]) -> batches.BatchResult
    """Make these moves in the room `pk`, and publish what changed. Returns the BatchResult.

    Raises Room.DoesNotExist, Busy.
    """
    for race in range(RACES):
        loaded = batches.load(pk)
        outcome = batches.advance(loaded, [batches.prepare(move, loaded) if batches.needs_reading(move)
                                           else move for move in moves])
        if not outcome.changed:
            return outcome
        if batches.commit([outcome])[0]:
            publish(rooms, messages.update(outcome))
            return outcome
        _step_back(race)
    raise Busy()


def open_room(name, user=None, password="", listed=False, deck_ids=(), by_default=(), look=None):
    # type: (str, Any, str, bool, Iterable[int], Iterable[int], tuple[int, int] | None) -> Player
    """A new room with its host in the first seat; `by_default` are those of its decks that nobody has chosen.
    Returns the Player. Raises BadNameError.
    """
    name = tidy_name(name)
    shown = rules.free_look({"players": {}}, _rng, look)
    state = rules.new_state(name, now_ms(), owned=user is not None and user.pk is not None, look=shown)
    summaries = batches.marked(selection.summaries(deck_ids), by_default)
    rules.lay_out(state, summaries, dedupe.doubles(summaries))
    for _ in range(RETRIES_OF_A_CODE):
        code = codes.new_code()
        if Room.objects.filter(code=code).exists():
            continue
        with transaction.atomic():
            room = Room.objects.create(
                code=code, state=json_dumps(state), listed=listed, used=timezone.now(),
                password=make_password(password) if password else "")
            return _new_player(room, 1, name, user, shown)
    raise Busy()


def first_decks(deck=None):
    # type: (Any) -> tuple[list[int], list[int]]
    """(ids of the decks a new room begins with, those of them that nobody has chosen): the family deck
    in the active language; or `deck`, alone if that is enough for a game.
    """
    family = selection.first_choice()
    if deck is None:
        return family, family
    summary, = selection.summaries([deck.pk])
    enough = summary["black"] and rules.players_served(rules.new_state("", 0),
                                                       summary["white"]) >= rules.FEWEST_PLAYERS
    return ([deck.pk], []) if enough else (sorted({deck.pk} | set(family)), sorted(set(family) - {deck.pk}))


def join(room,  # type: Room
         name,  # type: str
         user=None,  # type: Any
         invited=False,  # type: bool
         claim=None,  # type: Callable[[], Callable[[Player], object]] | None
         visitor="",  # type: str
         look=None,  # type: tuple[int, int] | None
         let_in=False,  # type: bool
         numbered=False  # type: bool
         ):
    # type: (...) -> Player
    """Take a new seat in `room`. Returns the Player.

    Who was `invited` finds one where others find none any more; `visitor` is who may have waited for one in
    line (line.py); `look` is the face and colour they want. Who was invited, or `let_in`, is not asked about;
    with `numbered` a name that is taken gets a number.

    claim() is called first in the transaction that takes the seat, and what it returns is called with the
    Player at its end; what either of them raises takes everything back.
    Raises BadNameError, NameTakenError, rules.InvalidMoveError (no free seat, not enough cards for one more),
    Busy.
    """
    name = tidy_name(name)
    for race in range(RACES):
        loaded = batches.load(room.pk)
        taken = room.players.order_by("-number").values_list("number", flat=True).first() or 0
        if taken >= caps.seats_ever(invited):
            raise rules.InvalidMoveError("no_seats_left")
        args = dict(_seats(room.pk, loaded.state, invited, visitor), let_in=invited or let_in,
                    numbered=numbered, **rules.free_look(loaded.state, _rng, look))
        try:
            with transaction.atomic():
                keep = claim() if claim is not None else None
                player, outcome = _sit_down(room, loaded, taken + 1, name, user, args)
                if keep is not None:
                    keep(player)
        except (IntegrityError, _LostRaceError):
            _step_back(race)
        else:
            publish(rooms, messages.update(outcome))
            return player
    raise Busy()


def come_back(player, invited=False, visitor=""):
    # type: (Player, bool, str) -> batches.BatchResult
    """Sit down again after leaving; with a number, if somebody else has the name by now. Returns the
    BatchResult. Raises rules.InvalidMoveError, Busy.
    """
    seats = _seats(player.room_id, batches.load(player.room_id).state, invited, visitor)
    args = dict(seats, name=player.name, numbered=True, again=True, face=player.face, colour=player.colour)
    outcome = play(player.room_id, [Move("%d" % player.number, "join", args, "", None)])
    if outcome.answers[0] is not None:
        raise outcome.answers[0]
    return outcome


def touch(room_id):
    # type: (int) -> bool
    """Count something that is no move as a use of the room, like a date for it.

    Returns whether the room is there still.

    Called first inside a transaction it also keeps the room from being cleared away before the end of that.
    """
    return bool(Room.objects.filter(pk=room_id).update(used=timezone.now()))


def move_seat(player):
    # type: (Player) -> Player
    """Give the seat a new key: the device that holds the old one has lost it, and is told so.

    Returns the Player.
    """
    player.key = codes.new_key()
    player.save(update_fields=["key"])
    disconnect(player.room_id, player.number, "seat_moved")
    return player


def disconnect(room_id, number, code):
    # type: (int, int, str) -> None
    """Close all sockets of player `number`, telling them the refusal `code`;
    nothing in the room has changed.
    """
    publish(rooms, DirectMessage(room_id, disconnects={"%d" % number: code}))


def tell(room_id, number, text):
    # type: (int, int, str) -> None
    """Send a text of JSON to the sockets of player `number`.

    It may be lost: the next page must say the same.
    """
    publish(rooms, DirectMessage(room_id, {"%d" % number: text}))


def tell_seats(room_id, text):
    # type: (int, str) -> None
    """The same for everybody who has a seat in the room and was not kicked."""
    numbers = Player.objects.filter(room=room_id, kicked=False).values_list("number", flat=True)
    publish(rooms, DirectMessage(room_id, {"%d" % number: text for number in numbers}))


class NameTakenError(ValueError):
    """Somebody in this room has that name, or one that looks like it."""


class _LostRaceError(Exception):
    """Another process committed between our read and our write."""


def _seats(room_id, state, invited, visitor):
    # type: (int, State, bool, str) -> dict[str, int]
    """What the rules must know of the room's seats; for invited guests none is held for others."""
    held = 0 if invited else line.held_for_others(room_id, len(rules.people_seated(state)), visitor)
    return {"seats": caps.seats_at_once(invited), "held": held}


def _sit_down(room, loaded, number, name, user, args):
    # The seat is taken before the move, so that two people with one number never both get through. And
    # writing comes first: SQLite refuses a transaction that read before somebody else wrote.
    # type: (Room, batches.RoomState, int, str, Any, dict[str, int]) -> tuple[Player, batches.BatchResult]
    player = _new_player(room, number, name, user, args)
    outcome = batches.advance(loaded,
                              [Move("%d" % player.number, "join", dict(args, name=name), "", None)])
    refusal = outcome.answers[0]
    if refusal is not None:
        raise NameTakenError(name) if refusal.code == "name_taken" else refusal
    if not batches.commit([outcome])[0]:
        raise _LostRaceError()
    return player, outcome


def _new_player(room, number, name, user, look):
    # type: (Room, int, str, Any, dict[str, int]) -> Player
    owner = user if user and user.pk else None
    if owner is not None:
        profiles.keep_look(owner, look["face"], look["colour"])
    return Player.objects.create(room=room, number=number, name=name, key=codes.new_key(), user=owner,
                                 face=look["face"], colour=look["colour"])


def _step_back(race):
    # Everybody who lost this race would otherwise lose the next one together again.
    # type: (int) -> None
    time.sleep(_rng.random() * 0.002 * min(race + 1, 10))
