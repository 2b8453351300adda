"""A game over two web processes and the worker, on PostgreSQL and Redis, as the Procfile starts them."""
import asyncio
import shlex
import time
from contextlib import closing

import psycopg2
import pytest

from tests.outside.bots import Refusal
from tests.outside.harness.process import Process, free_port, patience, port_is_open, wait_until
from tests.outside.harness.server import PROJECT, Server, procfile
from tests.outside.scenarios import story
from tests.outside.tables import (
    a_table,
    agree,
    faces_of,
    holds_soon,
    keep_up,
    next_round,
    play_round,
    said_to,
)
from tests.outside.visitors import Visitor


class Site:
    """The processes of the Procfile and one more `web`; what dies is started again, as a supervisor would."""

    def __init__(self, server, database):
        self.server, self.database = server, database
        self.port = free_port()
        self._start_second()
        self.sites = [server.url, "http://127.0.0.1:%d" % self.port]

    def _start_second(self):
        command = shlex.split(procfile()["web"].replace("$PORT", str(self.port)))
        self.second = Process(command, str(self.server.folder / "web2.log"), env=self.server.env,
                              cwd=str(PROJECT))
        wait_until(lambda: port_is_open(self.port), 30, self.second.log, self.second.alive)

    def supervise(self):
        """Start again what has ended; returns how many processes that were."""
        ended = [name for name, process in self.server.processes.items() if not process.alive()]
        for name in ended:
            old = self.server.processes[name]
            self.server.processes[name] = Process(old.command, old.log_path, env=self.server.env,
                                                  cwd=str(PROJECT))
        if not self.second.alive():
            self._start_second()
            ended.append("web2")
        return len(ended)

    def log(self):
        return "\n".join("== %s\n%s" % (name, process.log()[-2500:]) for name, process in dict(
            self.server.processes, web2=self.second).items())

    def sql(self, statement, *arguments):
        with closing(psycopg2.connect(
                self.database)) as connection, connection, connection.cursor() as cursor:
            cursor.execute(statement, arguments)
            return cursor.fetchall() if cursor.description else cursor.rowcount


@pytest.fixture(scope="module")
def site(tmp_path_factory, redis, new_database):
    database = new_database("many_processes")
    server = Server(tmp_path_factory.mktemp("many"), {"REDIS_URL": redis.url, "DATABASE_URL": database},
                    with_workers=True)
    server.start()
    site = Site(server, database)
    yield site
    site.second.stop()
    server.stop()


@story
async def test_bots_on_both_processes_play_a_game_and_see_the_same(site):
    async with a_table(site.sites, 4) as (_, bots, _):
        await bots[1].until(lambda bot: len(bot.table["players"]) == 4)
        await bots[0].send("change_settings", settings={"score_limit": 2})
        await bots[0].send("start_game")
        while bots[0].phase != "game_over":
            await play_round(bots)
            await next_round(bots)
        await agree(bots)
        assert max(player["score"] for player in bots[3].table["players"].values()) == 2


@story
async def test_a_kick_reaches_the_other_process(site):
    async with a_table(site.sites, 4) as (_, bots, _):
        await bots[0].send("kick", player="4")
        assert await bots[3].closed() == (4410, "kicked")


@story
async def test_faces_and_phrases_reach_the_other_process_and_come_once(site):
    async with a_table(site.sites, 4) as (_, bots, _):
        for bot in bots:
            await bot.send("react", face="joy")
        await bots[0].send("phrase", phrase="robbed")
        assert await holds_soon(lambda: all(faces_of(bot) == {("1", 1), ("2", 1), ("3", 1), ("4", 1)}
                                            and len(said_to(bot)) == 1 for bot in bots)), site.log()


@story
async def test_everybody_catches_up_after_redis_was_restarted_in_mid_game(site, redis):
    async with a_table(site.sites, 4) as (code, bots, visitors):
        await bots[0].send("start_game")
        await play_round(bots)
        await asyncio.to_thread(redis.restart)
        restarted = time.monotonic()
        moved = False
        while not moved or len({bot.version for bot in bots}) > 1 or bots[3].table["round"] < 2:
            assert time.monotonic() - restarted < patience(15), site.log()
            await asyncio.to_thread(site.supervise)
            bots[:] = await asyncio.gather(
                *[keep_up(bot, visitor, code) for bot, visitor in zip(bots, visitors)])
            moved = moved or await try_to_go_on(bots[0])
            await asyncio.sleep(0.5)
        start = time.monotonic()
        await play_round(bots)
        await agree(bots)
        assert time.monotonic() - start < patience(3), site.log()


async def try_to_go_on(host):
    try:
        await asyncio.wait_for(host.send("next_round", "after-redis"), patience(2))
        return True
    except (asyncio.TimeoutError, AssertionError, ConnectionError, Refusal):
        return False


def test_the_worker_clears_away_a_room_that_nobody_used_for_a_month(site):
    site.supervise()
    old, new = Visitor(site.sites[0]).open_room("Ann"), Visitor(site.sites[1]).open_room("Ben")
    assert site.sql("UPDATE game_room SET used = used - interval '31 days' WHERE code = %s", old) == 1
    Visitor(site.sites[0]).open_room("Cat")

    def codes():
        return {code for code, in site.sql("SELECT code FROM game_room")}
    wait_until(lambda: old not in codes(), 15, "the worker left the old room where it was")
    assert new in codes()
