"""Makes records of the lines of a text: with a kind before each, below headings, or without any. Pure."""

from __future__ import unicode_literals

import re

from decks.imports.generic.shapes import DECK, LIST, VALUE, Record, RecordSet
from decks.imports.reading.vocabulary import kind_of, kinds_of
from decks.limits import ROW_LENGTH

_KIND, _HEADINGS, _SAMPLE = "kind", 20, 200
_PREFIX = re.compile(r"(\w{1,12})(?: cards?)?\s{0,3}[:-]\s{1,3}(.+)", re.IGNORECASE | re.UNICODE)
_BULLET = re.compile("[*\u2022-]\\s+")
_RULER = re.compile(r"\s{0,20}([=~*#-])\1{2,}\s{0,20}$")
_TITLE = re.compile(r"#{1,6}\s{1,9}(\S.*)")
_NUMBERED, _QUOTED = re.compile(r"(\d{1,5})[.)]\s{1,9}(?=\S)"), re.compile('"(?:[^"]|"")+"$')


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
