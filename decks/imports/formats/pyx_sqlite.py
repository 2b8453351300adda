"""Reads the SQLite file of Pretend You're Xyzzy: its five tables, from a copy that is thrown away.

Only plain tables are read, by statements that can do nothing else and that end after a while.
"""
from __future__ import unicode_literals

import os
import re
import shutil
import sqlite3
import tempfile
from contextlib import closing

import six

from common.compat import monotonic
from decks.imports.formats import pyx
from decks.imports.formats.shapes import FormatError

NAME = "pyx-sqlite"
MAGIC = b"SQLite format 3\x00"
SECONDS = 15
_STEPS = 20000
# Columns that are worked out when they are read.
_COMPUTED = re.compile(r"\bas\s*\(", re.IGNORECASE)
_ALLOWED = (sqlite3.SQLITE_SELECT, sqlite3.SQLITE_READ)


def recognises(content):
    return content.startswith(MAGIC)


def parse(content, name=""):
    """Parsed of a whole database. Raises FormatError when it is damaged or has other tables."""
    folder = tempfile.mkdtemp(prefix="cards-")
    try:
        path = os.path.join(folder, "cards.sqlite")
        with open(path, "wb") as copy:
            copy.write(content)
        with closing(sqlite3.connect(path)) as connection:
            return pyx.parsed(NAME, _tables(connection))
    except sqlite3.Error as error:
        raise FormatError("the database cannot be read: %s" % error)
    finally:
        shutil.rmtree(folder)


def _tables(connection):
    end = monotonic() + SECONDS
    connection.execute("PRAGMA query_only = ON")
    connection.text_factory = _text
    connection.set_progress_handler(lambda: monotonic() > end, _STEPS)
    connection.set_authorizer(lambda action,
                              *_: sqlite3.SQLITE_OK if action in _ALLOWED else sqlite3.SQLITE_DENY)
    there = {name.lower(): sql for name, sql in connection.execute(
        "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND rootpage > 0")}
    tables = pyx.Tables()
    for table, columns in sorted(pyx.COLUMNS.items()):
        if table not in there:
            raise FormatError(
                "the database has no table %s; wanted is the file of Pretend You're Xyzzy" % table)
        if _COMPUTED.search(there[table]):
            raise FormatError("the database computes columns of %s, which we do not let it do" % table)
        for values in connection.execute("SELECT %s FROM %s" % (", ".join(columns), table)):
            tables.add(table, columns, values)
    return tables


def _text(raw):
    """Text of a database that may have been filled in another encoding; U+FFFD would be a blank."""
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return six.ensure_text(raw, "cp1252", "ignore")
