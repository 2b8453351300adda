"""The date of a room: what the host's panel asks to set it, move it and call it off.

Refusals as in panel.py.
"""
from __future__ import unicode_literals

from django.views.decorators.http import require_POST

from invitations.hosting import nights, permissions, services
from invitations.panel import answers, read_body, visitor


@require_POST
@answers
def set_night(request, code):
    """Set or move the night: {"starts": "2026-11-27T20:00", "zone": "Europe/Warsaw", "hours": 3}.

    `starts` is what the host's clock will show in `zone`. Answers {"night": nights.document, "letters": how
    many tell of it}; 400 "bad_night" says what to change.
    """
    room = _room_of_host(request, code)
    asked = read_body(request)
    zone = asked.get("zone")
    return _told(room, lambda: nights.set_night(
        room, request.user, nights.when(asked.get("starts"), zone), zone, asked.get("hours", 3))[1])


@require_POST
@answers
def cancel_night(request, code):
    """Call the night off. Answers {"night": null, "letters"}, also when there is none any more."""
    room = _room_of_host(request, code)
    night = nights.current(room)
    return _told(room, lambda: nights.cancel(night, request.user) if night else 0)


def _room_of_host(request, code):
    room, player = visitor(request, code)
    standing = permissions.standing(player, request.user)
    if standing != "yes":
        raise services.Refused(standing)
    return room


def _told(room, change):
    try:
        letters = change()
    except nights.BadNightError as bad:
        raise services.Refused("bad_night", "%s" % bad)
    night = nights.current(room)
    return {"night": nights.document(night) if night else None, "letters": letters}
