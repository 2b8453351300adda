"""After a process with sockets was lost: the tables hear who may have been lost with it."""
from __future__ import unicode_literals

import datetime
import logging

from django.utils import timezone

from common.storage.sweeping import let_others_in
from game import rules
from game.models import Room
from game.moves.storage import Busy
from game.rooms import services

logger = logging.getLogger("game")
HERE = '"presence":"here"'  # as states are stored


def ask_who_is_here():
    # type: () -> None
    """Doubt who is here in all rooms that were used of late (game/rules/state.py); pages that are open answer
    by themselves.
    """
    recent = timezone.now() - datetime.timedelta(milliseconds=rules.BELIEVED)
    asked = 0
    for pk in list(Room.objects.filter(used__gte=recent, state__contains=HERE).values_list("pk", flat=True)):
        try:
            asked += services.play(pk, []).changed
        except (Busy, Room.DoesNotExist):
            pass
        let_others_in()
    logger.info("A process with sockets was lost; %d rooms were asked who is here.", asked)
