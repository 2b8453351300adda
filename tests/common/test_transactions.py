"""What a transaction of SQLite may do that reads before it writes."""
from __future__ import unicode_literals

import sqlite3
from contextlib import closing

import pytest
from django.conf import settings
from django.db import transaction
from django.db.utils import ConnectionHandler


@pytest.fixture
def path(tmpdir):
    return str(tmpdir.join("db.sqlite3"))


@pytest.fixture
def connection(path, monkeypatch, django_db_blocker):
    """A connection like the site's, to a database of the test's own with one table."""
    handler = ConnectionHandler({"default": dict(settings.DATABASES["default"], NAME=path)})
    with django_db_blocker.unblock(), closing(handler["default"]) as connection:
        monkeypatch.setattr(transaction, "get_connection", lambda using=None: connection)
        with connection.cursor() as cursor:
            cursor.execute("CREATE TABLE seats (name text)")
        yield connection


def another_writes(path):
    """Whether somebody else may begin to write."""
    with closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as other:
        try:
            other.execute("BEGIN IMMEDIATE").close()
        except sqlite3.OperationalError:
            return False
        return True


@pytest.mark.skipif(not settings.DATABASES["default"]["ENGINE"].endswith("sqlite3"), reason="SQLite's own")
def test_a_transaction_that_has_only_read_may_still_write(connection, path):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SELECT * FROM seats")
        cursor.fetchall()
        assert not another_writes(path)
        cursor.execute("INSERT INTO seats VALUES ('Ben')")
    assert another_writes(path)
