"""Bringing a seat to another device. Who may do that, a personal link or an invitation's, is asked before."""
from __future__ import unicode_literals

from typing import Any

from game.models import Player
from game.rooms import services
from game.seats import sessions


def move_here(session, player):
    # type: (Any, Player) -> Player
    """Let this session sit in the player's seat; the device that sat there is told and let go.

    Returns the Player.
    """
    player = services.move_seat(player)
    sessions.remember(session, player)
    return player
