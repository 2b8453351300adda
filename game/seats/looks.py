"""Which face and colour somebody is offered when they sit down."""
from __future__ import unicode_literals

import random
from typing import Any

from accounts import profiles
from game import rules
from game.models import Player
from game.seats.sessions import LOOK, SEATS

_rng = random.SystemRandom()


def remembered(user, session):
    # type: (Any, Any) -> tuple[int, int] | None
    """The look of this account, or of this session's last seat; None for somebody new."""
    chosen = profiles.look_of(user)
    keys = list(session.get(SEATS, {}).values())
    if not chosen and keys:
        seats = Player.objects.filter(key__in=keys, face__gt=0).order_by("-room__used", "-pk")
        chosen = seats.values_list("face", "colour").first()
    chosen = chosen or tuple(session.get(LOOK, ()))
    return chosen if len(chosen) == 2 and rules.is_look(*chosen) else None


def offered(user, session, taken):
    # type: (Any, Any, dict[str, dict[str, int]]) -> dict[str, int]
    """{"face", "colour"} that is none of those `taken`, {number: look}: the one of before, if possible."""
    return rules.free_look({"players": taken}, _rng, remembered(user, session))
