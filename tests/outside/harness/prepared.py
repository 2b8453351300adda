"""What servers under test begin with: tables, starter decks and static files, made once for all processes of a
test run.

Migrating and bundling take longest of all that a server does before its first page, so they are not done for
every process of pytest-xdist, nor for every run of .ci/run, which gives them one folder (PREPARED).
"""
import os
import shutil
from pathlib import Path

from filelock import FileLock

from .server import PYTHON, Server

NAME = "prepared"  # of the database that others in a PostgreSQL are copies of


def folder_of_run(tmp_path_factory):
    """The folder that all processes of this run share."""
    if "PREPARED" in os.environ:
        return Path(os.environ["PREPARED"])
    own = tmp_path_factory.getbasetemp()
    return own.parent if "PYTEST_XDIST_WORKER" in os.environ else own


def once(folder, name, make, python=PYTHON):
    """Return the path `folder`/`name` for this Python, made by `make(path)` where nobody has yet."""
    path = Path(folder) / ("%s-%s" % (python.strip("/").replace("/", "-"), name))
    with FileLock(str(path) + ".lock"):
        if not path.exists():
            unfinished = path.with_name(path.name + ".unfinished")
            if unfinished.is_dir():
                shutil.rmtree(unfinished)
            make(unfinished)
            unfinished.rename(path)
    return path


def var_folder(folder, python=PYTHON):
    """A var folder with a SQLite database, to be copied for each server under this Python."""
    def make(path):
        server = Server(path.with_name(path.name + ".server"), python=python).prepare()
        server.var.rename(path)
    return once(folder, "var", make, python)


def static_folder(folder, python=PYTHON):
    """A folder with collected static files, for all servers under this Python: nobody writes there."""
    def make(path):
        server = Server(path.with_name(path.name + ".server"), {"STATIC_ROOT": str(path)}, python=python)
        server.manage("collectstatic", "--noinput", "--verbosity", "0", seconds=300)
    return once(folder, "static", make, python)


def prepared_database(folder, postgres):
    """Make the database NAME in this PostgreSQL, to be copied for each server; returns NAME."""
    def make(path):
        address = postgres.create_database("migrated")
        Server(path.with_name(path.name + ".server"), {"DATABASE_URL": address}).prepare()
        postgres.dump("migrated", path)
    postgres.load(once(folder, "dump", make), NAME)
    return NAME
