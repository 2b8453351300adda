"""Reads Excel files (XLSX) of cards whose sheets have the columns of `sheet`: one deck for each sheet."""

from __future__ import unicode_literals

from typing import Any

from decks.imports.reading import rows
from decks.imports.reading.packs import read_one, read_packs
from decks.imports.reading.shapes import Pack, Parsed
from decks.imports.reading.tables import sheet, spreadsheet

NAME = "xlsx"


def recognises(content):
    # type: (bytes) -> bool
    return spreadsheet.is_one(content) and bool(_tables(content))


def parse(content, name=rows.UNNAMED):
    # type: (bytes, str) -> Parsed
    """Parsed of a whole file; a deck that is alone is called `name`, others like their sheets.

    Raises FormatError.
    """
    found = _tables(content)
    if len(found) == 1:
        return read_one(NAME, lambda errors: _pack(found[0][1], name, errors))
    return read_packs(NAME, found, _pack)


def _pack(raw, label, errors):
    # type: (dict[str, Any], str, rows.Errors) -> Pack
    return sheet.read_pack(raw["columns"], raw["table"], label, errors)


def _tables(content):
    # type: (bytes) -> list[tuple[str, dict[str, Any]]]
    """(title, {"columns", "table"}) of the sheets that have our columns and our kinds."""
    found = []
    for title, table in spreadsheet.sheets(content):
        first = next(table, (0, []))[1]
        columns = sheet.header(first) if not sheet.names_decks(first) else None
        rows_there = list(table) if columns is not None else []
        if columns is not None and sheet.has_kinds(columns, [cells for _, cells in rows_there[:200]]):
            found.append((title, {"columns": columns, "table": rows_there}))
    return found
