"""Workers when Redis goes away, when they are told to end, when they are slow;
in processes of their own and inside `serve`.
"""
import asyncio
import json
import re
import signal
import sqlite3
import subprocess
import time
from contextlib import closing

import pytest

from ..bots import Refusal
from ..harness.process import patience, wait_until
from ..harness.redis import Redis
from ..harness.server import PROJECT, PYTHON, Server
from ..tables import a_table, holds_soon, keep_up
from ..visitors import Visitor
from . import TRACEBACK, story

TIDY = "from game.rooms import cleanup; cleanup.request_cleanup()"
UNSENT = """
import live, time
began = time.time()
try:
    live.send_task("tidy-rooms", {"days": 30})
except live.UnsentError:
    print("unsent after %.1f seconds" % (time.time() - began))
"""
WHISPER = """
import json, live
from game.realtime.handlers import rooms
from game.models import Room
topic = Room.objects.get(code="{code}").pk
live.publish(rooms, live.Update(topic, 0, 0, "", {{"2": json.dumps({{"type": "aside", "say": "hello"}})}}, {{}}))
"""


# One process that has slow work to do, from its start on: the clock asks for it.
BUSY_SERVE = """
import os, time, live
from django.core.management import call_command
from cards_project import routes
def slow(payload):
    open("{folder}/begun-%s" % payload, "w").close()
    while not os.path.exists("{gate}"):
        time.sleep(0.05)
    open("{folder}/done-%s" % payload, "w").close()
routes.TASKS["slow-work"] = slow
routes.EVERY_MINUTE = [lambda: [live.send_task("slow-work", number) for number in range(6)]]
call_command("serve", host="127.0.0.1", port=int(os.environ["PORT"]), quiet=True)
"""


class Site:
    """The processes of the Procfile on one SQLite file, and a Redis that may be killed."""

    def __init__(self, folder, var_template):
        self.redis = Redis(folder).start()
        self.server = Server(folder / "server", {"REDIS_URL": self.redis.url}, with_workers=True,
                             var_template=var_template)
        self.server.start()
        wait_until(self.worker_is_up, 60, self.server.log, self.server.alive)

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


@pytest.fixture
def site(tmp_path, var_template):
    site = Site(tmp_path, var_template)
    yield site
    site.server.stop()
    site.redis.stop()


def test_the_same_processes_work_on_after_redis_was_killed(site):
    code, before = site.old_room(), site.pids()
    site.redis.kill()
    wait_until(lambda: "layer is away" in site.worker.log(), 15, site.server.log)
    time.sleep(2)
    site.redis.start()
    wait_until(lambda: "layer is back" in site.worker.log(), 10, site.server.log)
    wait_until(site.answers, 15, site.server.log)
    site.run(TIDY)
    wait_until(lambda: not site.has_room(code), 10, site.server.log)
    assert site.pids() == before
    assert site.worker.log().count("layer is away") == 1 and TRACEBACK not in site.worker.log()


@story
async def test_a_table_plays_on_after_redis_was_killed(site):
    async with a_table(site.server.url, 3) as (code, bots, visitors):
        await asyncio.to_thread(site.redis.kill)
        await asyncio.sleep(1)
        await asyncio.to_thread(site.redis.start)
        began, started = time.monotonic(), False
        while not started:
            assert time.monotonic() - began < patience(20), site.server.log()
            bots[:] = await asyncio.gather(
                *[keep_up(bot, visitor, code) for bot, visitor in zip(bots, visitors)])
            try:
                await asyncio.wait_for(bots[0].send("start_game", "after-redis"), patience(2))
                started = True
            except (asyncio.TimeoutError, AssertionError, ConnectionError, Refusal):
                await asyncio.sleep(0.3)
        await asyncio.gather(*[bot.until(lambda bot: bot.phase == "playing") for bot in bots])


def test_a_task_that_cannot_be_sent_is_said_to_be_unsent_at_once(site):
    site.redis.kill()
    said = site.run(UNSENT).split()
    site.redis.start()
    assert said[0] == "unsent" and float(said[2]) < patience(3)


def test_a_worker_that_waits_ends_when_it_is_told_to(site):
    began = time.monotonic()
    assert site.worker.stop() == 0
    assert time.monotonic() - began < patience(3) and TRACEBACK not in site.worker.log()


