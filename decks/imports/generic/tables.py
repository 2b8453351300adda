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
from decks.imports.reading.vocabulary import is_header_word, kind_of, kinds_of
from decks.limits import GENERIC_RECORDS, ROW_LENGTH, SHEET_COLUMNS

_KIND, _HEADINGS = "kind", 20
_PREFIX = re.compile(r"(\w{1,12})(?: cards?)?\s{0,3}[:-]\s{1,3}(.+)", re.IGNORECASE | re.UNICODE)
_BULLET = re.compile("[*\u2022-]\\s+")
_RULER = re.compile(r"\s{0,20}([=~*#-])\1{2,}\s{0,20}$")
_TITLE = re.compile(r"#{1,6}\s{1,9}(\S.*)")
_NUMBERED, _QUOTED = re.compile(r"(\d{1,5})[.)]\s{1,9}(?=\S)"), re.compile('"(?:[^"]|"")+"$')
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


def lines_set(name, text, deck=""):
    # type: (str, str, str) -> RecordSet
    """The RecordSet of the lines of a text."""
    beside = dict({LIST: name}, **({DECK: deck} if deck else {}))
    rows = [
        (line, row[: ROW_LENGTH + 1].strip())  # what is longer is refused by its length
        for line, row in enumerate(text.split("\n"), 1)
        if row and not row.isspace() and not is_ruler(row)
    ]
    said = _prefixed(rows) or _in_sections(rows, deck)
    if said:
        records = [
            Record(line, dict(beside, **dict({VALUE: row, _KIND: kind}, **({DECK: at} if at else {}))))
            for line, row, kind, at in said
        ]
        fields = [VALUE, _KIND, LIST] + [DECK] * any(DECK in record.values for record in records)
        return RecordSet(name, fields, records, ())
    records = [Record(line, dict(beside, **{VALUE: row})) for line, row in rows]
    return RecordSet(name, [VALUE] + sorted(beside), records, ())


def _prefixed(rows):
    # type: (list[tuple[int, str]]) -> list[tuple[int, str, str, str]]
    """(line, text, kind, no deck) of lines such as "Q: Why?"; nothing unless all are, and of both kinds."""
    split = []
    for line, row in rows:
        match = _PREFIX.match(row[:ROW_LENGTH])
        if match is None:
            return []
        split.append((line, match.group(2), match.group(1), ""))
    kinds = kinds_of({kind for _, _, kind, _ in split[:_SAMPLE]})
    return split if len(set(kinds.values())) == 2 else []


def _in_sections(rows, deck=""):
    # type: (list[tuple[int, str]], str) -> list[tuple[int, str, str, str]]
    """(line, text, kind, deck) of lines below headings such as "Black cards:"; nothing unless both kinds have
    one. A heading of Markdown that is no kind names the deck of what follows.
    """
    headings = [
        kind_of(row.strip("#=*-:[] ")) if 3 < len(row) < 30 and "_" not in row else "" for _, row in rows
    ]
    few = len(list(filter(None, headings))) <= _HEADINGS
    if {"black", "white"} - set(headings) or not few:
        return []
    found, kind = [], ""
    for (line, row), heading in zip(rows, headings):
        title = _TITLE.match(row)
        if not heading and title:
            deck = title.group(1)
        elif not heading and not kind:
            return []  # a card before all headings is of no kind
        elif not heading:
            found.append((line, _BULLET.sub("", row, 1), kind, deck))
        kind = heading or kind
    return found


def is_ruler(row):
    # type: (str) -> bool
    """Whether a line is nothing but a line that is drawn, as below a heading; underscores are a blank."""
    return _RULER.match(row) is not None


def bare(lines):
    # type: (list[str]) -> list[str]
    """The lines without what makes them a list: a bullet, a number one higher than before, quotes around
    each, where all that have text have it.
    """
    if any(len(line) > ROW_LENGTH for line in lines):
        return lines
    texts = [text for text in (line.strip() for line in lines) if text]
    if len(texts) < 3:
        return lines
    if all(map(_BULLET.match, texts)):
        return [_BULLET.sub("", line.strip(), 1) for line in lines]
    found = [_NUMBERED.match(text) for text in texts]
    counted = [int(one.group(1)) for one in found if one]
    if len(counted) == len(texts) and counted == list(range(counted[0], counted[0] + len(counted))):
        return [_NUMBERED.sub("", line.strip(), 1) for line in lines]
    if all(map(_QUOTED.match, texts)):
        return [line.strip()[1:-1].replace('""', '"') for line in lines]
    return lines


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
