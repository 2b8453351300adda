"""Taking a new seat where whoever hosts lets people in: asking, and sitting down after a yes."""
from __future__ import unicode_literals

from typing import Any

from common.compat import gettext as _
from game.models import Player, Room, SeatRequest
from game.moves import batches
from game.rooms import letting_in, line, services
from game.rooms.seat_requests import NotAskableError, keep, of_late, waiting_of
from game.seats import sessions

MOST_OPEN = 20  # in one room at once


class _TooLateError(Exception):
    """The request is gone: its visitor has sat down in another window."""


def ask(room, name, visitor, look=None):
    # type: (Room, str, str, tuple[int, int] | None) -> None
    """Ask whoever hosts for a new seat under this name, instead of what this visitor asked for before.

    Raises NotAskableError.
    """
    requests = of_late(room)
    if requests.filter(visitor=visitor, player=None, answer=SeatRequest.NO).exists():
        raise NotAskableError(_("The host said no. Talk to each other, or watch."))
    if waiting_of(requests).filter(player=None).exclude(visitor=visitor).count() >= MOST_OPEN:
        raise NotAskableError(_("Many people are asking for a seat already. Watch, and ask again in a "
                                "moment."))
    face, colour = look or (0, 0)
    keep(SeatRequest(room=room, visitor=visitor, name=name, face=face, colour=colour))


def is_let_in(room, visitor):
    # type: (Room, str) -> bool
    """Whether whoever hosts has said yes to this visitor."""
    return _given(room, visitor) is not None


def sit_down(room, session, visitor, user):
    # type: (Room, Any, str, Any) -> Player | None
    """Take the new seat that this visitor may have, with a number behind a name that is taken by now.

    Returns the Player, or None where there was no yes. Raises rules.InvalidMoveError (no free seat, not
    enough cards), services.Busy: the yes is kept.
    """
    given = _given(room, visitor)
    if given is None:
        return None
    look = (given.face, given.colour) if given.face else None
    try:
        player = services.join(room, given.name, user, claim=lambda: _take(given), visitor=visitor, look=look,
                               let_in=True, numbered=True)
    except _TooLateError:
        return None
    sessions.remember(session, player)
    line.leave(room.pk, visitor)
    return player


def wait_in_line(room, visitor):
    # type: (Room, str) -> bool
    """Whom the host let in while the room was full waits in line, since the yes. Returns whether that is so.
    """
    given = _given(room, visitor)
    if given is not None:
        line.wait(room.pk, visitor, since=given.created)
    return given is not None


def _given(room, visitor):
    # type: (Room, str) -> SeatRequest | None
    """The request of this visitor for a new seat, if the answer is yes."""
    request = of_late(room).filter(visitor=visitor, player=None).first() if visitor else None
    said = request and letting_in.state_of(request, batches.load(room.pk).state)
    return request if said == SeatRequest.YES else None


def _take(request):
    # type: (SeatRequest) -> Any
    """Use the yes up. Raises _TooLateError."""
    row = SeatRequest.objects.filter(pk=request.pk)
    if not row.exclude(answer=SeatRequest.DONE).update(answer=SeatRequest.DONE):
        raise _TooLateError()
    row.delete()
