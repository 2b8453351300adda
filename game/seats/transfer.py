"""Bringing a seat to another device. Who may do that, a personal link or an invitation's, is asked before."""
from __future__ import unicode_literals

from game.realtime.handlers import rooms
from game.rooms import services
from game.seats import sessions
from live import Update, publish


def move_here(session, player):
    """Let this session sit in the player's seat; the device that sat there is told and let go. Returns the Player."""
    player = services.move_seat(player)
    sessions.remember(session, player)
    publish(rooms, _goodbye(player))
    return player


def _goodbye(player):
    """Closes the sockets of the old device; the table itself has not changed, so the versions stay."""
    return Update(player.room_id, 0, 0, "", {}, {"%d" % player.number: "seat_moved"})
