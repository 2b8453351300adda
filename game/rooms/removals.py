"""How people of a crowd find each other by name, who was removed, and how a host lets them in again."""
from __future__ import unicode_literals

from heapq import nsmallest
from typing import Any

from common.names import letters_of
from game import rules
from game.models import Player, Room
from game.moves import batches

MOST_FOUND, MOST_LISTED = 20, 200
SHOWN = ("name", "score", "presence", "face", "colour")


def people_called(room, typed):
    # type: (Room, str) -> tuple[list[dict[str, Any]], int]
    """([{"player": "3", "name", "score", "presence", "face", "colour"}], how many more) of the people at the
    table whose name has `typed` in it, whatever its case and accents; names that begin with it come first.
    Without letters these are all people.
    """
    state, wanted = batches.load(room.pk).state, letters_of(typed)
    found = []
    for number in rules.people_seated(state):
        place = letters_of(state["players"][number]["name"]).find(wanted)
        if place >= 0:
            found.append((place > 0, int(number)))
    shown = nsmallest(MOST_FOUND if wanted else MOST_LISTED, found)
    people = [dict({name: state["players"]["%d" % number][name] for name in SHOWN}, player="%d" % number)
              for _, number in shown]
    return people, len(found) - len(people)


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
