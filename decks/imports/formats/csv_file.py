"""Reads CSV files of cards, with commas, semicolons or tabs between the cells.

Pure; what the columns mean is `sheet`.
"""
from __future__ import unicode_literals

import csv
import re
from itertools import islice
from typing import Iterator

import six

from decks.imports.reading import rows, sheet
from decks.imports.reading.shapes import FormatError, Parsed
from decks.limits import ROW_LENGTH

NAME = "csv"
_SAMPLE = 40000
_DELIMITERS = ",;\t"
_LINE = re.compile("[^\n]*\n|[^\n]+")


def recognises(text):
    # type: (str) -> bool
    delimiter = _delimiter(text)
    if delimiter is None:
        return False
    try:
        cells = [row for _, row in islice(_rows(text[:_SAMPLE], delimiter), 200)]
    except FormatError:
        return True  # `parse` tells where it is broken
    columns = sheet.header(cells[0])
    return columns is not None and not sheet.names_decks(cells[0]) and sheet.has_kinds(columns, cells[1:])


def parse(text, name=rows.UNNAMED):
    # type: (str, str) -> Parsed
    """Parsed of a whole file. Raises FormatError."""
    delimiter = _delimiter(text)
    if delimiter is None:
        raise FormatError(sheet.WANTED)
    return sheet.parse(NAME, _rows(text, delimiter), name)


def _delimiter(text):
    # type: (str) -> str | None
    first = text.lstrip("\n").split("\n", 1)[0][:1000]
    for delimiter in _DELIMITERS:
        if sheet.header([cell.strip(' "') for cell in first.split(delimiter)]):
            return delimiter
    return None


def _rows(text, delimiter):
    # type: (str, str) -> Iterator[tuple[int, list[str]]]
    """(number of its first line, cells) of every row; the reader of old Pythons knows bytes only."""
    lines = _Lines(text)
    reader, line = csv.reader(lines, delimiter=str(delimiter), strict=True), 1
    try:
        for cells in reader:
            if cells:
                yield line, [six.ensure_text(cell) for cell in cells]
            line, lines.taken = reader.line_num + 1, 0
    except csv.Error as error:
        raise FormatError("line %d: the row cannot be read: %s" % (line, error))


class _Lines(object):
    """The lines of a text for a reader of rows, which may not take too many characters for one of them."""

    def __init__(self, text):
        # type: (str) -> None
        self.lines, self.taken = _LINE.finditer(text), 0

    def __iter__(self):
        # type: () -> Iterator[str]
        for found in self.lines:
            self.taken += found.end() - found.start()
            if self.taken > ROW_LENGTH:
                raise csv.Error("it has more than %d characters; is a quote never closed?" % ROW_LENGTH)
            yield six.ensure_str(found.group())
