"""Reads CSV files of cards, with commas, semicolons or tabs between the cells.

Pure; what the columns mean is `sheet`.
"""
from __future__ import unicode_literals

import csv
import re

import six

from decks.formats import rows, sheet
from decks.formats.shapes import FormatError

NAME = "csv"
_DELIMITERS = ",;\t"
_LINE = re.compile("[^\n]*\n|[^\n]+")


def recognises(text):
    return _delimiter(text) is not None


def parse(text, name=rows.UNNAMED):
    """Parsed of a whole file. Raises FormatError."""
    delimiter = _delimiter(text)
    if delimiter is None:
        raise FormatError(sheet.WANTED)
    return sheet.parse(NAME, _rows(text, delimiter), name)


def _delimiter(text):
    first = text.lstrip("\n").split("\n", 1)[0][:1000]
    for delimiter in _DELIMITERS:
        if sheet.header([cell.strip(' "') for cell in first.split(delimiter)]):
            return delimiter
    return None


def _rows(text, delimiter):
    """(number of its first line, cells) of every row; the reader of old Pythons knows bytes only."""
    lines = (six.ensure_str(line.group()) for line in _LINE.finditer(text))
    reader, line = csv.reader(lines, delimiter=str(delimiter), strict=True), 1
    try:
        for cells in reader:
            if cells:
                yield line, [six.ensure_text(cell) for cell in cells]
            line = reader.line_num + 1
    except csv.Error as error:
        raise FormatError("line %d: the row cannot be read: %s" % (line, error))
