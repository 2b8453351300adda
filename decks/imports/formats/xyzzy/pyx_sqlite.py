"""Reads the SQLite file of Pretend You're Xyzzy: its five tables."""
from __future__ import unicode_literals

from decks.imports.formats.xyzzy import pyx
from decks.imports.reading.databases import sqlite
from decks.imports.reading.shapes import Parsed
from decks.limits import DECK_CARDS

NAME = "pyx-sqlite"


def recognises(content):
    # type: (bytes) -> bool
    if not content.startswith(sqlite.MAGIC):
        return False
    there = sqlite.columns(content)
    return all(set(columns) <= there.get(table, set()) for table, columns in pyx.COLUMNS.items())


def parse(content, name=""):
    # type: (bytes, str) -> Parsed
    """Parsed of a whole database. Raises FormatError when it is damaged or has other columns."""
    tables = pyx.Tables()
    for table, (columns, rows) in sqlite.tables(content, pyx.COLUMNS, 4 * DECK_CARDS + 1).items():
        for values in rows:
            tables.add(table, columns, values)
    return pyx.parsed(NAME, tables)
