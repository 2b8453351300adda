"""What errors of the database mean, and a look at it that comes back."""
from __future__ import unicode_literals

import errno
import threading

import mock
import pytest
from django.db import InterfaceError, OperationalError, ProgrammingError

from common.storage import database


@pytest.fixture
def on(monkeypatch):
    """A function that lets errors be read as those of this kind of database."""
    return lambda vendor: monkeypatch.setattr(database, "connection", mock.Mock(vendor=vendor))


class ServerError(Exception):
    """An error of PostgreSQL's driver, which Django wraps."""


def postgres_error(code):
    error = OperationalError("told by the server")
    error.__cause__ = ServerError()
    error.__cause__.pgcode = code
    return error


@pytest.mark.parametrize("text", ["unable to open database file", "database or disk is full",
                                  "database is locked", "disk I/O error"])
def test_sqlite_is_away_when_its_file_is_of_no_use(on, text):
    on("sqlite")
    assert database.is_away(OperationalError(text))


@pytest.mark.parametrize("error", [OperationalError("no such table: game_room"),
                                   ProgrammingError("database is locked"),
                                   ValueError("database is locked")])
def test_a_mistake_of_ours_is_none_of_sqlites(on, error):
    on("sqlite")
    assert not database.is_away(error)


@pytest.mark.parametrize("code", [None, "08006", "53100", "53300", "57P01", "58030"])
def test_postgresql_is_away_when_it_is_gone_full_or_ending(on, code):
    on("postgresql")
    assert database.is_away(postgres_error(code))


@pytest.mark.parametrize("code", ["40P01", "55P03", "57014"])
def test_a_deadlock_or_a_cancelled_query_is_not_away(on, code):
    on("postgresql")
    assert not database.is_away(postgres_error(code))


def test_a_connection_that_was_closed_is_away(on):
    on("postgresql")
    assert database.is_away(InterfaceError("connection already closed"))


def test_the_reason_is_one_line():
    assert database.reason(OperationalError("could not connect\n\tIs it running?")) == "could not connect"
    assert database.reason(OperationalError()) == "OperationalError"


@pytest.mark.django_db
def test_there_is_no_problem_with_a_good_database():
    assert database.problem() == ""


@pytest.mark.django_db
def test_a_full_disk_is_a_problem(monkeypatch, tmpdir):
    monkeypatch.setitem(database.connection.settings_dict, "NAME", str(tmpdir.join("db")))
    monkeypatch.setattr("os.fsync", mock.Mock(side_effect=OSError(errno.ENOSPC, "full")))
    with mock.patch.object(database.connection, "close"):
        assert "No space left" in database.problem()
    assert tmpdir.listdir() == []


def test_a_look_that_hangs_is_not_waited_for_and_not_begun_again():
    began, goes_on = [], threading.Event()
    probe = database.Probe(lambda: began.append(1) or goes_on.wait(60) and "", seconds=0.05)
    assert [probe.problem(), probe.problem(), len(began)] == [database.UNHEARD, database.UNHEARD, 1]
    goes_on.set()
    probe._run.join(60)
    assert probe.problem() == "" and len(began) == 1


def test_what_was_found_holds_for_a_while():
    looks = []
    probe = database.Probe(lambda: looks.append(1) or "", seconds=60, good_for=3600)
    assert [probe.problem() for _ in range(5)] == [""] * 5 and len(looks) == 1
    again = database.Probe(lambda: looks.append(1) or "", seconds=60, good_for=0)
    assert [again.problem() for _ in range(5)] == [""] * 5 and len(looks) == 6
