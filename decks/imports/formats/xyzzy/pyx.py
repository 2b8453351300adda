"""Builds packs of the tables of Pretend You're Xyzzy, whatever file they came in.

Pure; the texts there are HTML, and a card may be in many sets or in none.
"""
from __future__ import unicode_literals

from collections import Counter
from typing import Any, Callable, Dict, List, NamedTuple, Optional, Sequence, Text, Tuple

import six
from django.utils.translation import gettext_noop as N_

from common.compat import gettext
from decks.cards.texts import CardError
from decks.imports.reading import rows
from decks.imports.reading.packs import read_packs
from decks.imports.reading.shapes import FormatError, Pack, Parsed, RowError, describe
from decks.limits import DECK_CARDS

# The columns of every table, in the order in which the game makes them.
COLUMNS = {
    "black_cards": ("id", "draw", "pick", "text", "watermark"),
    "white_cards": ("id", "text", "watermark"),
    "card_set": ("id", "active", "base_deck", "description", "name", "weight"),
    "card_set_black_card": ("card_set_id", "black_card_id"),
    "card_set_white_card": ("card_set_id", "white_card_id"),
}
_KINDS = {"black_cards": "black", "white_cards": "white"}
NO_SET = N_("Cards in no set")
# A row of a table: `line` of the file (0 if it has none), `values` a dict of texts, numbers and None.
Row = NamedTuple("Row", [("line", int), ("values", Dict[Text, Any])])
Cards = Dict[Optional[int], Optional[Dict[Text, Any]]]  # of one kind, by their ids (`_cards`)
Joins = Dict[Any, List[Tuple[int, Any]]]  # by the id of a set (`_joins`)


class Tables(object):
    """The rows of the tables while they are read, at most as many of each as a deck may have."""

    def __init__(self):
        # type: () -> None
        self.rows = {table: [] for table in COLUMNS}  # type: dict[str, list[Row]]
        self.errors = rows.Errors()
        self._left_out = Counter()  # type: Counter[str]

    def add(self, table, columns, values, line=0):
        # type: (str, Sequence[str], Sequence[Any], int) -> None
        """One row. Raises FormatError when there are too many."""
        rows_there = self.rows[table]
        if len(rows_there) >= DECK_CARDS * (4 if table.startswith("card_set_") else 1):
            raise FormatError(gettext("there are more than %d rows in %s") % (len(rows_there), table))
        rows_there.append(Row(line, dict(zip(columns, values))))

    def refuse(self, table, problem, line=0):
        # type: (str, str, int) -> None
        """One row that cannot be read. Raises FormatError when there are too many."""
        self._left_out[table] += 1
        number = len(self.rows[table]) + self._left_out[table]
        self.errors.append(RowError(table, _KINDS.get(table, "pack"), number, problem, line))


def parsed(form, tables, no_set=NO_SET, table_names="%s_cards"):
    # type: (str, Tables, str, str) -> Parsed
    """Parsed of Tables, a pack for every set in the order of their weights.

    `no_set` is the name of one more pack, of the cards in no set; errors call the tables of cards by
    `table_names`. Raises FormatError without any card.
    """
    if not tables.rows["black_cards"] and not tables.rows["white_cards"]:
        first = gettext("; the first row is %s") % describe(tables.errors[0]) if tables.errors else ""
        raise FormatError(gettext("there are no rows of black_cards or white_cards in the file") + first)
    errors = tables.errors
    black = _cards("black", tables.rows["black_cards"], rows.black_card, errors, table_names)
    white = _cards("white", tables.rows["white_cards"], rows.white_card, errors, table_names)
    joins = {"black": _joins(tables, "black"), "white": _joins(tables, "white")}

    def read(raw, label, pack_errors):
        # type: (dict[str, Any], str, rows.Errors) -> Pack
        pack = rows.PackRows(rows.pack_name(raw["name"]), pack_errors)
        for kind, cards in (("black", black), ("white", white)):
            for line, number in joins[kind].get(raw["id"], ()):
                card = cards.get(number)
                if number not in cards:
                    pack.add(kind, number, _missing, line)
                elif card:
                    pack.add(kind, card, _card, card["line"])
        return pack.pack(description=_text(raw.get("description")))
    sets = _sets(tables, joins, {"black": black, "white": white}, no_set)
    found = read_packs(form, [("", raw) for raw in sets], read)
    return found._replace(errors=tuple(errors) + found.errors)


def _cards(kind, table, read, errors, table_names):
    # type: (str, list[Row], Callable[[Any], Any], rows.Errors, str) -> Cards
    """{id: {"card", "watermark", "line"} or None if it cannot be used} of one kind."""
    cards = {}  # type: Cards
    for number, row in enumerate(table, 1):
        key = _number(row.values.get("id"))
        try:
            card = read(row.values)
            errors.mended += kind == "black" and rows.is_mended(row.values, card)
            cards[key] = {"card": card, "watermark": _text(row.values.get("watermark")),
                          "line": row.line}
        except CardError as error:
            cards[key] = None
            errors.append(RowError(table_names % kind, kind, number, six.text_type(error), row.line))
    return cards


def _card(row):
    # type: (dict[str, Any]) -> Any
    return row["card"]


def _missing(number):
    # type: (Any) -> Any
    raise CardError(gettext("it points to card %s, which is not there") % number)


def _joins(tables, kind):
    # type: (Tables, str) -> Joins
    """{id of a set: [(line, id of a card)]}, each card once."""
    joins, seen = {}, set()  # type: Joins, set[tuple[int | None, int | None]]
    for row in tables.rows["card_set_%s_card" % kind]:
        pair = _number(row.values.get("card_set_id")), _number(row.values.get("%s_card_id" % kind))
        if pair not in seen:
            seen.add(pair)
            joins.setdefault(pair[0], []).append((row.line, pair[1]))
    return joins


def _sets(tables, joins, cards, no_set):
    # type: (Tables, dict[str, Joins], dict[str, Cards], str) -> list[dict[str, Any]]
    """The sets as dicts; the cards that are in none come as one more, with entries of its own in `joins`."""
    sets = [dict(row.values, id=_number(row.values.get("id"))) for row in tables.rows["card_set"]]
    sets.sort(key=lambda raw: (_number(raw.get("weight")) or 0, raw["id"] or 0))
    known, lost = {raw["id"] for raw in sets}, {}
    for kind in ("black", "white"):
        placed = {number for key, there in joins[kind].items() if key in known for _, number in there}
        lost[kind] = [(0, number) for number, card in sorted(cards[kind].items(),
                                                             key=lambda item: item[0] or 0)
                      if card and number not in placed]
        joins[kind][no_set] = lost[kind]
    return sets + ([{"id": no_set, "name": no_set}] if lost["black"] or lost["white"] else [])


def _number(value):
    # type: (Any) -> int | None
    """A whole number of a table, whatever type it came as; None if it is none."""
    try:
        return int(value) if not isinstance(value, six.text_type) or len(value) < 19 else None
    except (TypeError, ValueError):
        return None


def _text(value):
    # type: (Any) -> str
    return value.strip() if isinstance(value, six.text_type) else ""
