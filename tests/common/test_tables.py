"""Tables that are strangers to our models are read piece by piece."""
from __future__ import unicode_literals

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.storage import tables

pytestmark = pytest.mark.django_db


def a_table(columns, rows):
    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE old_cards (%s)" % columns)
        for row in rows:
            cursor.execute("INSERT INTO old_cards VALUES (%s)" % ", ".join(["%s"] * len(row)), row)


@pytest.mark.parametrize("count", [0, 1, 3, 7])
@pytest.mark.parametrize("key", ["PRIMARY KEY", ""])
def test_every_row_comes_once_and_in_order(monkeypatch, count, key):
    a_table("id integer %s, text varchar(9)" % key, [(number * 2, "%d" % number) for number in range(count)][::-1])
    monkeypatch.setattr(tables, "PIECE", 3)
    names, rows = tables.rows("old_cards")
    assert names == ["id", "text"] and [tuple(row) for row in rows] == [(n * 2, "%d" % n) for n in range(count)]


def test_nothing_is_read_before_it_is_needed(monkeypatch):
    a_table("id integer PRIMARY KEY", [(number,) for number in range(9)])
    monkeypatch.setattr(tables, "PIECE", 3)
    _, rows = tables.rows("old_cards")
    with CaptureQueriesContext(connection) as asked:
        next(rows)
    assert len(asked) == 1 and "LIMIT 3" in asked[0]["sql"]
