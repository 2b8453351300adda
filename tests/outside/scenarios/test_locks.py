"""Another connection holds SQLite's write lock: moves wait for it, and nothing else does."""
import asyncio
import sqlite3
import statistics
import time
from contextlib import contextmanager

import pytest

from ..harness.server import is_classic
from ..tables import a_table, agree, sit
from . import story

HELD_SECONDS = 3
PING_EVERY = 0.06  # slower than the server's limit

pytestmark = pytest.mark.skipif(is_classic(), reason="the classic stack serves all sockets in one thread, which waits")


@contextmanager
def held(server):
    """Hold the write lock of the server's database, as a long import by another process would."""
    connection = sqlite3.connect(str(server.var / "db.sqlite3"), isolation_level=None, timeout=20, check_same_thread=False)
    connection.execute("BEGIN IMMEDIATE")
    try:
        yield
    finally:
        connection.rollback()
        connection.close()


async def waits(bot, seconds):
    """How long each of many pings waited for its pong."""
    found, end = [], time.monotonic() + seconds
    while time.monotonic() < end:
        began = time.monotonic()
        await bot.hear('{"move": "ping"}')
        found.append(time.monotonic() - began)
        await asyncio.sleep(PING_EVERY)
    return found


@story
async def test_moves_wait_for_the_lock_and_nobody_else_does(own_site):
    async with a_table(own_site.url) as (code, bots, visitors):
        quiet = await waits(bots[2], 1)
        with held(own_site):
            moves = [asyncio.ensure_future(bots[0].send("change_settings", settings={"score_limit": limit})) for limit in (3, 4, 5)]
            pinging = asyncio.ensure_future(waits(bots[2], HELD_SECONDS))
            await asyncio.sleep(0.5)
            tv = await sit(visitors[1], code)
            found = await pinging
            assert not any(move.done() for move in moves) and tv.table["settings"]["score_limit"] == 7
        print("ping, quiet: %.1f ms at most; locked: %.1f median, %.1f at most, of %d"
              % (1000 * max(quiet), 1000 * statistics.median(found), 1000 * max(found), len(found)))
        assert statistics.median(found) < 0.05 and max(found) < HELD_SECONDS / 3
        await asyncio.gather(*moves)
        await agree(bots)
        assert bots[1].table["settings"]["score_limit"] == 5
        await tv.close()
