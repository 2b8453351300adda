"""A database that syncdb of Django 1.5 has made, for both kinds of databases."""
from __future__ import unicode_literals

import io
import os
import re
import sqlite3
from contextlib import closing

FILE = os.path.join(os.path.dirname(os.path.abspath(__file__)), "syncdb.sql")
SQLITE = (("serial", "integer"), ("timestamp with time zone", "datetime"), ("boolean", "bool"),
          ("true", "1"), ("false", "0"))


def postgres_sql():
    with io.open(FILE, encoding="utf-8") as source:
        return source.read()


def sqlite_sql():
    text = re.sub(r"CREATE INDEX .* varchar_pattern_ops\);\n", "", postgres_sql())
    for word, ours in SQLITE:
        text = re.sub(r"\b%s\b" % word, ours, text)
    return text


def make_sqlite(path):
    """Make the file."""
    with closing(sqlite3.connect(str(path))) as connection:
        connection.executescript(sqlite_sql())
        connection.commit()
