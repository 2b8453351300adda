"""The same group again: the host's press that opens the next room, and the press of who goes along."""
from __future__ import unicode_literals

from django.contrib import messages
from django.http import Http404
from django.shortcuts import redirect
from django.utils.translation import gettext_noop as N_
from django.views.decorators.http import require_POST

from common.compat import gettext as _
from decks.catalogue import sharing
from game import rules
from game.rooms import caps, going_on, services
from game.seats import sessions
from game.seats.lookup import find_admitted

BUSY = N_("That did not work just now. Please try again in a moment.")


@require_POST
def go_on(request, code):
    """Open a room like this one; it opens with the panel of invitations for who has an account."""
    room, player = _seated(request, code)
    if room.next is not None and sessions.seat_of(room.next, request.user, request.session):
        return redirect(room.next)  # pressed twice
    try:
        caps.count_room(request, False)
        new = going_on.go_on(player, request.user, sharing.codes_of(request.session))
    except going_on.NotHostError:
        raise Http404("Only the host goes on with all.")
    except (caps.OverCapError, services.Busy) as refusal:
        messages.info(request, getattr(refusal, "message", _(BUSY)))
        return redirect(room)
    sessions.remember(request.session, new)
    return redirect(new.room.get_absolute_url() + ("#invite" if request.user.pk is not None else ""))


@require_POST
def go_along(request, code):
    """Sit down where the group goes on, under the same name; where that cannot be, its door says why."""
    room, player = _seated(request, code)
    if room.next_id is None:
        return redirect(room)
    if sessions.seat_of(room.next, request.user, request.session) is None:
        try:
            caps.count_seat(request)
            sessions.remember(request.session, going_on.go_along(player, request.user))
        except (caps.OverCapError, rules.InvalidMoveError, services.NameTakenError, services.Busy):
            return redirect(room.next)
    return redirect(room.next)


def _seated(request, code):
    room, player = find_admitted(request, code)
    if player is None:
        raise Http404("Only who sits there goes on.")
    player.room = room
    return room, player
