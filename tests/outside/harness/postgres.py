"""A PostgreSQL server of the tests' own. As root it runs as another user, because it refuses root."""
import glob
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from contextlib import closing

import psycopg2

from . import cleaner
from .process import free_port


def program(name):
    """Return the path of one of PostgreSQL's programs.

    Debian keeps them out of PATH, where it has scripts of some of the same names that look for a cluster.
    """
    debian = sorted(glob.glob("/usr/lib/postgresql/*/bin/" + name), reverse=True)
    found = debian[0] if debian else shutil.which(name)
    assert found, "PostgreSQL's %s is missing: apt-get install postgresql" % name
    return os.path.realpath(found)


def unprivileged_user():
    """Return the name of the user to run as, or None when we are not root."""
    if os.getuid():
        return None
    names = [entry.pw_name for entry in pwd.getpwall()]
    return "postgres" if "postgres" in names else "nobody"


class Postgres:
    def __init__(self):
        self.folder = tempfile.mkdtemp(
            prefix="pg-")  # short: the path of a Unix socket has at most 107 characters
        self.port, self.user = free_port(), unprivileged_user()
        if self.user:
            shutil.chown(self.folder, self.user)

    def start(self):
        """Make an empty server and start it."""
        data = self.folder + "/data"
        self._run("initdb", "-D", data, "-U", "cards", "-A", "trust", "-E", "UTF8", "--no-sync", "--locale=C")
        return self.resume()

    def pause(self):
        """Stop at once; `resume` comes back with the same data on the same port."""
        self._run("pg_ctl", "-D", self.folder + "/data", "-m", "immediate", "-w", "stop")

    def restart(self):
        """Die as in a power cut, and come back with what was committed."""
        self.pause()
        return self.resume()

    def resume(self):
        data = self.folder + "/data"
        # Nothing waits for the disk: this machine goes on when the server dies, and what was written with it.
        options = ("-p %d -c listen_addresses=127.0.0.1 -c unix_socket_directories=%s -c max_connections=200 "
                   "-c fsync=off" % (self.port, self.folder))
        self._run("pg_ctl", "-D", data, "-l", self.folder + "/log", "-w", "-o", options, "start")
        with open(data + "/postmaster.pid") as lines:
            self.group = int(next(lines))
        cleaner.will_end(self.group, signal.SIGQUIT,
                         self.folder)  # to PostgreSQL this means: end at once, with all children
        return self

    def create_database(self, name, template="template1"):
        """Return the DATABASE_URL of a new database, a copy of `template`:
        the empty one unless told otherwise.
        """
        address = "postgres://cards@127.0.0.1:%d/" % self.port
        connection = psycopg2.connect(address + "postgres")
        connection.autocommit = True  # CREATE DATABASE runs outside of transactions only
        with closing(connection), connection.cursor() as cursor:
            cursor.execute('CREATE DATABASE "%s" TEMPLATE "%s"' % (name, template))
        return address + name

    def dump(self, name, path):
        """Write everything of the database of this name into one file."""
        with open(path, "wb") as file:
            file.write(self._run("pg_dump", *self._here(), "--format=custom", name))

    def load(self, path, name):
        """Make a database of this name with everything of such a file."""
        self.create_database(name)
        with open(path, "rb") as file:
            self._run("pg_restore", *self._here(), "--dbname", name, "--exit-on-error", stdin=file)

    def _here(self):
        return ["--host", "127.0.0.1", "--port", str(self.port), "--username", "cards"]

    def stop(self):
        if os.path.exists(self.folder + "/data/postmaster.pid"):
            self.pause()
        shutil.rmtree(self.folder)
        cleaner.ended(self.group)

    def _run(self, name, *arguments, stdin=subprocess.DEVNULL):
        """Run one of PostgreSQL's programs; returns the bytes it printed."""
        result = subprocess.run([program(name), *arguments], user=self.user, cwd=self.folder, stdin=stdin,
                                stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=180,
                                env={**os.environ, "HOME": self.folder},
                                extra_groups=[] if self.user else None)
        assert result.returncode == 0, "%s failed: %s" % (
            name, (result.stdout + result.stderr).decode(errors="replace"))
        return result.stdout
