"""Links to the recap of a game: made by whoever played in it or by the host, good for a while, withdrawn by
who made them or the host. Written here only.
"""
from __future__ import unicode_literals

import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from common.compat import json_dumps, json_loads
from common.storage.sweeping import delete_some
from game import codes, rules
from game.models import Player, Recap, RoundResult
from game.moves import batches
from game.rooms import services
from game.rules.settings import is_whole
from game.rules.shapes import State

CLEARED_A_MINUTE = 200


class NoRecapError(LookupError):
    """There is no such game that has ended with a verdict, or this player may not tell of it."""


def make(player, game=None):
    # type: (Player, Any) -> Recap
    """The Recap of a game of the player's room, by default of the last one; the same while it is good.
    `game` may be whatever a client has sent.

    Raises NoRecapError.
    """
    state = batches.load(player.room_id).state
    game = last_game(state) if game is None else game
    if not is_whole(game) or not 0 < game <= last_game(state) or not _may_tell(player, state, game):
        raise NoRecapError("There is no recap of this game.")
    with transaction.atomic():
        services.touch(player.room_id)  # a second press waits for the first
        Recap.objects.filter(room=player.room_id, game=game, expires__lte=timezone.now()).delete()
        found = Recap.objects.filter(room=player.room_id, game=game).first()
        return found or _create(player, state, game)


def find(key):
    # type: (str) -> Recap | None
    """The Recap with this key, None where it is no more."""
    return Recap.objects.filter(key=key, expires__gt=timezone.now()).select_related("room").first()


def of_game(room, game):
    # type: (int, int) -> Recap | None
    """The Recap of a game that has a good link already."""
    return Recap.objects.filter(room=room, game=game, expires__gt=timezone.now()).first()


def may_withdraw(player, recap):
    # type: (Player | None, Recap) -> bool
    """Whether this Player (or None) has made the link, or hosts its room."""
    if player is None or player.kicked or player.room_id != recap.room_id:
        return False
    return recap.player_id == player.pk or _hosts(player, batches.load(player.room_id).state)


def withdraw(player, recap):
    # type: (Player, Recap) -> bool
    """Let the link lead nowhere any more. Returns whether this Player may."""
    allowed = may_withdraw(player, recap)
    if allowed:
        Recap.objects.filter(pk=recap.pk).delete()
    return allowed


def last_game(state):
    # type: (State) -> int
    """The number of the last game that has ended here, 0 for none."""
    return state["game"] - 1 if rules.is_running(state) else state["game"]


def clear_old():
    # type: () -> None
    """Forget links that have expired: for the clock."""
    delete_some(Recap.objects.filter(expires__lte=timezone.now()), CLEARED_A_MINUTE)


def _create(player, state, game):
    # type: (Player, State, int) -> Recap
    at_its_end = state["phase"] == "game_over" and state["game"] == game
    scores = {number: one["score"] for number, one in state["players"].items()} if at_its_end else {}
    fields = {"key": codes.new_key(), "player": player, "scores": json_dumps(scores),
              "expires": timezone.now() + datetime.timedelta(days=settings.KEEP_RECAPS_DAYS)}  # type: dict[str, Any]
    return Recap.objects.create(room_id=player.room_id, game=game, **fields)


def _may_tell(player, state, game):
    # type: (Player, State, int) -> bool
    results = list(RoundResult.objects.filter(room=player.room_id, game=game).values_list("plays", "judge"))
    if player.kicked or not results:
        return False
    if _hosts(player, state):
        return True
    return any(judge == player.pk or any(play.get("player") == player.number for play in json_loads(plays))
               for plays, judge in results)


def _hosts(player, state):
    # type: (Player, State) -> bool
    return state["host"] == "%d" % player.number
