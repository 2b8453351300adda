"""Queries that name more rows than a statement may have parameters: old SQLite takes 999."""
from __future__ import unicode_literals

from django.db import connection


def with_ids(rows, ids):
    """Those of a queryset's rows that have these ids, numbers that are written into the statement itself."""
    numbers = ", ".join("%d" % pk for pk in ids)
    if not numbers:
        return rows.none()
    options = rows.model._meta
    column = "%s.%s" % tuple(map(connection.ops.quote_name, (options.db_table, options.pk.column)))
    return rows.extra(where=["%s IN (%s)" % (column, numbers)])
