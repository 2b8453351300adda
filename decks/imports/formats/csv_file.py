"""Reads CSV files of cards, with commas, semicolons or tabs between the cells.

Pure; what the columns mean is `sheet`.
"""
from __future__ import unicode_literals

from itertools import islice
from typing import Iterator

from decks.imports.reading import rows
from decks.imports.reading.shapes import FormatError, Parsed
from decks.imports.reading.tables import delimited, sheet

NAME = "csv"
_SAMPLE = 40000
_DELIMITERS = ",;\t"


def recognises(text):
    # type: (str) -> bool
    delimiter = _delimiter(text)
    if delimiter is None:
        return False
    cells = [row for _, row in islice(_rows(text[:_SAMPLE], delimiter), 200) if row]
    columns = sheet.header(cells[0])
    return columns is not None and not sheet.names_decks(cells[0]) and sheet.has_kinds(columns, cells[1:])


def parse(text, name=rows.UNNAMED):
    # type: (str, str) -> Parsed
    """Parsed of a whole file. Raises FormatError."""
    delimiter = _delimiter(text)
    if delimiter is None:
        raise FormatError(sheet.WANTED)
    return sheet.parse(NAME, _rows(text, delimiter), name, delimiter)


def _delimiter(text):
    # type: (str) -> str | None
    first = text.lstrip("\n").split("\n", 1)[0][:1000]
    for delimiter in _DELIMITERS:
        if sheet.header([cell.strip(' "') for cell in first.split(delimiter)]):
            return delimiter
    return None


def _rows(text, delimiter):
    # type: (str, str) -> Iterator[tuple[int, list[str] | None]]
    """(number of its first line, cells) of every row; None where it cannot be split."""
    return ((line, cells) for line, cells in delimited.rows(text, delimiter) if cells != [])
