"""Makes records of the rows of a table, with headers in any words or without any. Pure.

Columns without a header are called by their number, from 1.
"""

from __future__ import unicode_literals

import csv
import re
from collections import Counter
from typing import Iterable

import six

from decks.imports.generic import layouts
from decks.imports.generic.shapes import DECK, LIST, VALUE, Record, RecordSet
from decks.imports.reading.shapes import FormatError
from decks.imports.reading.texts import numbers
from decks.imports.reading.vocabulary import is_header_word, kind_of
from decks.limits import GENERIC_RECORDS, ROW_LENGTH, SHEET_COLUMNS

_DELIMITERS = ("\t", ";", ",", "|")
_SAMPLE, _TITLES, _HEADER_LENGTH = 200, 5, 40
# Of the rows, so many have to have as many cells as most.
_ALIKE = 0.8


def record_set(name, table, deck=""):
    # type: (str, Iterable[tuple[int, list[str]]], str) -> RecordSet
    """The RecordSet of (line, cells) pairs; empty rows are passed over."""
    filled = [(line, cells[:SHEET_COLUMNS]) for line, cells in table if any(cell.strip() for cell in cells)]
    if len(filled) > GENERIC_RECORDS:
        raise FormatError("there are more than %d rows in the file; split it" % GENERIC_RECORDS)
    filled = layouts.of_parts(layouts.without_rulers(filled))
    start = _first(filled)
    names = layouts.two_headers(filled[start : start + 2])
    start += bool(names)
    names = names or _header(filled[start:])
    body = filled[start + 1 :] if names else filled[start:]
    width = max([len(cells) for _, cells in body[:_SAMPLE]] or [0])
    names = (names + ["%d" % number for number in range(len(names) + 1, width + 1)])[: max(width, 1)]
    body = layouts.filled_down(names, body)
    beside = dict({LIST: name}, **({DECK: deck} if deck else {}))
    records = [
        Record(
            line, dict(beside, **{field: cell.strip() for field, cell in zip(names, cells) if cell.strip()})
        )
        for line, cells in body
    ]
    return RecordSet(name, names + sorted(beside), records, ())


def rows_of(text, delimiter):
    # type: (str, str) -> list[tuple[int, list[str]]]
    """(line, cells) of every row; one that cannot be split, as by a quote that is never closed, is one
    cell.
    """
    rows = []  # type: list[tuple[int, list[str]]]
    pending, start = "", 0
    for line, part in enumerate(text.split("\n"), 1):
        pending, start = (pending + "\n" + part, start) if pending else (part, line)
        is_open = pending.count('"') % 2 and (pending.startswith('"') or delimiter + '"' in pending)
        if is_open and len(pending) < ROW_LENGTH // 10:
            continue
        rows.append((start, _cells(pending[:ROW_LENGTH], delimiter)))
        pending = ""
    if pending:
        rows.extend(
            (start + number, _cells(part.replace('"', '""'), delimiter))
            for number, part in enumerate(pending.split("\n"))
        )
    return rows


def delimiter_of(text, name=""):
    # type: (str, str) -> str
    """What stands between the cells of a table; nothing for a text that is none."""
    sample = [line for line in text[:100000].split("\n") if line.strip()][:_SAMPLE]
    if not sample:
        return ""
    scores = [(_alikeness(sample, delimiter), -place) for place, delimiter in enumerate(_DELIMITERS)]
    score, place = max(scores)
    if score >= _ALIKE:
        return _DELIMITERS[-place]
    headers = [line for line, number in Counter(sample).items() if number > 1]
    parted = [one for one in _DELIMITERS if any(layouts.is_known_header(line.split(one)) for line in headers)]
    return parted[0] if parted else ""


def _alikeness(lines, delimiter):
    # type: (list[str], str) -> float
    """How many of these lines are rows with the same number of cells, from 0 to 1."""
    rows = rows_of("\n".join(lines), delimiter)
    widths = Counter(len(cells) for _, cells in rows)
    width, number = widths.most_common(1)[0]
    if width < 2:
        return 0
    cells = [cell for _, row in rows for cell in row[1:]]
    spaced = sum(cell.startswith(" ") for cell in cells)
    if delimiter == "," and spaced > len(cells) // 2 and not _header(rows):
        return 0  # a comma with a space behind it is one of a sentence
    return number / float(len(rows))


def _cells(row, delimiter):
    # type: (str, str) -> list[str]
    try:
        for cells in csv.reader([six.ensure_str(row)], delimiter=str(delimiter)):
            return [six.ensure_text(cell) for cell in cells]
    except csv.Error:
        pass
    return [row]


def _first(rows):
    # type: (list[tuple[int, list[str]]]) -> int
    """How many rows above the table are titles: they have one cell where the table has more."""
    widths = [sum(1 for cell in cells if cell.strip()) for _, cells in rows[:_SAMPLE]]
    # A column of one kind is often longer than the other.
    if sum(width > 1 for width in widths) < max(2, len(widths) // 5):
        return 0
    for number, (_, cells) in enumerate(rows[:_TITLES]):
        if sum(1 for cell in cells if cell.strip()) > 1:
            return number
    return 0


def _header(rows):
    # type: (list[tuple[int, list[str]]]) -> list[str]
    """The names of the columns, all different, or nothing when the first row has none."""
    if not rows:
        return []
    first = [cell.strip() for cell in rows[0][1]]
    named = [cell for cell in first if cell]
    if not named or any(
        len(cell) > _HEADER_LENGTH or "_" * 2 in cell or numbers.whole(cell) is not None for cell in named
    ):
        return []
    known = sum(is_header_word(cell) for cell in named)
    if not (known == len(named) or (known and len(named) > 1) or _stands_out(first, rows[1:_SAMPLE])):
        return []
    if len(named) == 1 and kind_of(named[0]) and len(named[0]) < 3:
        return []
    names = []  # type: list[str]
    for number, cell in enumerate(first, 1):
        name = re.sub(r"\s+", " ", cell).replace("|", "/") or "%d" % number
        names.append(name if name not in names else "%s %d" % (name, number))
    # A row of kinds is a row of cards: "W" above "S" names no column.
    columns = [
        {row[1][place] for row in rows[1:_SAMPLE] if len(row[1]) > place} for place in range(len(first))
    ]
    if any(kind_of(cell) and cell in column for cell, column in zip(first, columns)):
        return []
    return names


def _stands_out(first, others):
    # type: (list[str], list[tuple[int, list[str]]]) -> bool
    """Whether the first row has words where all the others have numbers or kinds."""
    for place, cell in enumerate(first):
        column = [cells[place].strip() for _, cells in others if len(cells) > place and cells[place].strip()]
        if (
            len(column) > 1
            and cell
            and not kind_of(cell)
            and all(kind_of(value) or numbers.whole(value) is not None for value in column)
        ):
            return True
    return False
