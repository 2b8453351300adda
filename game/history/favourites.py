"""Hearts that people give to their own winning plays. Written here only."""
from __future__ import unicode_literals

from typing import Any, Iterator

from django.db import IntegrityError, transaction

from common.compat import json_loads
from game.models import Favourite, Player, RoundResult


def seats_of(user):
    # type: (Any) -> dict[int, Player]
    """{room id: Player} of an account, which has one seat in a room at most."""
    return {seat.room_id: seat for seat in Player.objects.filter(user=user)}


def won_by(seats, **wanted):
    # type: (dict[int, Player], **Any) -> Iterator[tuple[RoundResult, list[str]]]
    """(RoundResult, own white cards) of each round that these seats have won or shared, the newest first;
    `wanted` are more conditions.
    """
    results = RoundResult.objects.filter(room__in=list(seats), **wanted).select_related("room").defer(
        "room__state").order_by("-created", "-pk")
    for result in results.iterator():
        cards = own_cards(result, seats[result.room_id])
        if cards is not None:
            yield result, cards


def own_cards(result, seat):
    # type: (RoundResult, Player) -> list[str] | None
    """The white cards with which somebody has won or shared a round; None for anybody else.

    The history knows people by the numbers of their seats; who won alone or is the first of several, by the
    row too.
    """
    won = [play for play in json_loads(result.plays) if play["won"]]
    mine = [play for play in won if play.get("player") == seat.number]
    mine = mine or (won[:1] if result.winner_id == seat.pk else [])
    return mine[0]["cards"] if mine else None


def give(user, result):
    # type: (Any, RoundResult) -> None
    """Mark a winning play; pressing twice marks it once."""
    try:
        with transaction.atomic():
            Favourite.objects.create(user=user, result=result)
    except IntegrityError:
        pass


def take_back(user, result):
    # type: (Any, RoundResult) -> None
    """Unmark it."""
    Favourite.objects.filter(user=user, result=result).delete()
