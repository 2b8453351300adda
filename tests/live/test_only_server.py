"""One process serves a database, unless Redis joins several."""
from __future__ import unicode_literals

import os
import re
import subprocess
import sys

import pytest

from common.clock import now_ms
from live import only_server
from live.only_server import AlreadyServedError, hold_database
from tests.sources import ROOT

HOLD = ("import sys, time; from live.only_server import hold_database; hold_database('here:1'); "
        "print('held'); sys.stdout.flush(); time.sleep(60)")


@pytest.fixture(autouse=True)
def database(settings, tmpdir, monkeypatch):
    """A database that nobody serves."""
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", "django.db.backends.sqlite3")
    monkeypatch.setitem(settings.DATABASES["default"], "NAME", str(tmpdir.join("db")))
    monkeypatch.setattr(only_server, "_held", [])
    return tmpdir


@pytest.fixture
def other_process(database):
    """Another process that serves the same database."""
    env = dict(os.environ, DATABASE_URL="sqlite:///%s/db" % database,
               DJANGO_SETTINGS_MODULE="cards_project.settings",
               ALLOWED_HOSTS="localhost", REDIS_URL="", VAR_DIR=str(database))
    process = subprocess.Popen([sys.executable, "-c", HOLD], cwd=ROOT, env=env, stdout=subprocess.PIPE)
    assert process.stdout.readline().strip() == b"held"
    yield process
    end(process)


def end(process):
    if process.poll() is None:
        process.kill()
    process.wait()


def test_the_first_holds_it_and_says_who_it_is(database):
    hold_database("0.0.0.0:8000")
    text = database.join("db.lock").read()
    assert re.match(r"process %d at 0\.0\.0\.0:8000, since [0-9-]+ [0-9:]+ UTC\n$" % os.getpid(), text)
    assert database.join("db.lock").stat().mode & 0o777 == 0o600


def test_the_second_is_told_who_holds_it_in_one_line(other_process):
    with pytest.raises(AlreadyServedError) as refusal:
        hold_database()
    assert "process %d at here:1" % other_process.pid in "%s" % refusal.value and "\n" not in "%s" % refusal.value


def test_another_name_of_the_same_file_is_no_other_database(other_process, database, settings, monkeypatch):
    os.symlink(str(database.join("db")), str(database.join("alias")))
    monkeypatch.setitem(settings.DATABASES["default"], "NAME", str(database.join("alias")))
    with pytest.raises(AlreadyServedError):
        hold_database()


def test_a_crash_leaves_no_lock_behind(other_process, database):
    end(other_process)
    hold_database("0.0.0.0:8000")
    assert "process %d " % os.getpid() in database.join("db.lock").read()
    assert "here:1" not in database.join("db.lock").read()


def test_several_may_serve_it_with_redis(other_process, settings):
    settings.REDIS_URL = "redis://localhost/0"
    hold_database()


def test_other_databases_are_held_in_the_folder_of_local_data(database, settings, monkeypatch):
    monkeypatch.setitem(settings.DATABASES["default"], "ENGINE", "django.db.backends.postgresql")
    settings.VAR_DIR = str(database)
    hold_database()
    assert database.join("database.lock").check()


def test_it_knows_since_when_it_serves_alone():
    assert only_server.held_since() == 0
    before = now_ms()
    hold_database()
    assert before <= only_server.held_since() <= now_ms()


def test_of_several_processes_none_knows(settings):
    settings.REDIS_URL = "redis://localhost"
    hold_database()
    assert only_server.held_since() == 0
