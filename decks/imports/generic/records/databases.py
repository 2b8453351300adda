"""Makes records of the tables of SQLite files and of SQL dumps."""

from __future__ import unicode_literals

import re
from collections import OrderedDict
from typing import Any, Dict, List, Optional, Sequence

import six

from common.compat import gettext as _
from decks.imports.generic.shapes import LIST, Record, RecordSet
from decks.imports.reading.databases import sql, sqlite
from decks.imports.reading.shapes import FormatError, RowError, describe
from decks.limits import GENERIC_RECORDS

# Tables in which frameworks keep what is no card.
_OF_OTHERS = re.compile(
    "auth_|django_|sqlite_|schema_migrations|ar_internal_metadata|alembic_|knex_|flyway_|_prisma"
)


def of_sqlite(content):
    # type: (bytes) -> List[RecordSet]
    """The sets of an SQLite file. Raises FormatError."""
    return [
        _table_set(table, columns, enumerate(rows), 0)
        for table, (columns, rows) in sqlite.tables(content, most=GENERIC_RECORDS).items()
        if not _OF_OTHERS.match(table)
    ]


def of_sql(text):
    # type: (str) -> List[RecordSet]
    found = OrderedDict()  # type: OrderedDict[str, List[Any]]
    columns, refused = {}, {}  # type: Dict[str, List[str]], Dict[str, List[RowError]]
    for row in sql.rows(text):
        if row.values is None:
            left_out = refused.setdefault(row.table, [])
            number = len(found.get(row.table, ())) + len(left_out) + 1
            left_out.append(RowError(row.table, "pack", number, row.problem, row.line))
        else:
            found.setdefault(row.table, []).append((row.line, row.values))
            named = list(row.columns or ("%d" % number for number in range(1, len(row.values) + 1)))
            columns.setdefault(row.table, named)
    if refused and not found:
        raise FormatError(_("no row of its tables can be read; the first is %s") % describe(
            next(iter(refused.values()))[0]))
    return [
        _table_set(table, columns[table], rows, refused=refused.get(table, ()))
        for table, rows in found.items()
        if not _OF_OTHERS.match(table)
    ]


def _table_set(table, columns, rows, line=None, refused=()):
    # type: (str, List[str], Any, Optional[int], Sequence[RowError]) -> RecordSet
    """The RecordSet of a table of a database; `line` stands for all of its (line, values) where they have
    none.
    """
    records = []
    for number, row in rows:
        cells = {
            name: value
            for name, value in zip(columns, row)
            if isinstance(value, (six.text_type, float) + six.integer_types)
        }
        records.append(Record(number if line is None else line, dict(cells, **{LIST: table})))
    return RecordSet(table, columns + [LIST], records[:GENERIC_RECORDS], tuple(refused))
