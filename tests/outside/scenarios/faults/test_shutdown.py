"""SIGTERM while pages are served, sockets are open and tasks run: `serve`, daphne's own command line,
and the worker.
"""
import asyncio
import itertools
import signal
import time
from concurrent.futures import ThreadPoolExecutor

import pytest
import requests

from tests.outside.bots import Refusal
from tests.outside.harness.process import patience, port_is_open, wait_until
from tests.outside.harness.server import PYTHON, Server, is_classic
from tests.outside.scenarios import TRACEBACK, story
from tests.outside.tables import a_table, sit

PAGES = 20
SIDE_BY_SIDE = 3 if is_classic() else PAGES  # so many are served at once; the others wait inside the server
SOCKETS_OF_ONE = 10
SHUTDOWN_SECONDS = 4
# The site with one more page, which is answered when there is a file called "gate".
SITE = """
import os, time
import django
django.setup()
from django.http import HttpResponse
from cards_project import urls
from common.compat import re_path
def slow(request):
    open("{folder}/begun-" + request.GET["number"], "w").close()
    while not os.path.exists("{folder}/gate"):
        time.sleep(0.05)
    return HttpResponse("done")
urls.urlpatterns.insert(0, re_path("^slow/$", slow))
"""
STARTS = {
    "serve": """
from django.core.management import call_command
call_command("serve", host="127.0.0.1", port=int(os.environ["PORT"]), quiet=True)
""",
    "daphne": """
from daphne.cli import CommandLineInterface
CommandLineInterface().run(["-b", "127.0.0.1", "-p", os.environ["PORT"], "--verbosity", "0", "cards_project.asgi:application"])
"""}


LONG_TASK = """
import time
import django
django.setup()
from cards_project import routes
def task(payload):
    open("{begun}", "w").close()
    time.sleep(3600)
routes.TASKS["long-task"] = task
from live import send_task
send_task("long-task", {{}})
from django.core.management import call_command
call_command("runworker", "long-task")
"""


class SlowSite:
    """A server, the slow pages that were asked for, and the gate that they wait for."""

    def __init__(self, folder, var_template, start):
        self.work = folder / "work"
        self.work.mkdir()
        self.server = Server(folder / "server", {"SHUTDOWN_SECONDS": str(SHUTDOWN_SECONDS)},
                             var_template=var_template)
        self.server.env["DJANGO_SETTINGS_MODULE"] = "cards_project.settings"
        code = SITE.format(folder=self.work) + STARTS[start]
        self.server.commands = lambda: {"web": [PYTHON, "-c", code]}
        self.server.start()
        self.process, self._threads = self.server.processes["web"], ThreadPoolExecutor(PAGES)

    def ask_for_pages(self, many):
        """Ask for so many slow pages; returns futures of their answers, when as many have begun as may."""
        answers = [self._threads.submit(self._page, number) for number in range(many)]
        wait_until(lambda: len(list(self.work.glob("begun-*"))) == min(many, SIDE_BY_SIDE), 30,
                   self.server.log)
        return answers

    def open_gate(self):
        (self.work / "gate").touch()

    def end(self):
        self.process.child.send_signal(signal.SIGTERM)

    def _page(self, number):
        try:
            return requests.get(self.server.url + "/slow/?number=%d" % number, timeout=120).text
        except requests.RequestException:
            return "cut off"


async def keep_changing(bot):
    """Make moves until the server hangs up; returns how many were answered."""
    for count in itertools.count():
        try:
            await bot.send("change_settings" if bot.number == "1" else "here", **(
                {"settings": {"score_limit": 3 + count % 5}} if bot.number == "1" else {}))
        except Refusal:
            pass
        except (ConnectionError, asyncio.TimeoutError):
            return count


@pytest.fixture(params=sorted(STARTS))
def site(request, tmp_path, var_template):
    site = SlowSite(tmp_path, var_template, request.param)
    yield site
    site.open_gate()
    site.server.stop()
    assert TRACEBACK not in site.process.log(), site.process.log()[-6000:]


