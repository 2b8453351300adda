"""Players without a browser: they sit on a real socket and keep the two documents.

Written from docs/PROTOCOL.md alone, so that they tell whether it is true.
"""
import asyncio
import itertools
import json
import secrets
import time

import websockets

from .harness.process import patience

# A little less than the server serves, so that no move is lost to its limit.
BURST, PER_SECOND = 50, 18


class Refusal(Exception):
    """The server answered a move with an error; `code` says which."""

    def __init__(self, reply):
        super().__init__("%s: %s" % (reply["code"], reply.get("message")))
        self.code, self.reply = reply["code"], reply


class Bot:
    """A client on a socket: applies patches, answers signs of life,
    makes moves and waits for their answers.
    """

    def __init__(self, socket):
        self.socket, self.version, self.table, self.seat = socket, 0, None, None
        self.log, self.messages = [], []
        # Another tab of this seat must not use the same ids, or its moves look like repeats.
        self._ids, self._answers = map((secrets.token_hex(4) + "-%d").__mod__, itertools.count(1)), {}
        self._changed, self._over = asyncio.Condition(), False
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
        """Wait until condition(self) holds, which may ask nothing of other bots: what they hear wakes nobody
        here.

        Fails with the table as it stands. Raises ConnectionError where the socket closes meanwhile.
        """
        def met():
            return self.table and condition(self)
        async with self._changed:
            try:
                await asyncio.wait_for(self._changed.wait_for(lambda: met() or self._over), patience(seconds))
            except asyncio.TimeoutError:
                raise AssertionError("waited in vain; the table: %s" % json.dumps(self.table)[:2000])
            if not met():
                raise ConnectionError("closed %s" % self.socket.close_code)
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
            self._answers.pop(move_id).cancel()
            raise ConnectionError("closed") from closed
        reply = await asyncio.wait_for(answer, patience(15))
        if reply["type"] == "error":
            raise Refusal(reply)
        await self.until(lambda bot: bot.version >= reply.get("version", 0))  # between processes the patch may come later
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
        await asyncio.wait_for(asyncio.shield(self._reader), patience(seconds))
        errors = [message["code"] for message in self.messages if message["type"] == "error"]
        return self.socket.close_code, errors[-1] if errors else None

    async def hear(self, text, seconds=10):
        """Send a raw frame and return the next `error` or `pong` (the frame has no id that we wait for).

        Raises ConnectionError where there is none any more.
        """
        heard = len(self.messages)

        def answer():
            return next((message for message in self.messages[heard:]
                         if message["type"] in ("error", "pong")), None)
        try:
            await self.socket.send(text)
        except websockets.ConnectionClosed as closed:
            raise ConnectionError("closed") from closed
        async with self._changed:
            await asyncio.wait_for(self._changed.wait_for(lambda: answer() or self._over), patience(seconds))
        if not answer():
            raise ConnectionError("closed %s" % self.socket.close_code)
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
        async with self._changed:
            self._over = True
            self._changed.notify_all()
        for answer in self._answers.values():
            if not answer.done():
                answer.set_exception(ConnectionError("closed %s" % self.socket.close_code))
                answer.exception()  # looked at: whoever waits for it may be gone

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
