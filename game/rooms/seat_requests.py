"""Asking for a seat: for one's own without its key, from another device or after the cookies were deleted;
and for a new one where whoever hosts lets people in (newcomers.py).

Whoever decides at the table hears of it and says yes or no, the first answer counts; without a yes nobody
gets the seat. One's own moves as by a personal link, when the one who asked comes for it; about that decides
one player (`rules.who_decides`), about new ones the host and the co-hosts.
"""
from __future__ import unicode_literals

import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as N_

from common.clock import now_ms
from common.compat import gettext, json_dumps
from game import rules
from game.models import Player, Room, SeatRequest
from game.moves import batches, names
from game.rooms import letting_in, seat_transfer, services
from game.rooms.letting_in import WAITS
from game.rules.shapes import State
from live.processes import served_since

# So long a no is remembered, and a yes to somebody new.
KEPT = datetime.timedelta(hours=1)
MOST_OPEN, MOST_REFUSED = 3, 2
TAKEN = N_("Somebody here has that name already.")


class NotAskableError(Exception):
    """This seat cannot be asked for; `message` says why and what to do, `signs_in` whether to sign in."""

    def __init__(self, message, signs_in=False):
        # type: (str, bool) -> None
        super(NotAskableError, self).__init__(message)
        self.message, self.signs_in = message, signs_in


def askable(room, name):
    # type: (Room, str) -> tuple[Player, str]
    """(the Player who has this name here and is away, the name of who would decide).

    Raises NotAskableError.
    """
    state = batches.load(room.pk).state
    number = names.holder_of(state, name)
    if number is None:
        raise NotAskableError(gettext("Nobody here has that name any more: take it."))
    if _is_here(state, number):
        raise NotAskableError(gettext(TAKEN) + gettext(" Add a letter, or take your middle name."))
    player = Player.objects.get(room=room, number=int(number))
    if player.user_id is not None:
        raise NotAskableError(gettext(TAKEN) + gettext(" If it is you, sign in: the seat belongs to an "
                                                       "account."),
                              signs_in=True)
    decides = _decides(state, number)
    if decides is None:
        raise NotAskableError(gettext(TAKEN) + gettext(" If it is you, open your personal link: nobody else "
                                                       "is here who could give you the seat."))
    return player, state["players"][decides]["name"]


def ask(room, name, visitor):
    # type: (Room, str, str) -> None
    """Ask for the seat of who has this name, instead of whatever this visitor asked for before.

    Raises NotAskableError.
    """
    player, _ = askable(room, name)
    requests = of_late(room)
    requests.filter(visitor=visitor, answer="").delete()
    if requests.filter(player=player, answer=SeatRequest.NO).count() >= MOST_REFUSED:
        raise NotAskableError(gettext("The answer was no. Talk to each other, or take another name."))
    waiting = waiting_of(requests).exclude(player=None)
    if waiting.filter(player=player).exists() or waiting.count() >= MOST_OPEN:
        raise NotAskableError(gettext("The host is being asked something like that already. Try again in "
                                      "a moment."))
    keep(SeatRequest(room=room, player=player, visitor=visitor))


def keep(request):
    # type: (SeatRequest) -> None
    """Store it, instead of what its visitor asked for before, and tell who decides."""
    try:
        with transaction.atomic():
            SeatRequest.objects.filter(room=request.room, visitor=request.visitor).delete()
            request.save()
    except IntegrityError:  # pressed twice
        return
    tell(request.room)


def withdraw(room, visitor):
    # type: (Room, str) -> None
    """Ask no more. What was refused stays noted."""
    asked = SeatRequest.objects.filter(room=room, visitor=visitor).exclude(answer=SeatRequest.NO)
    if asked.exists():
        asked.delete()
        tell(room)


def of_late(room):
    # type: (Room) -> Any
    """The SeatRequests of a room that are not long over; the others are forgotten."""
    requests = SeatRequest.objects.filter(room=room)
    requests.filter(created__lt=timezone.now() - KEPT).delete()
    return requests


def waiting_of(requests):
    # type: (Any) -> Any
    """Those of these SeatRequests that nobody has answered yet."""
    return requests.filter(answer="", created__gte=timezone.now() - WAITS)


