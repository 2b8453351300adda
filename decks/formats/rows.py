"""Reads single rows of card files: one black card, one white card, one list of rows.

Shared by the parsers; raises CardError for a row that cannot be used and says nothing of files.
"""
from __future__ import unicode_literals

import six

from decks.formats.shapes import RowError
from decks.limits import MAX_PICK, NAME_LENGTH
from decks.texts import CardError, black_text, count_blanks, draw_for, white_text

ALL_BROKEN = "it has no card that can be used"


def white_card(row):
    """The text of a white card, given as a string or as {"text": ...}."""
    return white_text(row.get("text") if isinstance(row, dict) else row)


def black_card(row):
    """(text, pick, draw) of a black card, given as a string or as {"text", "pick", "draw"}.

    Without a pick the blanks are counted; without a draw it follows from the pick.
    """
    if not isinstance(row, dict):
        row = {"text": row}
    raw = row.get("text")
    pick = row.get("pick")
    if pick is None:
        pick = max(1, count_blanks(raw)) if isinstance(raw, six.text_type) else 1
    text = black_text(raw, pick)
    draw = row.get("draw", draw_for(pick))
    if isinstance(draw, bool) or not isinstance(draw, six.integer_types) or not 0 <= draw <= MAX_PICK:
        raise CardError("its draw must be a whole number from 0 to %d" % MAX_PICK)
    return text, pick, draw


def pack_name(raw):
    """The name of a pack on one line. Raises CardError."""
    try:
        name = white_text(raw).replace("\n", " ")
    except CardError as error:
        raise CardError("the name cannot be used: %s" % error)
    if len(name) > NAME_LENGTH:
        raise CardError("its name has %d characters, the limit is %d" % (len(name), NAME_LENGTH))
    return name


def read_all(pack, kind, rows, read):
    """(tuple of cards, list of RowError) of the rows of one kind of one pack.

    A missing list is an empty one. Raises CardError when `rows` is no list.
    """
    if rows is None:
        rows = []
    if not isinstance(rows, list):
        raise CardError('its "%s" is not a list' % kind)
    cards, errors = [], []
    for number, row in enumerate(rows, 1):
        try:
            cards.append(read(row))
        except CardError as error:
            errors.append(RowError(pack, kind, number, six.text_type(error)))
    return tuple(cards), errors