def test_a_worker_that_cannot_reach_redis_ends_when_it_is_told_to(site):
    site.redis.kill()
    wait_until(lambda: "layer is away" in site.worker.log(), 15, site.server.log)
    began = time.monotonic()
    code = site.worker.stop()
    site.redis.start()
    assert code == 0 and time.monotonic() - began < patience(8)


def test_a_task_that_runs_may_finish_when_the_worker_is_told_to_end(site):
    code = site.old_room()
    with site.database() as database:
        database.execute("BEGIN IMMEDIATE")  # tidying up waits for this
        site.run(TIDY)
        time.sleep(patience(1))
        site.worker.child.send_signal(signal.SIGTERM)
        time.sleep(1.5)
        assert site.worker.alive()
        database.execute("ROLLBACK")
    assert site.worker.child.wait(8) == 0
    assert not site.has_room(code), site.worker.log()


@story
async def test_any_process_may_whisper_to_somebody_at_the_table(site):
    async with a_table(site.server.url, 3) as (code, bots, visitors):
        await asyncio.to_thread(site.run, WHISPER.format(code=code))
        aside = {"type": "aside", "say": "hello"}
        assert await holds_soon(lambda: aside in bots[1].messages), site.server.log()
        assert aside not in bots[0].messages and aside not in bots[2].messages
        assert json.dumps(aside) not in site.server.log()


def test_no_process_writes_down_which_addresses_are_asked_for(site):
    visitor = Visitor(site.server.url)
    code = visitor.open_room("Ann")
    for path in ("/rooms/%s/" % code, "/nothing/is-here/secret-key/", "/static/js/nothing-secret-key.js"):
        visitor.get(path)
    log = site.server.log()
    assert code not in log and "secret-key" not in log and "/rooms/" not in log


def test_a_wrong_name_of_a_task_does_not_start_a_worker(site):
    result = subprocess.run([PYTHON, "manage.py", "runworker", "tidy-room"], cwd=PROJECT, env=site.server.env,
                            timeout=120,
                            text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    assert result.returncode and "tidy-rooms" in result.stdout and TRACEBACK not in result.stdout


@pytest.fixture
def busy_serve(tmp_path, var_template):
    """(a Server in one process with six tasks to do, the gate that they wait for,
    and the names of what they did).
    """
    server, work, gate = Server(tmp_path / "server",
                                var_template=var_template), tmp_path / "work", tmp_path / "gate"
    work.mkdir()
    server.env["DJANGO_SETTINGS_MODULE"] = "cards_project.settings"
    code = "import django; django.setup()\n" + BUSY_SERVE.format(folder=work, gate=gate)
    server.commands = lambda: {"serve": [PYTHON, "-c", code]}
    yield server, gate, lambda: sorted(path.name for path in work.iterdir())
    server.stop()


FOUR = ["begun-%d" % number for number in range(4)]


def test_serve_begins_its_work_before_anybody_visits(busy_serve):
    server, gate, done = busy_serve
    gate.touch()
    server._answers = lambda: True  # no request is made
    server.start()
    wait_until(lambda: "done-5" in done(), 30, server.log, server.alive)


def test_serve_lets_finish_what_runs_when_it_is_told_to_end(busy_serve):
    server, gate, done = busy_serve
    server.start()
    wait_until(lambda: done() == FOUR, 30, server.log)
    serve = server.processes["serve"]
    serve.child.send_signal(signal.SIGTERM)
    time.sleep(min(3, patience(1)))
    assert serve.alive()
    gate.touch()
    assert serve.child.wait(patience(10)) in (0, -signal.SIGTERM)
    assert done() == FOUR + [name.replace("begun", "done") for name in FOUR] and TRACEBACK not in server.log()


@story
async def test_moves_are_quick_while_every_thread_waits_for_slow_work(busy_serve):
    server, _, done = busy_serve
    await asyncio.to_thread(server.start)
    async with a_table(server.url, 3) as (_, bots, _):
        assert await holds_soon(lambda: done() == FOUR, 30)
        slowest = 0
        for number in range(20):
            began = time.monotonic()
            await bots[0].send("change_settings", settings={"score_limit": 2 + number % 3})
            slowest = max(slowest, time.monotonic() - began)
        assert slowest < patience(1), "a move took %.2f seconds" % slowest
    await asyncio.to_thread(server.kill)
