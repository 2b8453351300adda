"""Which account a seat belongs to: taking it over at sign-in, letting go of it when the account ends."""
from __future__ import unicode_literals

import itertools
import logging
from typing import Any, Iterable

from django.db import IntegrityError, transaction

from common.compat import json_dumps, json_loads
from common.names import name_key
from game import codes
from game.models import Player, Room, RoundResult
from game.moves import batches
from game.moves.names import numbered
from game.rooms import services

logger = logging.getLogger("game")
NOBODY = "Somebody"


def adopt(user, keys):
    # type: (Any, Iterable[str]) -> set[str]
    """Give the seats with these keys to `user`, unless they are another account's or the user has one in that
    room.

    Returns the set of the keys whose seats belong to another account.
    """
    seats = list(Player.objects.filter(key__in=keys))
    for seat in seats:
        if seat.user_id is None and _give(seat, user):
            _keep_room_for(seat)
    return {seat.key for seat in seats if seat.user_id not in (None, user.pk)}


def let_go(player):
    # type: (Player) -> None
    """Make a seat nobody's: free at the table, under a name that says nothing, with a key that no link has.

    The player's points and answers stay. Raises services.Busy.
    """
    name = _name_of_nobody(player)
    _leave_as(player, name)
    with transaction.atomic():
        Player.objects.filter(pk=player.pk).update(user=None, name=name, key=codes.new_key())
        _rename_in_history(player, name)


def _give(seat, user):
    # type: (Player, Any) -> bool
    try:
        with transaction.atomic():
            return bool(Player.objects.filter(pk=seat.pk, user=None).update(user=user))
    except IntegrityError:  # one seat of an account in each room
        return False


def _keep_room_for(seat):
    # type: (Player) -> None
    """From now on the room waits for its opener, if that is who sits here; a busy one goes on as it was."""
    try:
        services.play(seat.room_id, [batches.Move("%d" % seat.number, "own", {}, "", None)])
    except (services.Busy, Room.DoesNotExist):
        logger.warning("Room %s was too busy to learn that its opener has an account.", seat.room_id)


def _name_of_nobody(player):
    # type: (Player) -> str
    others = Player.objects.filter(room=player.room_id).exclude(pk=player.pk).values_list("name", flat=True)
    taken = {name_key(name) for name in others}
    return next(name for name in itertools.chain([NOBODY], numbered(NOBODY)) if name_key(name) not in taken)


def _leave_as(player, name):
    # type: (Player, str) -> None
    # The table goes first: rounds that are judged from now on are kept under the new name.
    number = "%d" % player.number
    services.play(player.room_id, [batches.Move(number, "rename", {"name": name}, "", None),
                                   batches.Move(number, "leave", {}, "", None),
                                   batches.Move(number, "disown", {}, "", None)])


def _rename_in_history(player, name):
    # type: (Player, str) -> None
    for result in RoundResult.objects.filter(room=player.room_id).only("plays"):
        plays = json_loads(result.plays)
        mine = [play for play in plays if play.get("player") == player.number]
        for play in mine:
            play["name"] = name
        if mine:
            RoundResult.objects.filter(pk=result.pk).update(plays=json_dumps(plays))