def mine(room, visitor):
    # type: (Room, str) -> dict[str, Any] | None
    """{"name", "state", "asked"} of what this visitor asks for, with `is_new` for a new seat: the state is
    waiting, yes, no or over (nobody answered, or the seat is nobody's any more), `asked` the name of who
    decides, "" where nobody can just now. None for nothing, and for what is long over.
    """
    request = SeatRequest.objects.filter(room=room, visitor=visitor).select_related("player").first()
    if request is None or request.created < timezone.now() - _shown(request):
        return None
    state = batches.load(room.pk).state
    if request.player is None:
        found = letting_in.state_of(request, state)
        return {"name": request.name, "state": found, "is_new": True,
                "asked": letting_in.asked(state)} if found else None
    decides = _decides(state, "%d" % request.player.number)
    asked = state["players"][decides]["name"] if decides is not None else ""
    return {"name": request.player.name, "state": _state_of(request, state), "asked": asked}


def questions(room, number):
    # type: (Room, str) -> list[dict[str, Any]]
    """[{"id", "player"}] of what player `number` has to decide now; of newcomers {"id", "name", "face",
    "colour"}.
    """
    return _questions(room, batches.load(room.pk).state).get(number, [])


def answer(room, number, pk, yes):
    # type: (Room, str, int, bool) -> bool
    """Player `number` says yes or no to a question. Returns whether it was theirs to answer."""
    if pk not in [question["id"] for question in questions(room, number)]:
        return False
    said = SeatRequest.YES if yes else SeatRequest.NO
    done = SeatRequest.objects.filter(pk=pk, answer="").update(answer=said, created=timezone.now())
    tell(room)
    return bool(done)


def claim(room, session, visitor):
    # type: (Room, Any, str) -> Player | None
    """Sit down in the seat that was given to this visitor; whoever holds its old key is told. Returns the
    Player, or None where there was no yes.
    """
    mine = SeatRequest.objects.filter(room=room, visitor=visitor, answer=SeatRequest.YES)
    fresh = mine.filter(player__isnull=False, player__kicked=False, created__gte=timezone.now() - WAITS)
    given = fresh.select_related("player").first()
    if given is None or not mine.update(answer=SeatRequest.DONE):
        return None
    given.delete()
    return seat_transfer.move_here(session, given.player)


def tell(room):
    # type: (Room) -> None
    """Let everybody who may decide something here know what is to be decided now."""
    state = batches.load(room.pk).state
    asked = _questions(room, state)
    deciders = set(asked).union(letting_in.deciders(state), [state["host"], _decides(state, state["host"])])
    for number in sorted(deciders & set(state["players"])):
        services.tell(room.pk, int(number), json_dumps({"type": "asks", "asks": asked.get(number, [])}))


def _questions(room, state):
    # type: (Room, State) -> dict[str, list[dict[str, Any]]]
    """{number of who decides: what they are asked}"""
    found = {}  # type: dict[str, list[dict[str, Any]]]
    for request in waiting_of(SeatRequest.objects.filter(room=room)).select_related("player"):
        if request.player is None:
            waits = letting_in.state_of(request, state) == "waiting"
            for number in letting_in.deciders(state) if waits else ():
                found.setdefault(number, []).append(letting_in.question(request))
            continue
        number = "%d" % request.player.number
        decides = _decides(state, number)
        if decides is not None and _state_of(request, state) == "waiting":
            found.setdefault(decides, []).append({"id": request.pk, "player": number})
    return found


def _shown(request):
    # type: (SeatRequest) -> datetime.timedelta
    """How long a visitor is told what became of a request."""
    return KEPT if request.player is None and request.answer == SeatRequest.YES else 2 * WAITS


def _state_of(request, state):
    # type: (SeatRequest, State) -> str
    if request.answer == SeatRequest.NO:
        return "no"
    seat = state["players"].get("%d" % request.player.number)
    if seat is None or seat["presence"] == "left" or request.created < timezone.now() - WAITS:
        return "over"
    return request.answer or "waiting"


def _decides(state, number):
    # type: (State, str) -> str | None
    return rules.who_decides(state, number, now_ms(), served_since())


def _is_here(state, number):
    # type: (State, str) -> bool
    player = state["players"][number]
    return player["presence"] == "here" and rules.is_present(state, number, now_ms(), served_since())
