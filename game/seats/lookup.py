"""Finding rooms by what visitors bring, and stopping those who try one code after the other."""
from __future__ import unicode_literals

import zlib

from django.http import Http404

from common import ratelimits
from common.http import client_address
from game.models import Player, Room
from game.seats import sessions

# What may go wrong how often from one address: a name, a rate, and how long to wait then, in seconds.
WRONG_CODES = ("wrong-code", "20/10m", 600)
WRONG_PASSWORDS = ("wrong-password", "10/5m", 300)
# What the owner of one seat may do how often; everybody at the table hears of it each time.
RETURNS = ("return", "20/10m", 600)
MOVES_OF_A_SEAT = ("move-seat", "30/10m", 600)
HUES = 12


class TooManyTriesError(Exception):
    """Something was done too often from one address or for one seat; `wait` is in seconds."""

    def __init__(self, wait):
        super(TooManyTriesError, self).__init__(wait)
        self.wait = wait


def find_room(request, code):
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
    """(Room, the Player this visitor sits as or None) of the room with this code; a kicked one too. Raises as find_room does."""
    room = find_room(request, code)
    return room, sessions.seat_of(room, request.user, request.session)


def refuse_guessers_of_codes(request, code):
    """Raise TooManyTriesError where this address has guessed too often, unless the visitor has been inside that room."""
    if not sessions.knows(request.session, code):
        refuse_guessers(request, WRONG_CODES)


def refuse_guessers(request, kind):
    """Raise TooManyTriesError where this address is above the rate of wrong tries.

    To be asked before the next try is looked at: otherwise "too many" would mean wrong, and anything else right.
    """
    group, rate, wait = kind
    if ratelimits.is_over(group, client_address(request), rate):
        raise TooManyTriesError(wait)


def find_seat(request, key):
    """The Player with this key. Raises Http404, or TooManyTriesError."""
    player = Player.objects.filter(key=key, kicked=False).select_related("room").first()
    if player is None:
        count_wrong(request, WRONG_CODES)
        raise Http404("This link is not in use any more.")
    return player


def count_wrong(request, kind):
    """Count one more wrong try of this address. Raises TooManyTriesError above the rate."""
    _count(kind, client_address(request))


def count_of_seat(player, kind):
    """Count something that was done for this seat. Raises TooManyTriesError above the rate."""
    _count(kind, player.pk)


def hue_of(code):
    """The colour of a room's table, 0-11."""
    return zlib.crc32(code.encode("ascii")) % HUES


def _count(kind, key):
    group, rate, wait = kind
    if ratelimits.hit(group, key, rate):
        raise TooManyTriesError(wait)
