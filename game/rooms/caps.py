"""How many seats and rooms there may be: at one table, and new ones from one address or account.

The numbers are settings. Counting is for pages; what a table holds is told here and refused by `services`.
"""
from __future__ import unicode_literals

from typing import Any

from django.conf import settings

from common.compat import gettext as _
from common.limits import ratelimits
from common.web.http import client_address

HOUR, DAY = 3600, 24 * 3600
# Invited guests find a seat where strangers find none any more: so many times as many seats.
INVITED = 2
# How many seats a room gives out in its life, as a multiple of those it has: people who left or were removed
# keep theirs, and a room must not grow without end when somebody comes and goes under new names.
EVER, EVER_INVITED = 3, 4
# How often a seat is asked for that is somebody's: each time a host is disturbed.
REQUESTS_OF_AN_ADDRESS, REQUESTS_OF_A_ROOM = "6/10m", "12/10m"
# The same of new seats: a whole class may come from one address.
NEWCOMERS_OF_AN_ADDRESS, NEWCOMERS_OF_A_ROOM = "40/10m", "80/10m"


class OverCapError(Exception):
    """Somebody opens rooms or takes seats too fast; `message` is for them, `wait` is in seconds.

    `field` names the field of the form that it is about; None where it is about the whole.
    """

    def __init__(self, message, wait, field=None):
        # type: (str, int, str | None) -> None
        super(OverCapError, self).__init__(message)
        self.message, self.wait, self.field = message, wait, field


def seats_at_once(invited=False):
    # type: (bool) -> int
    """How many people may sit in a room at the same time."""
    return settings.SEATS_PER_ROOM * (INVITED if invited else 1)


def seats_ever(invited=False):
    # type: (bool) -> int
    """How many seats a room may give out."""
    return settings.SEATS_PER_ROOM * (EVER_INVITED if invited else EVER)


def count_seat(request):
    # type: (Any) -> None
    """Count a new seat of the visitor's address. Raises OverCapError."""
    if ratelimits.hit("seats", client_address(request), "%d/h" % settings.SEATS_AN_HOUR):
        raise OverCapError(_("Many seats were taken from your network just now, more than we give out in an "
                             "hour. Watch for the moment, and take a seat a little later."), HOUR)


def count_request(request, room):
    # type: (Any, Any) -> None
    """Count a visitor who asks for a seat that is somebody's, by their address and for the room.

    Raises OverCapError.
    """
    over = [ratelimits.hit("seat-requests", client_address(request), REQUESTS_OF_AN_ADDRESS),
            ratelimits.hit("seat-requests-room", room.pk, REQUESTS_OF_A_ROOM)]
    if any(over):
        raise OverCapError(_("That was asked often enough for now. Take another name, or ask again in ten "
                           "minutes."), 600)


def count_newcomer(request, room):
    # type: (Any, Any) -> None
    """Count a visitor who asks for a new seat, by their address and for the room. Raises OverCapError."""
    over = [ratelimits.hit("newcomers", client_address(request), NEWCOMERS_OF_AN_ADDRESS),
            ratelimits.hit("newcomers-room", room.pk, NEWCOMERS_OF_A_ROOM)]
    if any(over):
        raise OverCapError(_("The host was asked very often just now. Watch for the moment, and ask again in "
                           "ten minutes."), 600)


def count_room(request, listed):
    # type: (Any, bool) -> None
    """Count a new room of the visitor's address, and of their account if they have one.

    Raises OverCapError.
    """
    if listed:
        count_listing(request)
    if _is_over(request, "rooms", "%d/h" % settings.ROOMS_AN_HOUR):
        raise OverCapError(_("That were many new rooms for one hour. Play in one of those you have, or open "
                             "one a little later."), HOUR)


def count_listing(request):
    # type: (Any) -> None
    """Count a room that is put into the list of open rooms. Raises OverCapError."""
    if _is_over(request, "listed-rooms", "%d/d" % settings.LISTED_ROOMS_A_DAY):
        raise OverCapError(_("You have shown some rooms to everybody today already, and others want to be "
                             "seen too. Keep this one without the tick, and give your friends its "
                             "code."), DAY,
                           "listed")


def _is_over(request, group, rate):
    # type: (Any, str, str) -> bool
    keys = [client_address(request)]
    if request.user.pk is not None:
        keys.append("account %d" % request.user.pk)
    return any([ratelimits.hit(group, key, rate) for key in keys])  # noqa: C419 - every one is counted
