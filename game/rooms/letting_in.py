"""Where whoever hosts lets new people in (the option `door`): who is asked about somebody new, and how a
request for a new seat stands.
"""
from __future__ import unicode_literals

import datetime
from typing import Any

from django.utils import timezone

from common.clock import now_ms
from game import rules
from game.models import SeatRequest
from game.rules.shapes import State
from live.processes import served_since

WAITS = datetime.timedelta(minutes=10)  # so long somebody waits for an answer


def deciders(state):
    # type: (State) -> list[str]
    """Numbers of those who let people in, the host first."""
    hosting = [number for number in rules.people_seated(state) if rules.has_power(state, number)]
    return sorted(hosting, key=lambda number: number != state["host"])


def asked(state):
    # type: (State) -> str
    """The name of the first of them who is here, "" for none."""
    now, since = now_ms(), served_since()
    return next((str(state["players"][number]["name"]) for number in deciders(state)
                 if rules.is_present(state, number, now, since)), "")


def state_of(request, state):
    # type: (SeatRequest, State) -> str | None
    """waiting, yes, no, or over for one that nobody has answered. Where everybody may come in by now, or
    nobody sits who could be asked, it is yes; None for one that no answer helps: the door is locked.
    """
    door = state["settings"]["door"]
    if door == "locked":
        return None
    if door == "open" or not rules.people_seated(state):
        return None if request.answer == SeatRequest.NO else "yes"
    if not request.answer and request.created < timezone.now() - WAITS:
        return "over"
    return request.answer or "waiting"


def question(request):
    # type: (SeatRequest) -> dict[str, Any]
    """What those who decide are asked."""
    look = {"face": request.face, "colour": request.colour} if request.face else {}
    return dict({"id": request.pk, "name": request.name}, **look)
