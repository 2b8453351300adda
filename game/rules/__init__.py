"""The rules of the game: plain data in, plain data and log entries out.

No input or output, no Django, no clock, no randomness of its own: standard library and six only.
"""
from __future__ import unicode_literals

from .engine import PLAYER_MOVES, apply_move  # noqa: F401
from .errors import InvalidMoveError  # noqa: F401
from .hosting import MOST_DECKS  # noqa: F401
from .people import who_decides  # noqa: F401
from .removed_cards import find_card  # noqa: F401
from .rounds import is_running  # noqa: F401
from .shapes import BlackCard, Deck  # noqa: F401
from .state import (  # noqa: F401
    BELIEVED,
    FEWEST_PLAYERS,
    doubt_presence,
    fork,
    is_present,
    lay_out,
    new_state,
    players_served,
    removed,
    seated,
    waiting_for,
)
from .stored.times import mend_times  # noqa: F401
from .stored.upgrade import NewerStateError, upgrade  # noqa: F401
from .view import SeatFacts, seat_document, seat_facts, table_view  # noqa: F401
