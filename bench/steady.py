"""Players who change their minds without end, whatever happens to the server,
and notice when an answer was a lie.
"""
import asyncio
import random
import time

import websockets

from tests.outside.bots import Refusal
from tests.outside.tables import a_table, sit

GONE = (OSError, ConnectionError, AssertionError, asyncio.TimeoutError, websockets.WebSocketException)
TRY_AGAIN = ("busy", "too_fast")
RECOVERY = 60  # seconds
PAUSE = 0.05  # seconds between two moves of one player; the server serves twenty a second


class Player:
    """Plays other cards of the hand, again and again.

    Counts acknowledged moves, and those that are gone later.
    """

    def __init__(self, bot, visitor, code):
        self.bot, self.visitor, self.code = bot, visitor, code
        self.acknowledged, self.lost, self.refused = 0, 0, []
        self.version, self.cards, self.last_ok = 0, None, 0.0

    async def run(self, stopped):
        turn = 0
        while not stopped.is_set():
            turn += 1
            pick = self.bot.table["black_card"]["pick"]
            cards = [self.bot.hand[(turn + place) % len(self.bot.hand)] for place in range(pick)]
            answer = await self._make("s%d" % turn, cards)
            self.acknowledged, self.version, self.cards = self.acknowledged + 1, answer["version"], cards
            self.last_ok = time.monotonic()
            await asyncio.sleep(PAUSE)
        await self._look((self.cards,))

    async def _make(self, move_id, cards):
        """Send the move, as often as it takes, with one id as a browser does. Returns the `ok`."""
        while True:
            try:
                return await self.bot.send("play_cards", move_id, cards=cards)
            except Refusal as refusal:
                if refusal.code not in TRY_AGAIN:
                    self.refused.append(refusal.code)
                    raise
                await asyncio.sleep(0.3)
            except GONE:
                await self._sit_down_again()
                await self._look((self.cards, cards))

    async def _sit_down_again(self):
        await self.bot.socket.close()
        while True:
            await asyncio.sleep(random.uniform(0.1, 0.5))
            try:
                self.bot = await asyncio.wait_for(sit(self.visitor, self.code), 10)
                return
            except GONE:
                continue

    async def _look(self, expected):
        """Compare what the server knows with what it has acknowledged."""
        stored = self.bot.seat.get("play")
        if self.bot.version < self.version or (self.cards is not None and stored not in expected):
            self.lost += 1


class Tables:
    """Rooms of Players in the middle of a round that never ends, because one of each room plays nothing."""

    def __init__(self, sites, rooms=3, people=5):
        self.sites, self.rooms, self.people, self.tables, self.players = sites, rooms, people, [], []

    async def during(self, fault, seconds=3):
        """Play for some seconds, let `fault` happen (it blocks a thread), and play until all are back.

        Returns {"acknowledged", "lost", "normal"}: moves, and seconds from the fault to the last one's next
        `ok`.
        """
        stopped = asyncio.Event()
        for _ in range(self.rooms):
            await self._begin(*await self._open())
        playing = [asyncio.ensure_future(player.run(stopped)) for player in self.players]
        await asyncio.sleep(seconds)
        began = time.monotonic()
        await asyncio.to_thread(fault)
        over = time.monotonic()
        while min(player.last_ok for player in self.players) < over:
            for task in playing:
                if task.done():
                    task.result()
            await asyncio.sleep(0.02)
        normal = max(player.last_ok for player in self.players) - began
        await asyncio.sleep(seconds)
        stopped.set()
        await asyncio.gather(*playing)
        return {"acknowledged": sum(player.acknowledged for player in self.players),
                "lost": sum(player.lost for player in self.players), "normal": normal}

    async def _open(self):
        """A new room, as soon as the server has recovered from the fault before;
        a minute after it at the latest.
        """
        end = time.monotonic() + RECOVERY
        while True:
            try:
                self.tables.append(a_table(self.sites, self.people))  # kept, or it would be cleared away
                return await self.tables[-1].__aenter__()
            except GONE:
                if time.monotonic() > end:
                    raise
                await asyncio.sleep(0.5)

    async def _begin(self, code, bots, visitors):
        await bots[0].send("change_settings", settings={"seconds": {"playing": 0}})
        await bots[0].send("start_game")
        await asyncio.gather(*[bot.until(lambda bot: bot.phase == "playing" and bot.hand) for bot in bots])
        able = [(bot, visitor) for bot, visitor in zip(bots, visitors) if bot.number != bot.table["judge"]]
        self.players += [Player(bot, visitor, code) for bot, visitor in able[:-1]]
