"""Finding rooms by what visitors bring, and stopping those who try one code after the other."""
from __future__ import unicode_literals

from typing import Any, NamedTuple, Text

from django.http import Http404

from common.limits import ratelimits
from common.web.http import client_address
from game.models import Player, Room
from game.seats import sessions

# How often something may be done, under this name: a rate, and how long to wait then, in seconds.
Limit = NamedTuple("Limit", [("group", Text), ("rate", Text), ("wait", int)])
# What may go wrong how often from one address.
WRONG_CODES = Limit("wrong-code", "20/10m", 600)
WRONG_PASSWORDS = Limit("wrong-password", "10/5m", 300)
# What the owner of one seat may do how often; everybody at the table hears of it each time.
RETURNS = Limit("return", "20/10m", 600)
MOVES_OF_A_SEAT = Limit("move-seat", "30/10m", 600)


class TooManyTriesError(Exception):
    """Something was done too often from one address or for one seat; `wait` is in seconds."""

    def __init__(self, wait):
        # type: (int) -> None
        super(TooManyTriesError, self).__init__(wait)
        self.wait = wait


def find_room(request, code):
    # type: (Any, str) -> Room
    """The Room with this code. Raises Http404, or TooManyTriesError after twenty wrong codes in ten minutes.

    From then on right codes are refused too, but to visitors who have been inside that room.
    """
    refuse_guessers_of_codes(request, code)
    room = Room.objects.filter(code=code).first()
    if room is None:
        count_wrong(request, WRONG_CODES)
        raise Http404("There is no room %s." % code)
    return room


def find_visitor(request, code):
    # type: (Any, str) -> tuple[Room, Player | None]
    """(Room, the Player this visitor sits as or None) of the room with this code; a kicked one too.

    Raises as find_room does.
    """
    room = find_room(request, code)
    return room, sessions.seat_of(room, request.user, request.session)


def refuse_guessers_of_codes(request, code):
    # type: (Any, str) -> None
    """Raise TooManyTriesError where this address has guessed too often,
    unless the visitor has been inside that room.
    """
    if not sessions.knows(request.session, code):
        refuse_guessers(request, WRONG_CODES)


def refuse_guessers(request, limit):
    # type: (Any, Limit) -> None
    """Raise TooManyTriesError where this address is above the rate of wrong tries.

    To be asked before the next try is looked at: otherwise "too many" would mean wrong, and anything else
    right.
    """
    if ratelimits.is_over(limit.group, client_address(request), limit.rate):
        raise TooManyTriesError(limit.wait)


def find_seat(request, key):
    # type: (Any, str) -> Player
    """The Player with this key. Raises Http404, or TooManyTriesError."""
    player = Player.objects.filter(key=key, kicked=False).select_related("room").first()
    if player is None:
        count_wrong(request, WRONG_CODES)
        raise Http404("This link is not in use any more.")
    return player


def count_wrong(request, limit):
    # type: (Any, Limit) -> None
    """Count one more wrong try of this address. Raises TooManyTriesError above the rate."""
    _count(limit, client_address(request))


def count_of_seat(player, limit):
    # type: (Player, Limit) -> None
    """Count something that was done for this seat. Raises TooManyTriesError above the rate."""
    _count(limit, player.pk)


def _count(limit, key):
    # type: (Limit, str | int) -> None
    if ratelimits.hit(limit.group, key, limit.rate):
        raise TooManyTriesError(limit.wait)


def find_admitted(request, code):
    # type: (Any, str) -> tuple[Room, Player | None]
    """(Room, Player or None) of somebody who may see it: a player who was not removed, or who has come in to
    watch. Raises Http404: a stranger learns nothing.
    """
    room, player = find_visitor(request, code)
    if player.kicked if player else not sessions.may_watch(request.session, room):
        raise Http404("Come in through the room's page first.")
    return room, player
