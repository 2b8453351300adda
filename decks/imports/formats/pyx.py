"""Builds packs of the tables of Pretend You're Xyzzy, whatever file they came in.

Pure; the texts there are HTML, and a card may be in many sets or in none.
"""
from __future__ import unicode_literals

from collections import namedtuple

import six

from decks.cards.texts import CardError
from decks.imports.formats import rows
from decks.imports.formats.markup import plain
from decks.imports.formats.packs import read_packs
from decks.imports.formats.shapes import FormatError, RowError
from decks.limits import DECK_CARDS, ROW_LENGTH

# The columns of every table, in the order in which the game makes them.
COLUMNS = {
    "black_cards": ("id", "draw", "pick", "text", "watermark"),
    "white_cards": ("id", "text", "watermark"),
    "card_set": ("id", "active", "base_deck", "description", "name", "weight"),
    "card_set_black_card": ("card_set_id", "black_card_id"),
    "card_set_white_card": ("card_set_id", "white_card_id"),
}
NO_SET = "Cards in no set"
# A row of a table: `line` of the file (0 if it has none), `values` a dict of texts, numbers and None.
Row = namedtuple("Row", "line values")


class Tables(object):
    """The rows of the tables while they are read, at most as many of each as a deck may have."""

    def __init__(self):
        self.rows = {table: [] for table in COLUMNS}

    def add(self, table, columns, values, line=0):
        """One row. Raises FormatError when it does not fit its columns, or when there are too many."""
        if len(columns) != len(values):
            raise FormatError("line %d: a row of %s has %d values for %d columns" % (
                line, table, len(values), len(columns)))
        rows_there = self.rows[table]
        if len(rows_there) >= DECK_CARDS * (4 if table.startswith("card_set_") else 1):
            raise FormatError("there are more than %d rows in %s" % (len(rows_there), table))
        rows_there.append(Row(line, dict(zip(columns, values))))


def parsed(form, tables):
    """Parsed of Tables, a pack for every set in the order of their weights.

    Raises FormatError without any card.
    """
    if not tables.rows["black_cards"] and not tables.rows["white_cards"]:
        raise FormatError("there are no rows of black_cards or white_cards in the file")
    errors = rows.Errors()
    black = _cards("black", tables.rows["black_cards"], _black, errors)
    white = _cards("white", tables.rows["white_cards"], _white, errors)
    joins = {"black": _joins(tables, "black"), "white": _joins(tables, "white")}

    def read(raw, label, pack_errors):
        pack = rows.PackRows(rows.pack_name(raw["name"]), pack_errors)
        for kind, cards in (("black", black), ("white", white)):
            for line, number in joins[kind].get(raw["id"], ()):
                if number not in cards:
                    pack.add(kind, number, _missing, line)
                elif cards[number]:
                    pack.add(kind, cards[number], _card, cards[number]["line"])
        return pack.pack(description=_text(raw.get("description")))
    found = read_packs(form, [("", raw) for raw in _sets(tables, joins, {"black": black, "white": white})],
                       read)
    return found._replace(errors=tuple(errors) + found.errors)


def _cards(kind, table, read, errors):
    """{id: {"card", "watermark", "line"} or None if it cannot be used} of one kind."""
    cards = {}
    for number, row in enumerate(table, 1):
        key = _number(row.values.get("id"))
        try:
            cards[key] = {"card": read(row.values), "watermark": _text(row.values.get("watermark")),
                          "line": row.line}
        except CardError as error:
            cards[key] = None
            errors.append(RowError("%s_cards" % kind, kind, number, six.text_type(error), row.line))
    return cards


def _black(values):
    pick, draw = _number(values.get("pick")), _number(values.get("draw"))
    # A pick of 0 or none at all leaves it to the blanks.
    row = {"text": _plain(values), "pick": pick or None}
    if draw is not None:
        row["draw"] = draw
    return rows.black_card(row)


def _white(values):
    return rows.white_card(_plain(values))


def _plain(values):
    text = values.get("text")
    return plain(text) if isinstance(text, six.text_type) and len(text) <= ROW_LENGTH else text


def _card(row):
    return row["card"]


def _missing(number):
    raise CardError("it points to card %s, which is not in the file" % number)


def _joins(tables, kind):
    """{id of a set: [(line, id of a card)]}, each card once."""
    joins, seen = {}, set()
    for row in tables.rows["card_set_%s_card" % kind]:
        pair = _number(row.values.get("card_set_id")), _number(row.values.get("%s_card_id" % kind))
        if pair not in seen:
            seen.add(pair)
            joins.setdefault(pair[0], []).append((row.line, pair[1]))
    return joins


def _sets(tables, joins, cards):
    """The sets as dicts; the cards that are in none come as one more, with entries of its own in `joins`."""
    sets = [dict(row.values, id=_number(row.values.get("id"))) for row in tables.rows["card_set"]]
    sets.sort(key=lambda raw: (_number(raw.get("weight")) or 0, raw["id"] or 0))
    known, lost = {raw["id"] for raw in sets}, {}
    for kind in ("black", "white"):
        placed = {number for key, there in joins[kind].items() if key in known for _, number in there}
        lost[kind] = [(0, number) for number, card in sorted(cards[kind].items(),
                                                             key=lambda item: item[0] or 0)
                      if card and number not in placed]
        joins[kind][NO_SET] = lost[kind]
    return sets + ([{"id": NO_SET, "name": NO_SET}] if lost["black"] or lost["white"] else [])


def _number(value):
    """A whole number of a table, whatever type it came as; None if it is none."""
    try:
        return int(value) if not isinstance(value, six.text_type) or len(value) < 19 else None
    except (TypeError, ValueError):
        return None


def _text(value):
    return value.strip() if isinstance(value, six.text_type) else ""
