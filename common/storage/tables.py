"""What stands in a database whose tables our models may not fit yet: names, rows, columns. Reads only."""
from __future__ import unicode_literals

from collections import Counter, namedtuple

from django.db import connection

# So many rows are read at a time.
PIECE = 500


class Found(namedtuple("Found", "steps left problems")):
    """What was found about an old database, as three lists of sentences: `steps` will carry it over, `left`
    stays behind where it is, and `problems` have to be mended by hand before anything is done.
    """

    def __new__(cls, steps=(), left=(), problems=()):
        return super(Found, cls).__new__(cls, list(steps), list(left), list(problems))

    def __add__(self, other):
        return Found(*[mine + theirs for mine, theirs in zip(self, other)])


def names():
    """The set of all tables."""
    return set(connection.introspection.table_names())


def count(table):
    """How many rows a table has."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT COUNT(*) FROM %s" % _quoted(table))
        return cursor.fetchone()[0]


def counted(table):
    """The table with its rows, for people: "auth_user (3 rows)"."""
    rows = count(table)
    return "%s (%d %s)" % (table, rows, "row" if rows == 1 else "rows")


def columns(table):
    """The set of a table's columns."""
    with connection.cursor() as cursor:
        return {column[0] for column in connection.introspection.get_table_description(cursor, table)}


def rows(table):
    """(names of the columns, values of one row after the other), in the order of the primary key; of the
    first column where there is none.

    PIECE rows are in memory at a time.
    """
    with connection.cursor() as cursor:
        names = [column[0] for column in connection.introspection.get_table_description(cursor, table)]
        key = connection.introspection.get_primary_key_column(cursor, table)
    return names, _rows(table, key or names[0], names.index(key) if key else None)


def _rows(table, order, place):
    """Piece after piece: what comes after the last key, which has this `place` in a row; None for no key."""
    where, values, begin = "", [], 0
    while True:
        with connection.cursor() as cursor:
            cursor.execute("SELECT * FROM %s %s ORDER BY %s LIMIT %d OFFSET %d" % (
                _quoted(table), where, _quoted(order), PIECE, begin), values)
            piece = cursor.fetchall()
        for row in piece:
            yield row
        if len(piece) < PIECE:
            return
        if place is None:
            begin += PIECE
        else:
            where, values = "WHERE %s > %%s" % _quoted(order), [piece[-1][place]]


def points_to(table, other):
    """Whether a foreign key leads from one table to the other."""
    with connection.cursor() as cursor:
        return any(other in relation
                   for relation in connection.introspection.get_relations(cursor, table).values())


def dangling():
    """[(table, rows, other table)]: how many rows point to a row of the other table that is not there.

    Only SQLite, which did not look at foreign keys formerly, has any.
    """
    if connection.vendor != "sqlite":
        return []
    with connection.cursor() as cursor:
        cursor.execute("PRAGMA foreign_key_check")
        found = Counter((row[0], row[2]) for row in cursor.fetchall())
    return [(table, number, other) for (table, other), number in sorted(found.items())]


def _quoted(name):
    return connection.ops.quote_name(name)
