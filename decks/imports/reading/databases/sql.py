"""Reads the rows of an SQL dump, of any table: COPY blocks and INSERT statements of PostgreSQL, MySQL, SQLite
and SQL Server.

Nothing is executed, and every other statement is passed over. The columns of a row are those that its
statement names, else those of the CREATE TABLE of the file.
"""
from __future__ import unicode_literals

import re
from collections import Counter
from typing import Any, Dict, Iterator, List, NamedTuple, Optional, Text, Tuple

from common.compat import gettext as _
from decks.imports.reading.databases import sql_selects, sql_values
from decks.imports.reading.shapes import FormatError
from decks.limits import ROW_ERRORS, ROW_LENGTH, SQL_ROWS

# `table` in small letters and without its schema; `columns` are None where the file does not tell them;
# `values` are texts and None, or None where the row cannot be read, and then `problem` says why.
Row = NamedTuple("Row", [
    ("table", Text), ("columns", Optional[Tuple[Text, ...]]), ("values", Optional[List[Any]]),
    ("line", int), ("problem", Text)])
Columns = Dict[Text, Tuple[Text, ...]]

_NAME = r"(?:[\"`\[]?\w{1,60}[\"`\]]?\s{0,9}\.\s{0,9}){0,2}[\"`\[]?(\w{1,60})[\"`\]]?"
_STATEMENT = re.compile(
    r"^[ \t]{0,40}(?:(COPY)|(?:INSERT|REPLACE)"
    r"(?:\s{1,40}(?:OR\s{1,40}\w{1,9}|\w{1,12})){0,2}?(?:\s{1,40}INTO)?|INTO)"
    r"\s{1,40}%s\s{0,40}(?:\(([^()]{0,2000})\))?\s{0,40}(?:(?:FROM\s{1,40}STDIN|VALUES)[^\n;(]{0,80}"
    r"|(SELECT)(?=\s{1,40}(?:[EN]?'|\"|-?\d|NULL\b)))"
    % _NAME, re.IGNORECASE | re.MULTILINE)
_CREATE = re.compile(
    r"^[ \t]{0,40}CREATE\s{1,40}(?:\w{1,20}\s{1,40}){0,3}?TABLE\s{1,40}"
    r"(?:IF\s{1,40}NOT\s{1,40}EXISTS\s{1,40})?%s\s{0,40}\(" % _NAME, re.IGNORECASE | re.MULTILINE)
_PART = re.compile(r"\s{0,1000}[\"`\[]?([^\W\d]\w{0,60})")
_NO_COLUMN = {"primary", "key", "unique", "constraint", "foreign", "check", "index", "fulltext", "spatial",
              "exclude", "like", "period"}
_PIECE = re.compile(r"'[^']*'|\"[^\"]*\"|`[^`]*`|--[^\n]*|[(),]|[^'\"`(),-]+|-", re.DOTALL)
_BETWEEN = re.compile(
    r"\s{0,1000}([,;(]|\Z)|\s{0,1000}(?:AS\s+\w+\s+)?ON\s+(?:CONFLICT|DUPLICATE)[^;]{0,500};"
    # SQL Server needs no semicolon.
    r"|\s{0,1000}\n\s{0,40}(?=(?:GO|INSERT|SET|CREATE|ALTER|UPDATE|COMMIT|PRINT)\b)", re.IGNORECASE)
# A backslash is a mark for itself in standard SQL, and the beginning of an escape in MySQL's.
_ESCAPES = re.compile(r"-- (?:MySQL|MariaDB) dump|^\)[^\n]{0,40}\bENGINE\s*=|^(?:INSERT|REPLACE) INTO `"
                      r"|^SET standard_conforming_strings = off", re.IGNORECASE | re.MULTILINE)


def tables(text):
    # type: (str) -> set[str]
    """The names of tables, in small letters, that have rows in this text."""
    return {found.group(2).lower() for found in _STATEMENT.finditer(text)}


def rows(text):
    # type: (str) -> Iterator[Row]
    """Each Row of a dump. One that cannot be read costs no other; a table with more than ROW_ERRORS of them
    is read no further. Raises FormatError for more than SQL_ROWS.
    """
    created, place, left = _created(text), 0, SQL_ROWS
    broken = Counter()  # type: Counter[str]
    reader = _Reader(text, _ESCAPES.search(text) is not None)
    while True:
        found = _STATEMENT.search(text, place)
        if found is None:
            return
        copy, table, named, select = found.groups()
        table = table.lower()
        columns = _names(named) if named else created.get(table)
        if broken[table] > ROW_ERRORS:
            place = reader.end_of_statement(found.end())
            continue
        read = reader.copy if copy else reader.select if select else reader.insert
        for row in read(found.end(), table, columns):
            yield row
            left -= 1
            if not left:
                raise FormatError(_("the file has more than %d rows; split it") % SQL_ROWS)
            broken[table] += row.values is None
            if broken[table] > ROW_ERRORS:
                break
        place = reader.end_of_statement(reader.place) if broken[table] > ROW_ERRORS else reader.place


