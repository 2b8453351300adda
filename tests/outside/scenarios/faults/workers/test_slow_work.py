"""Slow work inside `serve`: begun without a visitor, finished at the end, in nobody's way."""
import asyncio
import signal
import time

import pytest

from tests.outside.harness.process import patience, wait_until
from tests.outside.harness.server import PYTHON, Server
from tests.outside.scenarios import TRACEBACK, story
from tests.outside.tables import a_table, holds_soon

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
