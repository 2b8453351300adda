"""Makes records of the rows of a table, with headers in any words or without any. Pure.

Columns without a header are called by their number, from 1.
"""

from __future__ import unicode_literals

import re
from collections import Counter
from typing import Iterable, List, Tuple

from django.utils.translation import gettext_noop as N_

from common.compat import gettext
from decks.imports.generic.fields import has_blank
from decks.imports.generic.records import layouts
from decks.imports.generic.shapes import DECK, LIST, VALUE, Record, RecordSet
from decks.imports.reading.shapes import FormatError, RowError
from decks.imports.reading.tables import delimited
from decks.imports.reading.texts import numbers
from decks.imports.reading.vocabulary import is_header_word, kind_of, place_of
from decks.limits import GENERIC_RECORDS, SHEET_COLUMNS

Rows = List[Tuple[int, List[str]]]
_QUOTED = re.compile('"(?:[^"]|"")*"$')
_DELIMITERS = ("\t", ";", ",", "|")
_SAMPLE, _TITLES, _HEADER_LENGTH = 200, 5, 40
# Of the rows, so many have to have as many cells as most.
_ALIKE = 0.8
_LONGER = N_("it has %d cells for %d columns; put quotes around a text with commas")


def of_text(name, text, delimiter, deck=""):
    # type: (str, str, str, str) -> RecordSet
    """The RecordSet of a text with this between the cells; rows that cannot be split are refused."""
    rows = list(delimited.rows(text, delimiter))
    refused = [_refused(name, line, delimited.UNCLOSED) for line, cells in rows if cells is None]
    found = record_set(name, [(line, cells) for line, cells in rows if cells is not None], deck, delimiter)
    return found._replace(refused=tuple(refused) + found.refused)


def record_set(name, table, deck="", delimiter=""):
    # type: (str, Iterable[tuple[int, list[str]]], str, str) -> RecordSet
    """The RecordSet of (line, cells) pairs; empty rows are passed over. What stands behind the last column
    of a header is part of its text, where `delimiter` was between; in another column the row is refused.
    """
    filled = [(line, cells[:SHEET_COLUMNS]) for line, cells in table if any(cell.strip() for cell in cells)]
    if len(filled) > GENERIC_RECORDS:
        raise FormatError(gettext("there are more than %d rows in the file; split it") % GENERIC_RECORDS)
    filled = layouts.of_parts(layouts.without_rulers(filled))
    start = _first(filled)
    names = layouts.two_headers(filled[start : start + 2])
    start += bool(names)
    names = names or _header(filled[start:])
    body = filled[start + 1 :] if names else filled[start:]
    body, refused = _within(name, names, body, delimiter) if names and delimiter else (body, [])
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
    return RecordSet(name, names + sorted(beside), records, tuple(refused))


def _within(name, names, body, delimiter):
    # type: (str, list[str], Rows, str) -> tuple[Rows, list[RowError]]
    """(rows with no more cells than there are names, what is said of the others), where few are longer."""
    longer = {line for line, cells in body if any(cell.strip() for cell in cells[len(names):])}
    if len(longer) > len(body) // 5:
        return body, []
    found, refused = [], []
    for line, cells in body:
        if line in longer and place_of(names[-1], "text") is not None:
            cells = cells[:len(names) - 1] + [delimiter.join(cells[len(names) - 1:])]
        elif line in longer:
            refused.append(_refused(name, line, gettext(_LONGER) % (len(cells), len(names))))
            continue
        found.append((line, cells))
    return found, refused


def _refused(name, line, problem):
    # type: (str, int, str) -> RowError
    return RowError(name, "pack", line, problem, line)


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


def column_of(text):
    # type: (str) -> Rows
    """The rows of a table with one column whose header says that it has texts; nothing for a list of cards.
    """
    head = text.strip().split("\n", 1)[0].strip(' \t"')
    if len(head) > _HEADER_LENGTH or not is_header_word(head):
        return []
    lines = [(number, line.strip()) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    return [(number, [line[1:-1].replace('""', '"') if _QUOTED.match(line) else line])
            for number, line in lines]


def _alikeness(lines, delimiter):
    # type: (list[str], str) -> float
    """How many of these lines are rows with the same number of cells, from 0 to 1."""
    rows = [(line, cells or []) for line, cells in delimited.rows("\n".join(lines), delimiter)]
    widths = Counter(len(cells) for _, cells in rows)
    width, number = widths.most_common(1)[0]
    if width < 2:
        return 0
    cells = [cell for _, row in rows for cell in row[1:]]
    spaced = sum(cell.startswith(" ") for cell in cells)
    if delimiter == "," and spaced > len(cells) // 2 and not _header(rows):
        return 0  # a comma with a space behind it is one of a sentence
    return number / float(len(rows))


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
    are_cards = any(" " in cell and has_blank(cell) for cell in first)
    for cell, column in zip(first, columns):
        if kind_of(cell) and (cell in column or are_cards and all(map(kind_of, column - {""}))):
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
