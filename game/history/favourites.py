"""Hearts that people give to their own winning plays. Written here only."""
from __future__ import unicode_literals

from typing import Any

from django.db import IntegrityError, transaction

from game.models import Favourite, RoundResult


def won_by(user):
    # type: (Any) -> Any
    """The RoundResults that seats of `user` have won."""
    return RoundResult.objects.filter(winner__user=user)


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
