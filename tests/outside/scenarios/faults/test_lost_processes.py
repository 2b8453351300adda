"""Several processes over Redis: whoever was connected to one that died is not shown as here for long."""
import asyncio
import shlex

import pytest

from tests.outside.harness.process import Process, free_port, patience, port_is_open, wait_until
from tests.outside.harness.server import PROJECT, Server, procfile
from tests.outside.scenarios import story
from tests.outside.tables import a_table, sit

# A process is lost after three beats without a sign of life, which the others look for at each.
BEAT_SECONDS = 2
NOTICED = 30


@pytest.fixture(scope="module")
def site(tmp_path_factory, var_template, redis):
    """All processes of a site; each test leaves them running."""
    server = Server(tmp_path_factory.mktemp("lost"),
                    {"REDIS_URL": redis.url, "BEAT_SECONDS": str(BEAT_SECONDS)}, with_workers=True,
                    var_template=var_template)
    yield server.start()
    server.kill()


@pytest.fixture
def second(site):
    """One more `web` of the site, at `url`."""
    port = free_port()
    process = Process(shlex.split(procfile()["web"].replace("$PORT", str(port))),
                      str(site.folder / "web2.log"), env=site.env, cwd=str(PROJECT))
    wait_until(lambda: port_is_open(port), 60, process.log, process.alive)
    process.url = "http://127.0.0.1:%d" % port
    yield process
    process.stop()


def alone(bot):
    """Whether the bot's table shows nobody else as here."""
    return [number for number, player in bot.table["players"].items() if player["presence"] == "here"] == ["2"]


def the_second_has_gone(bot):
    return bot.table["players"]["2"]["presence"] == "gone"


@story
async def test_who_comes_after_the_end_of_all_processes_sees_who_is_there(site):
    await come_back_after(site, None)


@story
async def test_who_comes_after_the_end_of_the_process_with_the_sockets_sees_who_is_there(site):
    await come_back_after(site, "web")


async def come_back_after(site, ended):
    async with a_table(site.url, 3) as (code, _, visitors):
        await asyncio.to_thread(site.kill, ended)
        await asyncio.to_thread(site.start)
        bot = await sit(visitors[1], code)
        await bot.until(alone, NOTICED)
        await bot.close()


@story
async def test_nobody_is_doubted_at_the_other_processes_when_one_ends_in_good_order(site, second):
    async with a_table([site.url, second.url], 2) as (_, bots, _):
        second.child.terminate()
        await bots[0].until(the_second_has_gone, NOTICED)
        assert await asyncio.to_thread(second.child.wait, patience(10)) == 0
        await asyncio.sleep(5 * BEAT_SECONDS)
        assert [entry["player"] for entry in bots[0].log if entry["type"] == "gone"] == ["2"]