# One page after another is served on the classic stack where sockets are served too; three side by side.
@story
async def test_sockets_close_with_1012_and_pages_that_are_served_are_finished(site):
    async with a_table(site.server.url, 3) as (_, bots, _):
        answers = await asyncio.to_thread(site.ask_for_pages, 3)
        site.end()
        assert [await bot.closed() for bot in bots] == [(1012, None)] * 3
        assert site.process.alive()
        site.open_gate()
        assert [await asyncio.to_thread(answer.result) for answer in answers] == ["done"] * 3
        assert await asyncio.to_thread(site.process.child.wait, patience(8)) == 0


@story
async def test_it_ends_in_good_order_under_load(site):
    async with a_table(site.server.url, 3) as (code, bots, visitors):
        crowd = bots + [await sit(visitor, code) for visitor in visitors for _ in range(SOCKETS_OF_ONE - 1)]
        moves = [asyncio.ensure_future(keep_changing(bot)) for bot in crowd]
        answers = await asyncio.to_thread(site.ask_for_pages, PAGES)
        await asyncio.sleep(patience(1))
        began = time.monotonic()
        site.end()
        assert [(await bot.closed())[0] for bot in crowd] == [1012] * 3 * SOCKETS_OF_ONE
        assert sum([await move for move in moves]) > 0
        site.open_gate()
        assert [await asyncio.to_thread(answer.result) for answer in answers] == ["done"] * PAGES
        assert await asyncio.to_thread(site.process.child.wait, patience(8)) == 0
        assert time.monotonic() - began < patience(SHUTDOWN_SECONDS + 2)


def test_pages_that_take_too_long_are_cut_off(site):
    answers, began = site.ask_for_pages(3), time.monotonic()
    site.end()
    assert site.process.child.wait(patience(SHUTDOWN_SECONDS + 6)) == 0
    assert time.monotonic() - began >= SHUTDOWN_SECONDS
    assert [answer.result() for answer in answers] == ["cut off"] * 3
    assert "3 requests were cut off" in site.process.log()


def test_nobody_gets_in_while_the_last_pages_are_served(site):
    site.ask_for_pages(2)
    site.end()
    wait_until(lambda: not port_is_open(site.server.port), 3, "it still listens")
    assert site.process.alive()


def test_a_second_signal_ends_it_at_once(site):
    site.ask_for_pages(2)
    site.end()
    wait_until(lambda: not port_is_open(site.server.port), 3, "it still listens")
    site.end()
    assert site.process.child.wait(patience(2)) == -signal.SIGTERM


def test_it_ends_at_once_when_there_is_nothing_to_wait_for(site):
    began = time.monotonic()
    site.end()
    assert site.process.child.wait(patience(5)) == 0
    assert time.monotonic() - began < patience(SHUTDOWN_SECONDS)


def worker_at_a_task(folder, redis, var_template):
    """A `runworker` in the middle of a task that takes an hour."""
    server = Server(folder / "server", {"REDIS_URL": redis.url, "SHUTDOWN_SECONDS": "600"},
                    var_template=var_template)
    server.env["DJANGO_SETTINGS_MODULE"] = "cards_project.settings"
    server.commands = lambda: {"worker": [PYTHON, "-c", LONG_TASK.format(begun=folder / "begun")]}
    server.start_one("worker")
    wait_until((folder / "begun").exists, 60, server.log, server.alive)
    return server.processes["worker"]


def test_a_second_signal_ends_a_worker_at_once(tmp_path, redis, var_template):
    worker = worker_at_a_task(tmp_path, redis, var_template)
    worker.child.send_signal(signal.SIGTERM)
    time.sleep(1)
    assert worker.alive()
    worker.child.send_signal(signal.SIGTERM)
    assert worker.child.wait(patience(2)) == -signal.SIGTERM
