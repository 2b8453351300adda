"""The processes of a site with a worker, and what they are told to do."""
import re
import signal
import sqlite3
import subprocess
from contextlib import closing

from tests.outside.harness.process import wait_until
from tests.outside.harness.redis import Redis
from tests.outside.harness.server import PROJECT, PYTHON, Server
from tests.outside.visitors import Visitor

TIDY = "from game.rooms import cleanup; cleanup.request_cleanup()"


class Site:
    """The processes of the Procfile on one SQLite file, and a Redis that may be killed."""

    def __init__(self, folder, var_template):
        self.redis = Redis(folder).start()
        self.server = Server(folder / "server", {"REDIS_URL": self.redis.url}, with_workers=True,
                             var_template=var_template)
        self.server.start()
        wait_until(self.worker_is_up, 60, self.server.log, self.server.alive)

    def mend(self):
        """Start again what a test has ended, and forget what was logged."""
        if not self.redis.process.alive():
            self.redis.start()
        for name, process in list(self.server.processes.items()):
            if not process.alive():
                process.stop()
                process.forget_log()
                self.server.start_one(name)
        wait_until(self.worker_is_up, 60, self.server.log, self.server.alive)
        wait_until(self.answers, 15, self.server.log)
        wait_until(self.knows_redis, 15, self.server.log)
        for process in self.server.processes.values():
            process.forget_log()

    def knows_redis(self):
        """Whether the worker has noticed that Redis is back, if it was away."""
        log = self.worker.log()
        return log.count("layer is away") == log.count("layer is back")

    @property
    def worker(self):
        return self.server.processes["worker"]

    def worker_is_up(self):
        """Whether it minds the signal to end."""
        with open("/proc/%d/status" % self.worker.pid) as status:
            minds = int(re.search(r"SigCgt:\s+(\w+)", status.read()).group(1), 16)
        return minds >> (signal.SIGTERM - 1) & 1

    def pids(self):
        return {name: process.pid for name, process in self.server.processes.items() if process.alive()}

    def run(self, code):
        """Run Python in a process that serves nothing; returns what it printed."""
        return subprocess.run([PYTHON, "-c", "import django; django.setup()\n" + code], cwd=PROJECT,
                              timeout=120, text=True,
                              check=True, stdout=subprocess.PIPE,
                              env={**self.server.env,
                                   "DJANGO_SETTINGS_MODULE": "cards_project.settings"}).stdout

    def database(self):
        return closing(sqlite3.connect(self.server.var / "db.sqlite3", timeout=20, isolation_level=None))

    def old_room(self):
        """The code of a room that nobody has used for years."""
        code = Visitor(self.server.url).open_room("Ann")
        with self.database() as database:
            database.execute("UPDATE game_room SET used = '2001-01-01 00:00:00' WHERE code = ?", [code])
        return code

    def has_room(self, code):
        with self.database() as database:
            return bool(database.execute("SELECT 1 FROM game_room WHERE code = ?", [code]).fetchall())

    def answers(self):
        try:
            return Visitor(self.server.url).get("/").status_code == 200
        except OSError:
            return False
