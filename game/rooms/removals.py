"""People whom a host has removed from a room, and how they are let in again."""
from __future__ import unicode_literals

from typing import Any

from game.models import Player, Room


def removed_people(room):
    # type: (Room) -> list[dict[str, Any]]
    """[{"player": "3", "name"}] of those who may not come in, in the order of their seats."""
    rows = Player.objects.filter(room=room, kicked=True).values_list("number", "name")
    return [{"player": "%d" % number, "name": name} for number, name in rows]


def let_in_again(room, number):
    # type: (Room, int) -> str
    """Player `number` may sit down again. Returns their name, or "" if nobody of that number was removed."""
    rows = Player.objects.filter(room=room, number=number, kicked=True)
    name = rows.values_list("name", flat=True).first()
    return name if name is not None and rows.update(kicked=False) else ""
