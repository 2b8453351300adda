"""Who may read what the site writes: nobody but the user who runs it."""
from __future__ import unicode_literals

import os
import sqlite3
import subprocess
import sys
from contextlib import closing

import pytest
from django.core import mail

from common.storage import private_files
from common.storage.sqlite import Connection
from tests.sources import ROOT


def mode(path):
    return os.stat(str(path)).st_mode & 0o777


@pytest.fixture
def wide_umask():
    """A shell that would let everybody read and write everything."""
    before = os.umask(0)
    yield
    os.umask(before)


def test_a_new_folder_and_its_new_parents_are_ours_alone(tmpdir, wide_umask):
    private_files.make_folder(str(tmpdir.join("var", "mail")))
    assert [mode(tmpdir.join("var")), mode(tmpdir.join("var", "mail"))] == [0o700, 0o700]


def test_a_folder_that_is_there_stays_as_it_is(tmpdir):
    folder = tmpdir.mkdir("srv")
    folder.chmod(0o755)
    private_files.make_folder(str(folder))
    assert mode(folder) == 0o755


def test_a_new_file_is_ours_alone(tmpdir, wide_umask):
    private_files.make_file(str(tmpdir.join("file")))
    assert mode(tmpdir.join("file")) == 0o600


def test_an_old_file_is_closed_and_keeps_its_content(tmpdir):
    old = tmpdir.join("old")
    old.write("kept")
    old.chmod(0o664)
    private_files.make_file(str(old))
    assert (mode(old), old.read()) == (0o600, "kept")


def test_what_is_missing_is_nobodys_trouble(tmpdir):
    private_files.close_to_others(str(tmpdir.join("missing")))


def test_all_files_of_a_database_are_ours_alone(tmpdir, wide_umask):
    with closing(Connection(str(tmpdir.join("db")))) as database:
        database.execute("PRAGMA journal_mode=WAL").close()
        database.execute("CREATE TABLE a (b)").close()
        assert {path.basename: mode(path)
                for path in tmpdir.listdir()} == {"db": 0o600, "db-wal": 0o600, "db-shm": 0o600}


def test_the_files_of_an_old_database_are_closed(tmpdir):
    with closing(sqlite3.connect(str(tmpdir.join("db")))) as old:
        old.execute("PRAGMA journal_mode=WAL").close()
        old.execute("CREATE TABLE a (b)").close()
        for path in tmpdir.listdir():
            path.chmod(0o644)
        with closing(Connection(str(tmpdir.join("db")))):
            assert {mode(path) for path in tmpdir.listdir()} == {0o600}


def test_a_database_in_memory_leaves_no_file(tmpdir):
    with tmpdir.as_cwd(), closing(Connection(":memory:")) as database:
        assert database.execute("PRAGMA secure_delete").fetchone() == (1,)
        assert tmpdir.listdir() == []


def test_letters_are_ours_alone(settings, tmpdir, wide_umask):
    settings.EMAIL_BACKEND = "common.storage.filebased.EmailBackend"
    settings.EMAIL_FILE_PATH = str(tmpdir.join("mail"))
    mail.send_mail("Hello", "Come and play.", "ann@example.org", ["bob@example.org"])
    letter, = tmpdir.join("mail").listdir()
    assert (mode(tmpdir.join("mail")), mode(letter)) == (0o700, 0o600)
    assert "Come and play." in letter.read()


def test_a_fresh_var_folder_holds_nothing_for_others(tmpdir, wide_umask):
    var = str(tmpdir.join("var"))
    environment = {"PATH": os.environ["PATH"], "VAR_DIR": var}
    subprocess.check_output([sys.executable, "manage.py", "inspectdb"], cwd=ROOT,  # opens the database
                            env={str(name): str(value) for name, value in environment.items()})
    found = {os.path.relpath(path, var): mode(path) for folder, _, names in os.walk(var)
             for path in [folder] + [os.path.join(folder, name) for name in names]}
    assert found.pop(".") == 0o700
    assert {"db.sqlite3", "secret_key"} <= set(found) and set(found.values()) == {0o600}
