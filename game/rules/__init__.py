"""The rules of the game: plain data in, plain data and log entries out.

No input or output, no Django, no clock, no randomness of its own: standard library and six only.
"""
from __future__ import unicode_literals

from game.rules.cards.texts import black_card, is_written, white_text  # noqa: F401
from game.rules.cards.written import tidy_remark  # noqa: F401
from game.rules.documents.available_moves import moves_that_make_sense  # noqa: F401
from game.rules.documents.seat import SeatFacts, seat_document, seat_facts  # noqa: F401
from game.rules.documents.table import table_view  # noqa: F401
from game.rules.moves.hosting import MOST_DECKS  # noqa: F401
from game.rules.moves.people import who_decides  # noqa: F401
from game.rules.moves.removed_cards import find_card  # noqa: F401

from .crowds import told  # noqa: F401
from .deciders.verdicts import votes_of  # noqa: F401
from .engine import PLAYER_MOVES, apply_move  # noqa: F401
from .errors import InvalidMoveError  # noqa: F401
from .looks import free_look, is_look  # noqa: F401
from .options.talk import require_allowed  # noqa: F401
from .phases import is_running  # noqa: F401
from .power import has_power  # noqa: F401
from .settings import label  # noqa: F401
from .shapes import BlackCard, Deck  # noqa: F401
from .state import (  # noqa: F401
    BELIEVED,
    FEWEST_PLAYERS,
    doubt_presence,
    fork,
    is_bot,
    is_own_bot,
    is_present,
    lay_out,
    new_state,
    people_seated,
    players_served,
    removed,
)
from .stored.times import mend_times  # noqa: F401
from .stored.upgrade import NewerStateError, upgrade  # noqa: F401
from .waiting import waiting_for  # noqa: F401
