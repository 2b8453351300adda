"""People who bring files of cards in by the page, and how others feel about it."""
import asyncio
import json
import os
import re
import time

from .visitors import TOKEN, Visitor

PASSWORD = "walnut-pudding-7"
AT_WORK = ("queued", "running")
BIG = int(os.environ.get("BIG_DECK", 6000))  # cards of a big deck: hundreds of transactions of the worker


def white_cards(count, about="tea"):
    return ["White card number %d, about%s" % (number, (" " + about) * (number % 9))
            for number in range(count)]


def a_file(name, white):
    return json.dumps({"name": name, "white": white}).encode()


class Importer(Visitor):
    """Somebody with an account who brings in a file."""

    def __init__(self, site, name):
        super().__init__(site)
        self.post("/accounts/signup/", "/accounts/signup/", username=name, password1=PASSWORD,
                  password2=PASSWORD)

    def hand_in(self, content):
        """Hand in the file; returns the address of its import."""
        token = TOKEN.search(self.get("/decks/import/").text).group(1)
        page = self.http.post(self.site + "/decks/import/", files={"upload": ("cards.json", content)},
                              timeout=90,
                              data={"csrfmiddlewaretoken": token}, headers={"Referer": self.site + "/"})
        return re.search(r"/decks/import/\d+/", page.url).group()

    def look(self, content):
        """Hand in the file; returns the address of its dry run."""
        job = self.hand_in(content)
        self.progress_after_work(job)
        page = self.get(job).text
        assert "This would happen" in page, page
        return job

    def progress(self, job):
        return self.get(job + "progress/").json()

    def progress_after_work(self, job, seconds=60):
        """Wait until no worker has it; returns (the last progress, the cards of the progress on the way)."""
        begun, steps = time.monotonic(), []
        while True:
            progress = self.progress(job)
            if progress["status"] not in AT_WORK:
                return progress, steps
            assert time.monotonic() - begun < seconds, progress
            steps.append(progress["done"])
            time.sleep(0.1)

    def wait(self, job, seconds=60):
        """Wait until it is stored; returns the cards of the progress on the way."""
        progress, steps = self.progress_after_work(job, seconds)
        assert progress["status"] == "done" and progress["done"] == progress["total"], progress
        return steps

    def store(self, job):
        """Say yes and wait; returns (seconds since then, cards of the progress on the way)."""
        begun = time.monotonic()
        self.post(job, job)
        steps = self.wait(job)
        return time.monotonic() - begun, steps

    def bring(self, content):
        """Look at the file and store it; returns what `store` does."""
        return self.store(self.look(content))

    def take_back(self, job, seconds=60):
        """Press the button and wait until everything is as it was."""
        page = self.post(job + "undo/", job, what="all")
        progress, _ = self.progress_after_work(job, seconds)
        assert page.ok and progress["status"] == "undone", (progress, page.text)


async def play_until(done, bot):
    """Seconds that each move took until `done`: the bot plays its cards and takes them back,
    again and again.
    """
    took = []
    while not done.done():
        for move in (bot.play, lambda: bot.send("take_back")):
            start = time.monotonic()
            await move()
            took.append(time.monotonic() - start)
            await asyncio.sleep(0.05)
    return took


async def play_while(table, work, *arguments):
    """Start a game and play it while `work` runs in a thread: (what `work` returned,
    seconds of each move).
    """
    _, bots, _ = table
    await bots[0].send("start_game")
    await asyncio.gather(*[bot.until(lambda bot: bot.phase == "playing") for bot in bots])
    player = next(bot for bot in bots if bot.number != bot.table["judge"])
    working = asyncio.ensure_future(asyncio.to_thread(work, *arguments))
    took = await play_until(working, player)
    return working.result(), took
