"""Reads the SQL of Pretend You're Xyzzy: the COPY blocks and INSERT statements of its five tables.

Nothing is executed; every other statement is passed over.
"""
from __future__ import unicode_literals

import re

import six

from decks.imports.formats import pyx
from decks.imports.formats.shapes import FormatError
from decks.limits import ROW_LENGTH

NAME = "pyx-sql"

_NAMES = "|".join(sorted(pyx.COLUMNS, key=len, reverse=True))
_STATEMENT = re.compile(
    r"^[ \t]{0,40}(COPY|INSERT\s{1,40}INTO)\s{1,40}(?:[\"`]?\w{1,60}[\"`]?\.)?[\"`]?(%s)[\"`]?"
    r"\s{0,40}(?:\(([^()]{0,500})\))?\s{0,40}(FROM\s{1,40}STDIN|VALUES)[^\n;(]{0,80}" % _NAMES,
    re.IGNORECASE | re.MULTILINE)
# A plain string has no escapes but the doubled quote; one with an E before it has those of C as well.
_STRING = re.compile(r"\s*'([^']*(?:''[^']*)*)'\s*([,)])")
_VALUE = re.compile(r"\s*(?:E'([^'\\]*(?:(?:''|\\.)[^'\\]*)*)'|NULL|(true|false)|(-?\d{1,18}(?:\.\d{1,9})?))\s*([,)])",  # noqa: E501
                    re.IGNORECASE | re.DOTALL)
_BETWEEN = re.compile(r"\s{0,1000}([,;(]|\Z)|\s{0,1000}ON\s+CONFLICT[^;]{0,500};", re.IGNORECASE)
_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{1,2}|u[0-9a-fA-F]{4}|[0-7]{1,3}|.)", re.DOTALL)
_ESCAPED = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v"}


def recognises(text):
    return _STATEMENT.search(text) is not None


def parse(text, name=""):
    """Parsed of a whole dump. Raises FormatError, with the line, where a statement cannot be understood."""
    tables, lines, place = pyx.Tables(), _Lines(text), 0
    while True:
        found = _STATEMENT.search(text, place)
        if found is None:
            return pyx.parsed(NAME, tables)
        verb, table, columns, _ = found.groups()
        table = table.lower()
        named = tuple(column.strip(' \t\n"`').lower() for column in (columns or "").split(","))
        columns = named if columns else pyx.COLUMNS[table]
        read = _copy if verb.upper() == "COPY" else _insert
        place = read(text, found.end(), tables, table, columns, lines)


def _copy(text, place, tables, table, columns, lines):
    """Read the rows of a COPY block; returns the place after it."""
    start = lines.at(place)
    place = text.find("\n", place) + 1
    while 0 < place < len(text):
        end = text.find("\n", place)
        end = len(text) if end < 0 else end
        if end - place > ROW_LENGTH:
            raise FormatError("line %d: it has more than %d characters" % (lines.at(place), ROW_LENGTH))
        row = text[place:end]
        if row == "\\.":
            return end
        if not row:
            break
        tables.add(table, columns, [_field(field) for field in row.split("\t")], lines.at(place))
        place = end + 1
    raise FormatError('line %d: the COPY block of %s that begins here has no end ("\\.")' % (start, table))


def _insert(text, place, tables, table, columns, lines):
    """Read the rows of an INSERT statement; returns the place after it."""
    while True:
        between = _BETWEEN.match(text, place)
        if between is None:
            raise FormatError("line %d: after a row of %s there must be a comma or a semicolon" % (
                lines.at(place), table))
        place = between.end()
        if between.group(1) == ",":
            continue
        if between.group(1) != "(":
            return place
        line, values, closing = lines.at(place), [], ","
        while closing == "," and len(values) <= len(columns):
            value, closing, place = _value(text, place, line, len(values) + 1)
            values.append(value)
        tables.add(table, columns, values, line)


def _value(text, place, line, number):
    """(value, "," or ")", place after it) of value `number` of a row, which stands at a place."""
    end = min(len(text), place + ROW_LENGTH)
    found = _STRING.match(text, place, end)
    if found:
        return found.group(1).replace("''", "'"), found.group(2), found.end()
    found = _VALUE.match(text, place, end)
    if found is None:
        raise FormatError("line %d: value %d of the row cannot be read" % (line, number))
    escaped, truth, digits, closing = found.groups()
    if escaped is not None:
        return _ESCAPE.sub(_unescaped, escaped.replace("''", "'")), closing, found.end()
    return truth or digits, closing, found.end()


def _field(field):
    return None if field == "\\N" else _ESCAPE.sub(_unescaped, field) if "\\" in field else field


def _unescaped(match):
    what = match.group(1)
    if what[0] in "xu" and len(what) > 1:
        return six.unichr(int(what[1:], 16))
    if what[0] in "01234567":
        return six.unichr(int(what, 8))
    return _ESCAPED.get(what, what)


class _Lines(object):
    """Numbers of lines for places of a text that are asked for from its beginning to its end."""

    def __init__(self, text):
        self.text, self.place, self.line = text, 0, 1

    def at(self, place):
        self.line += self.text.count("\n", self.place, place)
        self.place = place
        return self.line
