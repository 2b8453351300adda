"""Players without a browser: they come in by the pages, sit on a real socket and keep the two documents.

Written from docs/PROTOCOL.md alone, so that they tell whether it is true.
"""
import asyncio
import itertools
import json
import re
import secrets
import time
from contextlib import asynccontextmanager
from urllib.parse import urlsplit

import requests
import websockets

# A little less than the server serves, so that no move is lost to its limit.
BURST, PER_SECOND = 50, 18
TOKEN = re.compile(r'data-csrf="([^"]+)"')


class Refusal(Exception):
    """The server answered a move with an error; `code` says which."""

    def __init__(self, reply):
        super().__init__("%s: %s" % (reply["code"], reply.get("message")))
        self.code, self.reply = reply["code"], reply


class Visitor:
    """A browser's session without the browser: cookies and forms."""

    def __init__(self, site):
        self.site = site.rstrip("/")
        self.http = requests.Session()

    def get(self, path, **kwargs):
        return self.http.get(self.site + path, timeout=20, **kwargs)

    def post(self, path, page="/", **fields):
        token = TOKEN.search(self.get(page).text).group(1)
        return self.http.post(self.site + path, data=dict(fields, csrfmiddlewaretoken=token), timeout=20,
                              headers={"Referer": self.site + "/"})

    def open_room(self, name, **fields):
        """Open a room; returns its code."""
        page = self.post("/rooms/new/", name=name, **fields)
        page.raise_for_status()
        return urlsplit(page.url).path.split("/")[2]

    def take_seat(self, code, name, **fields):
        """Sit down; returns the answer's status."""
        return self.post("/rooms/%s/seat/" % code, name=name, **fields).status_code

    def watch(self, code, **fields):
        return self.post("/rooms/%s/watch/" % code, **fields).status_code

    def cookies(self):
        return "; ".join("%s=%s" % pair for pair in self.http.cookies.items())

    def connect(self, code, **options):
        """An open WebSocket (websockets library) with this session's cookies."""
        options.setdefault("origin", self.site)
        return websockets.connect(self.site.replace("http", "ws", 1) + "/ws/rooms/%s/" % code,
                                  additional_headers={"Cookie": self.cookies()}, compression=None, max_size=None,
                                  **options)


class Bot:
    """A client on a socket: applies patches, answers signs of life, makes moves and waits for their answers."""

    def __init__(self, socket):
        self.socket, self.version, self.table, self.seat = socket, 0, None, None
        self.log, self.messages = [], []
        # Another tab of this seat must not use the same ids, or its moves look like repeats.
        self._ids, self._answers = map((secrets.token_hex(4) + "-%d").__mod__, itertools.count(1)), {}
        self._changed = asyncio.Condition()
        self._reader = asyncio.ensure_future(self._read())
        self.answers_nudges = True
        self._may_send, self._counted = BURST, time.monotonic()

    # ---- documents
    @property
    def number(self):
        return self.seat and self.seat["player"]

    @property
    def phase(self):
        return self.table["phase"]

    @property
    def hand(self):
        return [card["id"] for card in self.seat["hand"]]

    async def until(self, condition, seconds=15):
        """Wait until condition(self) holds; fails with the table as it stands."""
        async with self._changed:
            try:
                await asyncio.wait_for(self._changed.wait_for(lambda: self.table and condition(self)), seconds)
            except asyncio.TimeoutError:
                raise AssertionError("waited in vain; the table: %s" % json.dumps(self.table)[:2000])
        return self

    # ---- moves
    async def send(self, name, move_id=None, **args):
        """Make a move and wait for its answer. Raises Refusal, ConnectionError. Returns the `ok`."""
        move_id = move_id or next(self._ids)
        await self._take_a_breath()
        answer = self._answers[move_id] = asyncio.get_running_loop().create_future()
        try:
            await self.socket.send(json.dumps({"id": move_id, "move": name, "args": args}))
        except websockets.ConnectionClosed as closed:
            raise ConnectionError("closed") from closed
        reply = await asyncio.wait_for(answer, 15)
        if reply["type"] == "error":
            raise Refusal(reply)
        await self.until(lambda bot: bot.version >= reply["version"])  # between processes the patch may come later
        return reply

    async def _take_a_breath(self):
        now = time.monotonic()
        self._may_send = min(BURST, self._may_send + (now - self._counted) * PER_SECOND) - 1
        self._counted = now
        if self._may_send < 0:
            await asyncio.sleep(-self._may_send / PER_SECOND)

    async def play(self):
        """Play the first cards of the hand."""
        return await self.send("play_cards", cards=self.hand[:self.table["black_card"]["pick"]])

    async def close(self):
        await self.socket.close()
        await self._reader

    async def closed(self, seconds=10):
        """Wait until the server hangs up; returns (close code, code of the last error or None)."""
        await asyncio.wait_for(asyncio.shield(self._reader), seconds)
        errors = [message["code"] for message in self.messages if message["type"] == "error"]
        return self.socket.close_code, errors[-1] if errors else None

    async def hear(self, text, seconds=10):
        """Send a raw frame and return the next `error` or `pong` (the frame has no id that we wait for)."""
        heard = len(self.messages)

        def answer():
            return next((message for message in self.messages[heard:] if message["type"] in ("error", "pong")), None)
        await self.socket.send(text)
        async with self._changed:
            await asyncio.wait_for(self._changed.wait_for(answer), seconds)
        return answer()

    async def refused(self, name, move_id=None, **args):
        """Make a move that must be refused; returns the error's code."""
        try:
            await self.send(name, move_id, **args)
        except Refusal as refusal:
            return refusal.code
        raise AssertionError("%s was not refused" % name)

    async def _read(self):
        try:
            async for frame in self.socket:
                async with self._changed:
                    await self._hear(json.loads(frame))
                    self._changed.notify_all()
        except websockets.ConnectionClosed:
            pass
        for answer in self._answers.values():
            if not answer.done():
                answer.set_exception(ConnectionError("closed %s" % self.socket.close_code))

    async def _hear(self, message):
        self.messages.append(message)
        kind = message["type"]
        if kind == "welcome":
            self.version, self.table, self.seat = message["version"], message["table"], message["seat"]
        elif kind == "patch" and message["version"] > self.version:
            if message["from"] != self.version:
                return await self.socket.send('{"move": "sync"}')
            self.version = message["version"]
            self.table = merged(self.table, message["table"])
            self.log += message["log"]
        elif kind == "seat" and message["version"] >= self.version:
            self.seat = message["seat"]
        elif kind in ("ok", "error") and message.get("id") in self._answers:
            future = self._answers.pop(message["id"])
            if not future.done():
                future.set_result(message)
        if self.answers_nudges and self.seat and self.table:
            me = self.table["players"].get(self.number, {})
            if kind in ("patch", "welcome") and (me.get("nudged") or me.get("presence") == "gone"):
                await self.socket.send(json.dumps({"id": next(self._ids), "move": "here"}))


