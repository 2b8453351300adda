"""Clients that do not read what they are sent: they are cut off, cost next to nothing,
and slow nobody down.
"""
import asyncio
import json
import re
import time

from tests.outside.harness.process import patience
from tests.outside.scenarios import story
from tests.outside.tables import a_table, agree

from .deaf import DeafClient

DEAF = 4
MEGABYTE = 1024 * 1024
PACKS = 250


def memory(server):
    """Bytes of memory in use by the server's process."""
    with open("/proc/%d/status" % server.processes["serve"].pid) as status:
        return int(re.search(r"VmRSS:\s+(\d+) kB", status.read()).group(1)) * 1024


def big_decks(server, folder):
    """Import packs with long names and choose them all, so that every `sync` is answered with a long
    `welcome`.
    """
    packs = [{"name": ("%d " % number).ljust(200, "x"), "white": [0], "black": [0]}
             for number in range(PACKS)]
    path = folder / "packs.json"
    path.write_text(json.dumps({"white": ["a duck"], "black": [{"text": "_.", "pick": 1}], "packs": packs}))
    server.manage("import_deck", str(path))


async def ask_in_vain(client, seconds):
    """Keep asking, within the server's rate; returns after how long the server hung up, or None."""
    start = time.monotonic()
    for _ in range(55):
        await asyncio.to_thread(client.ask)
    while time.monotonic() < start + seconds:
        if not await asyncio.to_thread(client.ask):
            return time.monotonic() - start
        await asyncio.sleep(0.06)
    return None


async def slowest_answer(bot, seconds):
    slowest, end = 0, time.monotonic() + seconds
    while time.monotonic() < end:
        start = time.monotonic()
        await bot.hear('{"move": "ping"}')
        slowest = max(slowest, time.monotonic() - start)
        await asyncio.sleep(0.1)
    return slowest


@story
async def test_who_does_not_read_is_cut_off_and_the_others_notice_nothing(own_site, tmp_path):
    async with a_table(own_site.url, 3) as (code, bots, visitors):
        await asyncio.to_thread(big_decks, own_site, tmp_path)
        decks = await asyncio.to_thread(visitors[0].get, "/rooms/%s/decks.json" % code)
        await bots[0].send("choose_decks", decks=[deck["id"] for deck in decks.json()["decks"]])
        await bots[1].close()
        warm = [DeafClient(visitors[1], code) for _ in range(DEAF)]
        assert None not in await asyncio.gather(*[ask_in_vain(client, 40) for client in warm])
        grown = []
        for _ in range(2):  # what is kept for good grows each time
            before = memory(own_site)
            deaf = [DeafClient(visitors[1], code) for _ in range(DEAF)]
            *ends, slowest = await asyncio.gather(*[ask_in_vain(client, 40) for client in deaf],
                                                  slowest_answer(bots[2], 5))
            grown.append(memory(own_site) - before)
            assert None not in ends and slowest < patience(2)
        assert min(grown) < DEAF * MEGABYTE, grown
        await bots[0].until(lambda bot: bot.table["players"]["2"]["presence"] == "gone")
        await agree([bots[0], bots[2]])
        assert len(json.dumps(bots[2].table)) > 50000
