"""Workers and tables when Redis goes away and comes back."""
import asyncio
import time

from tests.outside.bots import Refusal
from tests.outside.harness.process import patience, wait_until
from tests.outside.scenarios import TRACEBACK, story
from tests.outside.scenarios.faults.workers.processes import TIDY
from tests.outside.tables import a_table, keep_up

UNSENT = """
import live, time
began = time.time()
try:
    live.send_task("tidy-rooms", {"days": 30})
except live.UnsentError:
    print("unsent after %.1f seconds" % (time.time() - began))
"""


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


def test_a_worker_that_cannot_reach_redis_ends_when_it_is_told_to(site):
    site.redis.kill()
    wait_until(lambda: "layer is away" in site.worker.log(), 15, site.server.log)
    began = time.monotonic()
    code = site.worker.stop()
    site.redis.start()
    assert code == 0 and time.monotonic() - began < patience(8)