def merged(document, patch):
    """`document` with an RFC 7396 merge patch applied."""
    if not isinstance(patch, dict):
        return patch
    result = dict(document) if isinstance(document, dict) else {}
    for name, value in patch.items():
        if value is None:
            result.pop(name, None)
        else:
            result[name] = merged(result.get(name), value)
    return result


async def sit(visitor, code):
    """A Bot on a new socket of this visitor, welcomed."""
    bot = Bot(await visitor.connect(code))
    return await bot.until(lambda bot: bot.table)


async def turned_away(visitor, code):
    """(close code, code of the error) of a socket that is not let in."""
    return await Bot(await visitor.connect(code)).closed()


async def come_in(site, code, name, **fields):
    """A newcomer with a seat and a socket: (visitor, bot)."""
    visitor = Visitor(site)
    assert await asyncio.to_thread(visitor.take_seat, code, name, **fields) == 200
    return visitor, await sit(visitor, code)


@asynccontextmanager
async def a_table(sites, players=3, **fields):
    """A room with so many bots in their seats; yields (code, bots, visitors). The first one hosts.

    `sites` is one address, or a list over which the bots are spread.
    """
    sites = [sites] if isinstance(sites, str) else sites
    visitors = [Visitor(site) for site, _ in zip(itertools.cycle(sites), range(players))]
    code = await asyncio.to_thread(visitors[0].open_room, "Ann", **fields)
    for number, visitor in enumerate(visitors[1:], 2):
        status = await asyncio.to_thread(visitor.take_seat, code, "Player %d" % number,
                                         **({"password": fields["password"]} if "password" in fields else {}))
        assert status == 200, status
    bots = [await sit(visitor, code) for visitor in visitors]
    await bots[0].until(lambda bot: all(
        player["presence"] == "here" for player in bot.table["players"].values()) and len(bot.table["players"]) == players)
    try:
        yield code, bots, visitors
    finally:
        for bot in bots:
            await bot.close()


async def lay_down(bots):
    """Everybody but the judge plays; returns the judge's bot once all plays are on the table."""
    number = bots[0].table["round"]
    await asyncio.gather(*[bot.until(lambda bot: bot.phase == "playing" and bot.table["round"] == number
                                      and len(bot.hand) >= bot.table["black_card"]["pick"]) for bot in bots])
    judge = next(bot for bot in bots if bot.number == bot.table["judge"])
    await asyncio.gather(*[bot.play() for bot in bots if bot is not judge])
    return await judge.until(lambda bot: bot.phase == "revealing")


async def play_round(bots):
    """Everybody but the judge plays, the judge turns all plays and picks one; returns the winner's number."""
    judge = await lay_down(bots)
    for play in sorted(judge.table["plays"]):
        await judge.send("reveal_play", play=play)
    await judge.send("pick_winner", play="0")
    await bots[0].until(lambda bot: bot.phase in ("round_over", "game_over"))
    return bots[0].table["winner"]["player"]


async def next_round(bots):
    """The judge (or the host, without a judge here) goes on to the next round, and everybody has heard of it."""
    number = bots[0].table["round"]
    await next((bot for role in ("judge", "host") for bot in bots if bot.number == bot.table[role])).send("next_round")
    await asyncio.gather(*[bot.until(
        lambda bot: bot.table["round"] > number or bot.phase == "game_over") for bot in bots])


async def agree(bots):
    """Wait until all are at the same version, then check that their tables are the same."""
    for _ in range(100):
        if len({bot.version for bot in bots}) == 1:
            break
        await asyncio.sleep(0.05)
    assert len({bot.version for bot in bots}) == 1, [bot.version for bot in bots]
    assert all(bot.table == bots[0].table for bot in bots)


async def keep_up(bot, visitor, code):
    """What a browser does every few seconds: ask whether news was missed, and connect again where it hung up.

    Returns the bot, or the new one.
    """
    try:
        pong = await bot.hear('{"move": "ping"}', 3)
        if pong.get("version", 0) > bot.version:
            await bot.socket.send('{"move": "sync"}')
    except websockets.ConnectionClosed:
        return await sit(visitor, code)
    except asyncio.TimeoutError:
        pass
    return bot
