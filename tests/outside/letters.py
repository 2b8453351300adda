"""A post office for tests: hosts who invite by the page, a mail server,
and what the database knows of the letters.
"""
import itertools
import json
import sqlite3
import subprocess
import time
from contextlib import closing, contextmanager
from datetime import datetime, timedelta, timezone
from statistics import median

import psycopg2
import pytest

from .harness.process import Process, patience, wait_until
from .harness.server import PROJECT, PYTHON, SCRIPTS
from .visitors import SECONDS, TOKEN, Visitor

# How the tests wait less than people do.
QUICK = {"LETTER_RETRY_SECONDS": "1,1,2", "CLOCK_SECONDS": "1"}
FORMS = [pytest.param("one process", marks=pytest.mark.one_stack), "processes"]
HOSTS, LETTERS_OF_ONE_HOST = 60, 20
LOOKS = 4  # how many times as long as a look at the room's page a press on "send" may take
COLUMNS = ["email", "sent", "failed", "claimed", "attempts", "last_error"]
numbers = itertools.count(1)


class Host(Visitor):
    """A browser with an account's session, whose owner hosts a room."""

    def __init__(self, site, session, code):
        super().__init__(site)
        self.code = code
        self.http.cookies.set("sessionid", session)
        page = self.get("/rooms/%s/" % code)
        assert page.ok, page.text
        self.token = TOKEN.search(page.text).group(1)

    def ask(self, path, **asked):
        """What the room answers to this request of the panel."""
        answer = self.http.post("%s/rooms/%s/%s" % (self.site, self.code, path), timeout=SECONDS, json=asked,
                                headers={"X-CSRFToken": self.token, "Accept": "application/json"})
        assert answer.ok, answer.text
        return answer.json()

    def invite(self, addresses):
        """Press "send"; returns how many milliseconds the answer took."""
        start = time.monotonic()
        said = self.ask("invitations/send/", addresses="\n".join(addresses))
        milliseconds = 1000 * (time.monotonic() - start)
        assert len(said["invitations"]) == len(addresses), said
        return milliseconds

    def look(self):
        """Open the room's page; returns how many milliseconds that took."""
        start = time.monotonic()
        assert self.get("/rooms/%s/" % self.code).ok
        return 1000 * (time.monotonic() - start)


class Office:
    """A running server, its mail server, and hosts in plenty;
    the processes of the Procfile where there is a Redis.
    """

    def __init__(self, server, smtp, redis=None, database=None):
        self.server, self.smtp, self.redis, self.database = server, smtp, redis, database
        script = subprocess.run([PYTHON, str(SCRIPTS / "hosts.py"), str(HOSTS)],
                                cwd=PROJECT,
                                env=server.env, capture_output=True, text=True, timeout=300)
        assert script.returncode == 0, script.stderr
        self._hosts = iter(json.loads(script.stdout))

    def host(self):
        """A Host who has not invited anybody yet."""
        return Host(self.server.url, **next(self._hosts))

    def guests(self, count=1, *manners):
        """New addresses; their letters will be received in these `manners`."""
        addresses = ["guest%d@example.org" % next(numbers) for _ in range(count)]
        for address in addresses if manners else ():
            self.smtp.treat(*manners, to=address)
        return addresses

    def invite(self, addresses):
        """Invite these people, by as many hosts as may write to so many; returns the addresses."""
        for start in range(0, len(addresses), LETTERS_OF_ONE_HOST):
            self.host().invite(addresses[start:start + LETTERS_OF_ONE_HOST])
        return addresses

    def time_presses(self, milliseconds, rounds=3, presses=10):
        """Assert that half of ten presses on "send" are answered within so many milliseconds; returns the
        addresses.

        That is meant for a machine with little else to do: a busy one gets two more rounds, and time by its
        load or by how long the room's page takes just then. A page that waits for a mail server is far beyond
        that.
        """
        addresses = []
        for _ in range(rounds):
            host, new = self.host(), self.guests(presses)
            times, looks = zip(*[(host.invite([address]), host.look()) for address in new])
            addresses += new
            enough = max(patience(milliseconds), LOOKS * median(looks))
            print("letters invited in %.0f ms (median of %d, slowest %.0f ms; %.0f ms would do)" % (
                median(times), presses, max(times), enough))
            if median(times) < enough:
                return addresses
        raise AssertionError("the page took %.0f ms in the last round" % median(times))

    def rows(self, addresses):
        """[row as a dict] of the invitations to these addresses, in their order."""
        with self._cursor() as cursor:
            cursor.execute("SELECT %s FROM invitations_invitation" % ", ".join(COLUMNS))
            rows = {row[0]: dict(zip(COLUMNS, row)) for row in cursor.fetchall()}
        return [rows[address] for address in addresses]

    def date_back(self, hours):
        """Pretend that every letter so far was sent so many hours ago."""
        moment = datetime.now(timezone.utc) - timedelta(hours=hours)
        with self._cursor() as cursor:
            cursor.execute("UPDATE invitations_invitation SET sent = '%s' WHERE sent IS NOT NULL" % moment.isoformat(" "))

    def end_claims(self):
        """Pretend that whoever is at a letter now has been at it for longer than its claim lasts."""
        moment = datetime.now(timezone.utc) - timedelta(seconds=1)
        with self._cursor() as cursor:
            cursor.execute("UPDATE invitations_invitation SET due = '%s' WHERE claimed IS NOT NULL" % moment.isoformat(" "))

    @contextmanager
    def _cursor(self):
        connection = psycopg2.connect(self.database) if self.database else sqlite3.connect(
            self.server.var / "db.sqlite3")
        with closing(connection), connection, closing(connection.cursor()) as cursor:
            yield cursor

    def settle(self, addresses, seconds=30):
        """Wait until each letter is stamped as sent or given up; returns the Tally, which is printed too."""
        wait_until(lambda: all(row["sent"] or row["failed"] for row in self.rows(addresses)), seconds,
                   lambda: "%s\n%s" % (self.rows(addresses), self.server.log()[-6000:]))
        return self.smtp.tally(addresses)

    def wait_for_tries(self, addresses, count=1):
        """Wait until somebody has tried so often to send each of these letters."""
        wait_until(lambda: all(len(self.smtp.tries_for(address)) >= count for address in addresses), 30,
                   lambda: "%s\n%s" % (self.rows(addresses), self.server.log()[-6000:]))

    @property
    def postman(self):
        """The name of the process that sends letters."""
        return "worker" if self.redis else "serve"

    def hire(self, name="", **env):
        """Start the process that sends letters; with a `name` one more like the Procfile's worker,
        with such settings.
        """
        if not self.redis:
            return self.server.start()
        name = name or self.postman
        self.server.processes[name] = Process(self.server.commands()["worker"],
                                              str(self.server.folder / (name + ".log")),
                                              env={**self.server.env, **env}, cwd=str(PROJECT))

    def close(self):
        self.server.kill()
        self.smtp.stop()
        if self.redis:
            self.redis.kill()
