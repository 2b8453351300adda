"""Another connection holds SQLite's write lock: moves wait for it, and nothing else does."""
import asyncio
import sqlite3
import subprocess
import time
from contextlib import contextmanager

import pytest
import requests

from tests.outside.harness.process import patience
from tests.outside.harness.server import PROJECT, PYTHON, SCRIPTS, is_classic
from tests.outside.scenarios import TRACEBACK, story
from tests.outside.stalls import WatchedServer
from tests.outside.tables import a_table, agree, sit

HELD_SECONDS = 3
PING_EVERY = 0.06  # slower than the server's limit
STALL_SECONDS, TRIES = 0.05, 3

loop_only = pytest.mark.skipif(is_classic(),
                               reason="the classic stack serves all sockets in one thread, which waits")


@pytest.fixture
def watched(tmp_path, var_template):
    """A server that knows how long its loop stood still."""
    server = WatchedServer(tmp_path / "watched", var_template=var_template).start()
    yield server
    server.stop()
    assert TRACEBACK not in server.log(), server.log()[-6000:]


@pytest.fixture
def editor(watched):
    """A function: another process changes five cards of a published deck of 30,000."""
    script = str(SCRIPTS / "big_deck_edits.py")
    child = subprocess.Popen([PYTHON, script], env={**watched.env, "PYTHONPATH": str(PROJECT)}, cwd=PROJECT,
                             text=True, bufsize=1,
                             stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    assert child.stdout.readline() == "ready\n"

    def edit():
        child.stdin.write("\n")
        assert child.stdout.readline() == "done\n"
    yield edit
    child.stdin.close()
    child.wait(60)


@contextmanager
def held(server):
    """Hold the write lock of the server's database, as a long import by another process would."""
    connection = sqlite3.connect(str(server.var / "db.sqlite3"), isolation_level=None, timeout=20,
                                 check_same_thread=False)
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        connection.rollback()
        connection.close()


async def keep_asking(bot, seconds):
    """Send pings for a while; returns how many were answered in that time."""
    end = time.monotonic() + seconds
    answered = 0
    while time.monotonic() < end:
        await bot.hear('{"move": "ping"}')
        answered += time.monotonic() < end
        await asyncio.sleep(PING_EVERY)
    return answered


async def change(bot, *limits):
    return await asyncio.gather(*[bot.send("change_settings", settings={"score_limit": limit})
                                  for limit in limits])


async def shortest_stall(server, scene):
    """How long the loop stood still during `await scene()`: the best of three tries,
    for the disk may be busy with others.
    """
    found = []
    while len(found) < TRIES and not (found and found[-1] < STALL_SECONDS):
        await asyncio.to_thread(server.stall)
        await scene()
        found.append(await asyncio.to_thread(server.stall))
    print("the loop stood still for at most %s ms" % ", ".join("%.1f" % (1000 * one) for one in found))
    return min(found)


def test_a_lock_is_no_fault_for_a_probe(own_site):
    with held(own_site):
        answer = requests.get(own_site.url + "/health/", timeout=patience(10))
    assert (answer.status_code, answer.text) == (200, "ok")


@loop_only
@story
async def test_moves_wait_for_the_lock_and_nobody_else_does(watched):
    async with a_table(watched.url) as (code, bots, visitors):
        async def scene():
            with held(watched):
                moves = asyncio.ensure_future(change(bots[0], 3, 4, 5))
                pinging = asyncio.ensure_future(keep_asking(bots[2], HELD_SECONDS))
                await asyncio.sleep(0.5)
                tv = await sit(visitors[1], code)
                assert await pinging > 3 and not moves.done()
            await moves
            await tv.close()
        assert await shortest_stall(watched, scene) < STALL_SECONDS
        await agree(bots)
        assert bots[1].table["settings"]["score_limit"] == 5


@loop_only
@story
async def test_nobody_waits_while_a_card_of_a_big_deck_is_changed(watched, editor):
    async with a_table(watched.url) as (code, bots, _):
        async def scene():
            editing = asyncio.ensure_future(asyncio.to_thread(editor))
            while not editing.done():
                await change(bots[0], 3, 4, 5)
            await editing
        assert await shortest_stall(watched, scene) < STALL_SECONDS


@loop_only
@story
async def test_the_probe_finds_a_loop_that_waits(watched):
    def wait():
        return requests.get(watched.url + "/wait/", timeout=patience(20)).text
    await asyncio.to_thread(watched.stall)
    assert await asyncio.to_thread(wait) == "waited" and await asyncio.to_thread(
        watched.stall) > STALL_SECONDS
