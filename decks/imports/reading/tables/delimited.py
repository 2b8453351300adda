"""Splits text into the rows of a table, so that a broken row costs no other. Pure."""
from __future__ import unicode_literals

import csv
import re
from typing import Iterator, List, Optional, Tuple

import six
from django.utils.translation import gettext_noop as N_

from decks.limits import ROW_LENGTH

UNCLOSED = N_("a quote in it is never closed, or does not end its cell")
# So far a cell may go over several lines.
_CELL = ROW_LENGTH // 10
_QUOTED = re.compile('"(?:[^"]|"")*"$')
_DOUBLED = re.compile(r'[^,;\t\n"]""[^,;\t\n"]')


def rows(text, delimiter):
    # type: (str, str) -> Iterator[Tuple[int, Optional[List[str]]]]
    """(its first line, cells) of every row; None instead of the cells where a line cannot be split."""
    escapes = '\\"' in text and not _DOUBLED.search(text)  # as MySQL writes a quote
    lines, number = text.split("\n"), 0
    while number < len(lines):
        cells, taken = _row(lines, number, delimiter, escapes)
        yield number + 1, cells
        number += taken


def _row(lines, start, delimiter, escapes):
    # type: (List[str], int, str, bool) -> Tuple[Optional[List[str]], int]
    """(cells of the row that begins in a line or None, how many lines it has)."""
    row = ""
    for number in range(start, len(lines)):
        row += ("\n" if number > start else "") + lines[number][:ROW_LENGTH]
        plain = row.replace('\\"', '""') if escapes else row
        if _is_open(plain, delimiter):
            if len(row) > _CELL:
                break
            continue
        cells = _cells(plain, delimiter)
        if cells is None and number > start:
            break
        return cells if cells is not None else _loose(plain, delimiter), number + 1 - start
    if delimiter == "\t":
        return _loose(lines[start], delimiter), 1  # such tables are often written without a rule for quotes
    return None, 1


def _is_open(row, delimiter):
    # type: (str, str) -> bool
    """Whether a quote that begins a cell is not closed yet."""
    return bool(row.count('"') % 2) and (row.startswith('"') or delimiter + '"' in row)


def _cells(row, delimiter):
    # type: (str, str) -> Optional[List[str]]
    try:
        for cells in csv.reader([six.ensure_str(row)], delimiter=str(delimiter), strict=True):
            return ["" if cell == str("\\N") else six.ensure_text(cell) for cell in cells]
    except csv.Error:
        return None
    return []


def _loose(row, delimiter):
    # type: (str, str) -> List[str]
    """The cells of a row on one line some of whose quotes are words, and do not end cells."""
    found = [row]
    try:
        for cells in csv.reader([six.ensure_str(row)], delimiter=str(delimiter)):
            found = [six.ensure_text(cell) for cell in cells]
    except csv.Error:
        pass
    plain = row.split(delimiter)
    if len(plain) != len(found):
        return found  # a delimiter stands within quotes
    return [cell[1:-1].replace('""', '"') if _QUOTED.match(cell) else cell for cell in plain]
