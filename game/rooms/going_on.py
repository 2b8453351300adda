"""The same group again: a new room with the settings and decks of an old one, and the way there for whoever
sits in the old one.
"""
from __future__ import unicode_literals

from typing import Any, Iterable

from common.compat import json_dumps
from decks.catalogue import selection
from game import rules
from game.models import Player, Room
from game.moves import batches
from game.moves.batches import Move
from game.rooms import services
from game.rules.shapes import State


class NotHostError(Exception):
    """Only who hosts the old room, or whose it is, goes on with all."""


def go_on(player, user=None, codes=()):
    # type: (Player, Any, Iterable[str]) -> Player
    """Open a room like the player's, with them as its host, and tell everybody who sits in the old one.
    Returns the Player there. `codes` are those of decks that this browser knows; a deck that they cannot
    choose stays behind. Raises NotHostError, services.Busy.
    """
    old = player.room
    state = batches.load(old.pk).state
    if not may_go_on(player, state):
        raise NotHostError()
    ids = [deck["id"] for deck in state["decks"]]
    kept = set(selection.offered(user, codes).filter(pk__in=ids).values_list("pk", flat=True))
    by_default = [deck["id"] for deck in state["decks"] if deck.get("by_default")]
    new = services.open_room(player.name, user, "", False, [pk for pk in ids if pk in kept], by_default,
                             look=(player.face, player.colour))
    settings = dict(state["settings"])
    if settings["door"] == "locked":
        settings["door"] = "open"  # the others have to get in
    services.play(new.room_id, [Move("1", "change_settings", {"settings": settings}, "", None)])
    Room.objects.filter(pk=new.room_id).update(password=old.password)
    Room.objects.filter(pk=old.pk).update(next=new.room_id)
    services.tell_seats(old.pk, json_dumps({"type": "again", "again": _told(new.room, player.name)}))
    return new


def may_go_on(player, state):
    # type: (Player, State) -> bool
    """Whether this player hosts the room, alone or beside the host, or it is theirs."""
    return not player.kicked and _may(state, "%d" % player.number)


def _may(state, number):
    # type: (State, str) -> bool
    return rules.has_power(state, number) or number == state["opener"]


def hosts(player):
    # type: (Player) -> bool
    """The same, of the room as it is now."""
    return may_go_on(player, batches.load(player.room_id).state)


def where(room):
    # type: (Room) -> dict[str, str] | None
    """{"code", "by"} of the room where this one's group goes on, None for none."""
    if room.next_id is None:
        return None
    host = Player.objects.filter(room=room.next_id, number=1).values_list("name", flat=True).first()
    return _told(room.next, host or "")


def go_along(player, user=None):
    # type: (Player, Any) -> Player | None
    """Take a seat under the same name where the group of the player's room goes on; None where it goes on
    nowhere. Raises what services.join raises.
    """
    room = player.room.next
    return None if room is None or player.kicked else services.join(
        room, player.name, user, let_in=True, look=(player.face, player.colour))


def _told(room, host):
    # type: (Room, str) -> dict[str, str]
    return {"code": room.code, "by": host}