def _names(text):
    # type: (str) -> tuple[str, ...]
    return tuple(column.strip(' \t\n"`[]').lower() for column in text.split(","))


def _created(text):
    # type: (str) -> Columns
    """{table: its columns, in order} of every CREATE TABLE."""
    tables = {}  # type: Columns
    for found in _CREATE.finditer(text):
        tables[found.group(1).lower()] = tuple(_columns(text, found.end()))
    return tables


def _columns(text, place):
    # type: (str, int) -> Iterator[str]
    """The names of columns in the parentheses that begin before this place."""
    depth, is_first = 0, True
    for piece in _PIECE.finditer(text, place, min(len(text), place + ROW_LENGTH)):
        if is_first and piece.group()[:2] != "--" and piece.group().strip():
            is_first = False
            name = _PART.match(text, piece.start())
            if name and (piece.group()[0] in "\"`" or name.group(1).lower() not in _NO_COLUMN):
                yield name.group(1).lower()
        depth += {"(": 1, ")": -1}.get(piece.group(), 0)
        if depth < 0:
            return
        is_first = is_first or (piece.group() == "," and depth == 0)


class _Reader(object):
    """Reads the rows of one statement after another; `place` is where the last one ended."""

    def __init__(self, text, escapes):
        # type: (str, bool) -> None
        self.text, self.escapes, self.place = text, escapes, 0
        self._counted, self._line, self._statement_end = 0, 1, -1

    def copy(self, place, table, columns):
        # type: (int, str, tuple[str, ...] | None) -> Iterator[Row]
        """The rows of a COPY block."""
        text = self.text
        start, self.place = self._line_at(place), text.find("\n", place) + 1 or len(text)
        while self.place < len(text):
            place, end = self.place, text.find("\n", self.place)
            end = len(text) if end < 0 else end
            self.place = end + 1
            row = text[place:min(end, place + ROW_LENGTH + 1)]
            if row == "\\.":
                return
            if not row:
                break
            if len(row) > ROW_LENGTH:
                problem = _("it has more than %d characters") % ROW_LENGTH
                yield Row(table, columns, None, self._line_at(place), problem)
                continue
            yield self._row(table, columns, [sql_values.field(part) for part in row.split("\t")], place)
        yield Row(table, columns, None, start, _('the COPY block that begins here has no end ("\\.")'))

    def insert(self, place, table, columns):
        # type: (int, str, tuple[str, ...] | None) -> Iterator[Row]
        """The rows of an INSERT statement."""
        self.place = place
        while True:
            between = _BETWEEN.match(self.text, self.place)
            if between is None:
                problem = _("after a row there must be a comma or a semicolon")
                yield Row(table, columns, None, self._line_at(self.place), problem)
                return
            self.place = between.end()
            if between.group(1) == ",":
                continue
            if between.group(1) != "(":
                return
            start = self.place
            values, problem, self.place = sql_values.row(self.text, start, self.escapes)
            if problem:
                yield Row(table, columns, None, self._line_at(start), problem)
                end = sql_values.end_of_row(self.text, start, self.escapes, self.end_of_statement(start))
                if not end:
                    self.place = self.text.find("\n", start) + 1 or len(self.text)
                    return
                self.place = end
            else:
                yield self._row(table, columns, values, start)

    def select(self, place, table, columns):
        # type: (int, str, tuple[str, ...] | None) -> Iterator[Row]
        """The rows of an INSERT statement whose rows are SELECTs, one UNION after another."""
        goes_on = True
        while goes_on:
            values, names, problem, self.place, goes_on = sql_selects.row(self.text, place, self.escapes)
            columns = columns or (names if all(names) else None)
            if problem:
                yield Row(table, columns, None, self._line_at(place), problem)
            else:
                yield self._row(table, columns, values, place)
            place = self.place

    def _row(self, table, columns, values, place):
        # type: (str, tuple[str, ...] | None, list[Any], int) -> Row
        problem = ""
        if columns is not None and len(columns) != len(values):
            problem = _("a row has %d values for %d columns") % (len(values), len(columns))
        return Row(table, columns, None if problem else values, self._line_at(place), problem)

    def end_of_statement(self, place):
        # type: (int) -> int
        """Where the statement around a place ends; it is looked for once, however many rows are broken."""
        if self._statement_end < place:
            found = self.text.find(";\n", place)
            self._statement_end = len(self.text) if found < 0 else found
        return self._statement_end

    def _line_at(self, place):
        # type: (int) -> int
        """The line of a place; places are asked for from the beginning to the end."""
        if place > self._counted:
            self._line += self.text.count("\n", self._counted, place)
            self._counted = place
        return self._line
