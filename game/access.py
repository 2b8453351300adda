"""Finding rooms by what visitors bring, and stopping those who try one code after the other."""
from __future__ import unicode_literals

import zlib

from django.http import Http404

from common import ratelimits
from game.models import Player, Room

# What may go wrong how often from one address: a name, a rate, and how long to wait then, in seconds.
WRONG_CODES = ("wrong-code", "20/10m", 600)
WRONG_PASSWORDS = ("wrong-password", "10/5m", 300)
HUES = 12


class TooMany(Exception):
    """Too many wrong tries from one address; `wait` is in seconds."""

    def __init__(self, wait):
        super(TooMany, self).__init__(wait)
        self.wait = wait


def find_room(request, code):
    """The Room with this code. Raises Http404, or TooMany after twenty wrong codes in ten minutes."""
    room = Room.objects.filter(code=code).first()
    if room is None:
        count_wrong(request, WRONG_CODES)
        raise Http404("There is no room %s." % code)
    return room


def find_seat(request, key):
    """The Player with this key. Raises Http404, or TooMany."""
    player = Player.objects.filter(key=key, kicked=False).select_related("room").first()
    if player is None:
        count_wrong(request, WRONG_CODES)
        raise Http404("This link is not in use any more.")
    return player


def count_wrong(request, kind):
    """Count one more wrong try of this address. Raises TooMany above the rate."""
    group, rate, wait = kind
    if ratelimits.hit(group, request.META.get("REMOTE_ADDR", ""), rate):
        raise TooMany(wait)


def hue_of(code):
    """The colour of a room's table, 0-11."""
    return zlib.crc32(code.encode("ascii")) % HUES
