"""Asking for a seat back without its key: from another device, or after the cookies were deleted.

Whoever decides at the table (`rules.who_decides`) hears of it and says yes or no; without a yes nobody gets
the seat. It moves as by a personal link, when the one who asked comes for it.
"""
from __future__ import unicode_literals

import datetime
from typing import Any

from django.db import IntegrityError, transaction
from django.utils import timezone

from common.clock import now_ms
from common.compat import json_dumps
from game import rules
from game.models import Player, Room, SeatRequest
from game.moves import batches, names
from game.rooms import seat_transfer, services
from game.rules.shapes import State
from live.processes import served_since

# So long somebody waits for an answer, or for the one who asked to come; and so long a no is remembered.
WAITS, KEPT = datetime.timedelta(minutes=10), datetime.timedelta(hours=1)
MOST_OPEN, MOST_REFUSED = 3, 2
TAKEN = "Somebody here has that name already."


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
        raise NotAskableError("Nobody here has that name any more: take it.")
    if _is_here(state, number):
        raise NotAskableError(TAKEN + " Add a letter, or take your middle name.")
    player = Player.objects.get(room=room, number=int(number))
    if player.user_id is not None:
        raise NotAskableError(TAKEN + " If it is you, sign in: the seat belongs to an account.",
                              signs_in=True)
    decides = _decides(state, number)
    if decides is None:
        raise NotAskableError(TAKEN + " If it is you, open your personal link: nobody else is here who could "
                              "give you the seat.")
    return player, state["players"][decides]["name"]


def ask(room, name, visitor):
    # type: (Room, str, str) -> None
    """Ask for the seat of who has this name, instead of whatever this visitor asked for before.

    Raises NotAskableError.
    """
    player, _ = askable(room, name)
    now, requests = timezone.now(), SeatRequest.objects.filter(room=room)
    requests.filter(created__lt=now - KEPT).delete()
    requests.filter(visitor=visitor, answer="").delete()
    if requests.filter(player=player, answer=SeatRequest.NO).count() >= MOST_REFUSED:
        raise NotAskableError("The answer was no. Talk to each other, or take another name.")
    waiting = _waiting(requests)
    if waiting.filter(player=player).exists() or waiting.count() >= MOST_OPEN:
        raise NotAskableError("The host is being asked something like that already. Try again in a moment.")
    try:
        with transaction.atomic():
            requests.filter(visitor=visitor).delete()
            SeatRequest.objects.create(room=room, player=player, visitor=visitor)
    except IntegrityError:  # pressed twice
        return
    tell(room)


def withdraw(room, visitor):
    # type: (Room, str) -> None
    """Ask no more. What was refused stays noted."""
    asked = SeatRequest.objects.filter(room=room, visitor=visitor).exclude(answer=SeatRequest.NO)
    if asked.exists():
        asked.delete()
        tell(room)


def mine(room, visitor):
    # type: (Room, str) -> dict[str, str] | None
    """{"name", "state", "asked"} of what this visitor asks for: the state is waiting, yes, no or over (nobody
    answered, or the seat is nobody's any more), `asked` the name of who decides. None for nothing, and for
    what is long over.
    """
    rows = SeatRequest.objects.filter(room=room, visitor=visitor, created__gte=timezone.now() - 2 * WAITS)
    request = rows.select_related("player").first()
    if request is None:
        return None
    state = batches.load(room.pk).state
    number = "%d" % request.player.number
    decides = _decides(state, number)
    asked = state["players"][decides]["name"] if decides is not None else ""
    return {"name": request.player.name, "state": _state_of(request, state), "asked": asked}


def questions(room, number):
    # type: (Room, str) -> list[dict[str, Any]]
    """[{"id", "player"}] of what player `number` has to decide now."""
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
    fresh = mine.filter(player__kicked=False, created__gte=timezone.now() - WAITS)
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
    deciders = set(asked) | {state["host"], _decides(state, state["host"]) or ""}
    for number in sorted(deciders & set(state["players"])):
        services.tell(room.pk, int(number), json_dumps({"type": "asks", "asks": asked.get(number, [])}))


def _questions(room, state):
    # type: (Room, State) -> dict[str, list[dict[str, Any]]]
    """{number of who decides: what they are asked}"""
    found = {}  # type: dict[str, list[dict[str, Any]]]
    for request in _waiting(SeatRequest.objects.filter(room=room)).select_related("player"):
        number = "%d" % request.player.number
        decides = _decides(state, number)
        if decides is not None and _state_of(request, state) == "waiting":
            found.setdefault(decides, []).append({"id": request.pk, "player": number})
    return found


def _waiting(requests):
    # type: (Any) -> Any
    return requests.filter(answer="", created__gte=timezone.now() - WAITS)


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
