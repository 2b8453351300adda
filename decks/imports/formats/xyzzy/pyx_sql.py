"""Reads the SQL of Pretend You're Xyzzy: the rows of its five tables, in a dump of any database."""
from __future__ import unicode_literals

import re
from typing import Any, Callable, Dict, Sequence

import six
from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from decks.imports.formats.xyzzy import pyx
from decks.imports.reading.databases import sql
from decks.imports.reading.shapes import Parsed
from decks.limits import ROW_ERRORS

NAME = "pyx-sql"
_CARDS = ("black_cards", "white_cards")

_NO_COLUMNS = N_("the file does not name the columns of %s, and this row does not look as if they stood in "
                 "the usual order")
_NUMBER, _TRUTH = re.compile(r"-?\d{1,18}\Z"), re.compile(r"(?i)(?:[01tf]|true|false)\Z")
# What values of some columns look like; a row without names that has others there has another order.
_LOOKS = {
    "id": _NUMBER.match, "draw": _NUMBER.match, "pick": _NUMBER.match, "weight": _NUMBER.match,
    "active": _TRUTH.match, "base_deck": _TRUTH.match, "card_set_id": _NUMBER.match,
    "black_card_id": _NUMBER.match, "white_card_id": _NUMBER.match,
    "text": lambda value: not _NUMBER.match(value), "name": lambda value: not _TRUTH.match(value),
}  # type: Dict[str, Callable[[str], Any]]


def recognises(text):
    # type: (str) -> bool
    if sql.tables(text).isdisjoint(pyx.COLUMNS):
        return False
    firsts, broken = {}, 0  # type: Dict[str, sql.Row], int
    for row in sql.rows(text):
        if row.table in _CARDS:
            broken += row.values is None
            if row.values is not None:
                firsts.setdefault(row.table, row)
        if len(firsts) == len(_CARDS) or broken > ROW_ERRORS:
            break
    return all(map(_is_ours, firsts.values()))


def _is_ours(row):
    # type: (sql.Row) -> bool
    """Whether the first row of a table of cards has an id and a text, by its names or in the usual order."""
    if row.columns is not None:
        return {"id", "text"} <= set(row.columns)
    return _fits(pyx.COLUMNS[row.table], row.values or ())


def parse(text, name=""):
    # type: (str, str) -> Parsed
    """Parsed of a whole dump. Raises FormatError without any card."""
    tables = pyx.Tables()
    for row in sql.rows(text):
        if row.table not in pyx.COLUMNS:
            continue
        if row.values is None:
            tables.refuse(row.table, row.problem, row.line)
        elif row.columns is not None:
            tables.add(row.table, row.columns, row.values, row.line)
        elif _fits(pyx.COLUMNS[row.table], row.values):
            tables.add(row.table, pyx.COLUMNS[row.table], row.values, row.line)
        else:
            tables.refuse(row.table, _(_NO_COLUMNS) % row.table, row.line)
    return pyx.parsed(NAME, tables)


def _fits(columns, values):
    # type: (Sequence[str], Sequence[Any]) -> bool
    """Whether these values may be those of these columns, in this order."""
    return len(columns) == len(values) and all(
        not isinstance(value, six.text_type) or _LOOKS.get(column, bool)(value) or not value
        for column, value in zip(columns, values))
