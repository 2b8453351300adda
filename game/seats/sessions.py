"""Which seat is whose: sessions and accounts on one side, Player rows on the other.

A session holds the key of each seat it sits in; a key that was changed meanwhile went to another device.

Whom a host has removed stays out in each browser that had the seat or has the account, also once it has
signed out. Never by an address: many people share one.
"""
from __future__ import unicode_literals

from typing import Any, Iterable

from django.contrib.auth.hashers import check_password
from django.db.models import Q

from game import codes
from game.models import Player, Room

SEATS, WATCHED, REMOVED, VISITOR, LOOK = "seats", "doors", "removed", "visitor", "look"


def seat_of(room, user, session):
    # type: (Room, Any, Any) -> Player | None
    """The Player this visitor sits as in `room`, or None; one that was removed before any other."""
    # Asked first: finding out whose a session is may show that it has ended, and empty it.
    signed_in = user is not None and user.pk is not None
    key, removed = session.get(SEATS, {}).get(room.code), session.get(REMOVED, {}).get(room.code)
    if not (key or removed or signed_in):
        return None
    mine = Q(key__in=[one for one in (key, removed) if one])
    found = list(Player.objects.filter(mine | Q(user=user) if signed_in else mine, room=room))
    for fits in (lambda player: player.kicked, lambda player: player.key == key,
                 lambda player: signed_in and player.user_id == user.pk):
        for player in found:
            if fits(player):
                return player
    return None


def keep_out(session, players):
    # type: (Any, Iterable[Player]) -> None
    """These Players were removed: this session stays out as well."""
    removed = {str(player.room.code): player.key for player in players}
    if removed:
        session[REMOVED] = dict(session.get(REMOVED, {}), **removed)


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
    """Let this session sit in the player's seat from now on, and look like that in the next room."""
    if player.face:
        session[LOOK] = [player.face, player.colour]
    session[SEATS] = dict(session.get(SEATS, {}), **{str(player.room.code): player.key})


def visitor_of(session):
    # type: (Any) -> str
    """The mark by which this session waits for something without having a seat; "" where it has none."""
    return str(session.get(VISITOR, ""))


def mark(session):
    # type: (Any) -> str
    """The same, given to a session that has none yet."""
    if not visitor_of(session):
        session[VISITOR] = codes.new_key()
    return visitor_of(session)


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
