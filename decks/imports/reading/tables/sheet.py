"""Reads tables of cards, the rows of a CSV file or of a spreadsheet, with the columns kind, text, pick, draw
and tags.

Pure; the columns may stand in any order, and only kind and text must be there.
"""
from __future__ import unicode_literals

from collections import OrderedDict
from typing import Any, Iterable

import six
from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from decks.cards.texts import CardError
from decks.imports.reading import rows
from decks.imports.reading.packs import read_one
from decks.imports.reading.shapes import FormatError, Pack, Parsed
from decks.imports.reading.vocabulary import SURE_DECKS, place_of
from decks.limits import SHEET_COLUMNS

COLUMNS = ("kind", "text", "pick", "draw", "tags", "attribution")
WANTED = N_("the first row must name the columns: kind and text, and if you like pick, draw, tags and "
          "attribution")
KINDS = {"black": "black", "white": "white", "b": "black", "w": "white", "prompt": "black",
         "response": "white",
         "call": "black", "question": "black", "answer": "white"}
# What begins like this is computed by spreadsheets, so an apostrophe stands before it in the files we give
# out.
_GUARDED = ("'=", "'+", "'-", "'@", "'\t", "'\r", "''")


def header(cells):
    # type: (list[str]) -> dict[str, int] | None
    """{column: place} of the first row of a table, or None when it names no kind and text."""
    names = [cell.strip().lower() for cell in cells[:SHEET_COLUMNS]]
    if "kind" not in names or "text" not in names:
        return None
    return OrderedDict((column, names.index(column)) for column in COLUMNS if column in names)


def names_decks(cells):
    # type: (list[str]) -> bool
    """Whether a first row has a column for the deck of each card, which is none of ours."""
    places = [place_of(cell.strip(), "deck") for cell in cells[:SHEET_COLUMNS]]
    return any(place is not None and place < SURE_DECKS for place in places)


def has_kinds(columns, table):
    # type: (dict[str, int], Iterable[list[str]]) -> bool
    """Whether most of these rows have a kind that we know, and none a letter of another language."""
    place = columns["kind"]
    table = list(table)
    kinds = [cells[place].strip().lower() for cells in table if len(cells) > place and cells[place].strip()]
    known = sum(kind in KINDS for kind in kinds)
    if 2 * len(kinds) <= len(table) and len(set(kinds)) > 1:
        return False  # each stands once, above many rows
    return 2 * known >= len(kinds) and not any(len(kind) == 1 and kind not in KINDS for kind in kinds)


def parse(form, table, name, delimiter=""):
    # type: (str, Iterable[tuple[int, list[str] | None]], str, str) -> Parsed
    """Parsed of (line, cells or None) pairs whose first is the header; empty rows are passed over.

    `delimiter` is what stood between the cells of a text. Raises FormatError.
    """
    table = iter(table)
    first = next(table, (0, []))[1] or []
    columns = header(first)
    if columns is None:
        raise FormatError(_(WANTED))
    if delimiter:
        table = ((line, _within(cells, len(first), columns["text"], delimiter)) for line, cells in table)
    return read_one(form, lambda errors: read_pack(columns, table, name, errors))


def _within(cells, width, text, delimiter):
    # type: (list[str] | None, int, int, str) -> list[str] | None
    """The cells of a row that may have more than the header: commas of a text that is the last column."""
    if cells is None or not any(cell.strip() for cell in cells[width:]):
        return cells
    return cells[:text] + [delimiter.join(cells[text:])] if text == width - 1 else None


def read_pack(columns, table, name, errors):
    # type: (dict[str, int], Iterable[tuple[int, list[str] | None]], str, rows.Errors) -> Pack
    """The Pack of the rows below a header. Raises CardError without any card."""
    pack = rows.PackRows(rows.pack_name(name), errors)
    for line, cells in table:
        if cells is None:
            pack.add("white", None, _broken, line)
        elif any(cell.strip() for cell in cells):
            cells = cells + [""] * (SHEET_COLUMNS - len(cells))
            _add(pack, {column: cells[place] for column, place in columns.items()}, line)
    return pack.pack()


def _add(pack, row, line):
    # type: (rows.PackRows, dict[str, str], int) -> None
    row = {column: cell[1:] if cell.startswith(_GUARDED) else cell for column, cell in row.items()}
    kind = KINDS.get(row["kind"].strip().lower())
    if kind is None:
        pack.add("white", row, _of_no_kind, line)
    elif kind == "black":
        pack.add("black", row, rows.black_card_of_ours, line)
    else:
        pack.add("white", row, rows.white_card, line)


def _broken(row):
    # type: (None) -> Any
    raise CardError(_("its cells cannot be told apart; are there quotes around each text with commas?"))


def _of_no_kind(row):
    # type: (dict[str, str]) -> Any
    raise CardError(_('its kind is "%s", it must be black or white') % row["kind"].strip()[:20])


def cell_text(value):
    # type: (Any) -> str
    """The text of a spreadsheet's cell: whole numbers without a point, nothing for an empty one."""
    if value is None:
        return ""
    if isinstance(value, float) and value == int(value):
        value = int(value)
    return six.text_type(value)
