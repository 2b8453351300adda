"""Which seat is whose: sessions and accounts on one side, Player rows on the other.

A session holds the key of each seat it sits in; a key that was changed meanwhile went to another device.
"""
from __future__ import unicode_literals

from typing import Any

from django.contrib.auth.hashers import check_password

from game.models import Player, Room

SEATS, WATCHED = "seats", "doors"


def seat_of(room, user, session):
    # type: (Room, Any, Any) -> Player | None
    """The Player this visitor sits as in `room`, a kicked one too, or None."""
    # Asked first: finding out whose a session is may show that it has ended, and empty it.
    signed_in = user is not None and user.pk is not None
    key = session.get(SEATS, {}).get(room.code)
    player = Player.objects.filter(room=room, key=key).first() if key else None
    if player is None and signed_in:
        player = Player.objects.filter(room=room, user=user).first()
    return player


def knows(session, code):
    # type: (Any, str) -> bool
    """Whether this session has been inside the room with this code, which may be gone by now."""
    return code in session.get(SEATS, {}) or code in session.get(WATCHED, [])


def was_moved(session, room):
    # type: (Any, Room) -> bool
    """Whether this session had a seat here whose key has been changed since."""
    return room.code in session.get(SEATS, {})


def remember(session, player):
    # type: (Any, Player) -> None
    """Let this session sit in the player's seat from now on."""
    session[SEATS] = dict(session.get(SEATS, {}), **{str(player.room.code): player.key})


def let_watch(session, room):
    # type: (Any, Room) -> None
    """Let this session watch the room."""
    session[WATCHED] = sorted(set(session.get(WATCHED, [])) | {room.code})[-50:]


def may_watch(session, room):
    # type: (Any, Room) -> bool
    """Whether this session has been let into the room."""
    return room.code in session.get(WATCHED, [])


def password_fits(room, password):
    # type: (Room, str) -> bool
    """Whether `password` opens the room; one without a password opens to everybody."""
    return not room.password or check_password(password, room.password)


def my_seats(user, session, limit=20):
    # type: (Any, Any, int) -> list[Player]
    """The seats of this visitor, newest first, without those they were kicked from."""
    signed_in = user is not None and user.pk is not None  # first, as in seat_of
    keys = list(session.get(SEATS, {}).values())
    players = Player.objects.filter(key__in=keys, kicked=False)
    if signed_in:
        players = players | Player.objects.filter(user=user, kicked=False)
    return list(players.select_related("room").order_by("-room__used")[:limit])
