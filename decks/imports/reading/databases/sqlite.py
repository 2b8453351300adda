"""Reads the tables of an SQLite file, from a copy that is thrown away.

Only plain tables are read, by statements that can do nothing else and that end after a while.
"""

from __future__ import unicode_literals

import itertools
import os
import re
import shutil
import sqlite3
import tempfile
from collections import OrderedDict
from contextlib import closing
from typing import Any, Dict, Iterable, List, NamedTuple, Text

import six

from common.compat import gettext as _
from decks.imports.reading.shapes import FormatError

MAGIC = b"SQLite format 3\x00"
MOST_TABLES, MOST_COLUMNS = 100, 60
# Instructions of SQLite that reading a file may take: some seconds. 50,000 cards take some millions.
_STEPS, _MOST_STEPS = 20000, 300000000
# Columns that are worked out when they are read.
_COMPUTED = re.compile(r"\bas\s*\(", re.IGNORECASE)
_ALLOWED = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ)

Table = NamedTuple("Table", [("columns", List[Text]), ("rows", Iterable[List[Any]])])


def columns(content):
    # type: (bytes) -> Dict[str, set[str]]
    """{name: its columns} of the plain tables, in small letters. Raises FormatError for a damaged file."""
    return {name: set(table.columns) for name, table in tables(content, most=0).items()}


def tables(content, wanted=None, most=1000000):
    # type: (bytes, Any, int) -> Dict[str, Table]
    """{name: Table} of the tables whose names are `wanted`, or of all; at most so many rows of each.

    Raises FormatError when the file is damaged, or computes columns of these tables.
    """

    def rows(connection, there):
        # type: (sqlite3.Connection, Dict[str, str]) -> Dict[str, Table]
        found = OrderedDict()  # type: OrderedDict[str, Table]
        for name in sorted(there if wanted is None else wanted)[:MOST_TABLES]:
            if _COMPUTED.search(there[name]) and most:
                raise FormatError(_("the database computes columns of %s, which we do not let it do") % name)
            cursor = connection.execute('SELECT * FROM "%s"' % name.replace('"', '""'))
            columns = [six.ensure_text(column[0]).lower() for column in cursor.description][:MOST_COLUMNS]
            found[name] = Table(columns, [list(row) for row in cursor.fetchmany(most)])
        return found

    return read(content, rows)


def read(content, look):
    # type: (bytes, Any) -> Any
    """What `look(connection, {table: its SQL})` finds in a copy of the file. Raises FormatError."""
    folder = tempfile.mkdtemp(prefix="cards-")
    try:
        path = os.path.join(folder, "cards.sqlite")
        with open(path, "wb") as copy:
            copy.write(content)
        with closing(sqlite3.connect(path)) as connection:
            _restrain(connection)
            there = {
                name.lower(): sql or ""
                for name, sql in connection.execute(
                    "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND rootpage > 0"
                )
                if not name.startswith("sqlite_")
            }
            return look(connection, there)
    except sqlite3.Error as error:
        raise FormatError(_("the database cannot be read: %s") % error)
    finally:
        shutil.rmtree(folder)


def _restrain(connection):
    # type: (sqlite3.Connection) -> None
    looks = itertools.count(1)
    connection.execute("PRAGMA query_only = ON")
    connection.text_factory = _text
    connection.set_progress_handler(lambda: next(looks) * _STEPS > _MOST_STEPS, _STEPS)
    connection.set_authorizer(
        lambda action, *_: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY
    )


def _text(raw):
    # type: (bytes) -> str
    """Text of a database that may have been filled in another encoding; U+FFFD would be a blank."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return six.ensure_text(raw, "cp1252", "ignore")
