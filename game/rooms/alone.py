"""A room for somebody who tries the game without others: two bots, the family deck, a game under way."""
from __future__ import unicode_literals

import random
from typing import Any

from game.models import Player
from game.moves.batches import Move
from game.rooms import services

NAMES = (
    "Brave Penguin", "Curious Otter", "Jolly Hedgehog", "Sleepy Panda", "Dancing Goose", "Secret Llama",
    "Polite Pirate", "Cosmic Badger", "Happy Walrus", "Lucky Sloth", "Gentle Yeti", "Daring Duckling",
    "Witty Wombat", "Merry Moose", "Noble Noodle", "Flying Pancake")

_rng = random.SystemRandom()


def open_alone(name="", user=None, look=None):
    # type: (str, Any, tuple[int, int] | None) -> Player
    """A new room that is not listed, with bots, whose game has begun; who has no name gets a funny one.

    Without a deck to begin with, they find the lobby. Returns the Player. Raises services.Busy.
    """
    player = services.open_room(name or _rng.choice(NAMES), user, "", False,
                                *services.first_decks(), look=look)
    moves = [("add_bot", {"taste": "sharp"}), ("add_bot", {"taste": "random"}), ("start_game", {})]
    # Their page is not there yet.
    services.play(player.room_id, [Move("1", name, args, "", None)
                                   for name, args in moves + [("disconnect", {})]])
    return player
