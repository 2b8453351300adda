"""Thousands of cards come in through the page while a game goes on in the same process: players do not feel it."""
import asyncio
import json
import os
import re
import time

import pytest

from ..tables import a_table
from ..visitors import TOKEN, Visitor
from . import REAL_DECK, TRACEBACK, story

CARDS = 25000
SECONDS = 20
PASSWORD = "walnut-pudding-7"


def a_big_deck():
    white = ["White card number %d, about %s" % (number, "tea" * (number % 9)) for number in range(CARDS)]
    return json.dumps({"name": "Twenty-five thousand", "white": white}).encode()


class Importer(Visitor):
    """Somebody with an account who brings in a file."""

    def __init__(self, site, name):
        super().__init__(site)
        self.post("/accounts/signup/", "/accounts/signup/", username=name, password1=PASSWORD, password2=PASSWORD)

    def bring(self, content):
        """Look at the file, say yes and wait; returns (seconds since then, cards of the progress on the way)."""
        token = TOKEN.search(self.get("/decks/import/").text).group(1)
        page = self.http.post(self.site + "/decks/import/", files={"upload": ("cards.json", content)}, timeout=30,
                              data={"csrfmiddlewaretoken": token}, headers={"Referer": self.site + "/"})
        assert "This would happen" in page.text
        job = re.search(r"/decks/import/\d+/", page.url).group()
        begun, steps = time.monotonic(), []
        self.post(job, job)
        while True:
            progress = self.get(job + "progress/").json()
            if progress["status"] not in ("queued", "running"):
                break
            steps.append(progress["done"])
            time.sleep(0.1)
        assert progress["status"] == "done" and progress["done"] == progress["total"], progress
        return time.monotonic() - begun, steps


async def play_until(done, bot):
    """Seconds that each move took until `done`: the bot plays its cards and takes them back, again and again."""
    took = []
    while not done.done():
        for move in (bot.play, lambda: bot.send("take_back")):
            start = time.monotonic()
            await move()
            took.append(time.monotonic() - start)
            await asyncio.sleep(0.05)
    return took


@story
async def test_moves_are_answered_while_a_big_deck_comes_in(new_server):
    server = new_server()
    importer = await asyncio.to_thread(Importer, server.url, "ann")
    async with a_table(server.url) as (code, bots, visitors):
        await bots[0].send("start_game")
        await asyncio.gather(*[bot.until(lambda bot: bot.phase == "playing") for bot in bots])
        player = next(bot for bot in bots if bot.number != bot.table["judge"])
        coming = asyncio.ensure_future(asyncio.to_thread(importer.bring, a_big_deck()))
        took = await play_until(coming, player)
        seconds, steps = coming.result()
    print("import %.1f s, %d moves, the slowest %.2f s" % (seconds, len(took), max(took)))
    assert max(took) < 1 and len(took) > 20
    assert seconds < SECONDS and len(set(steps)) > 2 and steps == sorted(steps)
    assert TRACEBACK not in server.log()


@pytest.mark.skipif(not os.path.exists(REAL_DECK), reason="set CARDS_REAL_DECK_FILE")
def test_the_real_file_comes_in_through_the_page_in_time(new_server):
    with open(REAL_DECK, "rb") as source:
        content = source.read()
    server = new_server()
    seconds, steps = Importer(server.url, "bob").bring(content)
    print("import of the real file %.1f s" % seconds)
    assert seconds < SECONDS and len(set(steps)) > 2
    assert TRACEBACK not in server.log()
