"""Rooms that play over sockets as fast as their answers come, with a game and without one."""
import asyncio
import json
import random
import time

import orjson

from tests.outside.bots import merged

ANSWER_SECONDS = 60
PATCH, OK = ord("p"), ord("o")


class Load:
    """What all rooms of a run share: the pace, and what was measured."""

    def __init__(self):
        self.moves, self.latencies, self.pause, self.stopped = 0, [], 0.0, False
        self.frames, self.bytes = 0, 0

    def count(self, data):
        self.frames += 1
        self.bytes += len(data)


class GameRoom:
    """One room with its players on sockets; plays round after round."""

    def __init__(self, code, clients, load):
        self.code, self.clients, self.load = code, clients, load
        self.table, self.seats, self.version, self.seen = None, {}, 0, {}
        self.answer, self.everybody, self.ids = None, None, 0

    def hear(self, player, data):
        self.load.count(data)
        message = orjson.loads(data)
        kind = message["type"]
        if kind == "welcome":
            self.table, self.version = message["table"], message["version"]
            self.seats[message["seat"]["player"]] = (player, message["seat"])
        elif kind == "patch":
            if message["version"] > self.version:
                self.version, self.table = message["version"], merged(self.table, message["table"])
            self.seen[message["version"]] = self.seen.get(message["version"], 0) + 1
            if self.seen[message["version"]] == len(self.clients):
                del self.seen[message["version"]]
                if self.everybody is not None and not self.everybody.done():
                    self.everybody.set_result(time.perf_counter())
        elif kind == "seat":
            self.seats[message["seat"]["player"]] = (player, message["seat"])
        elif kind in ("ok", "error"):
            self.answer.set_result(message)

    async def move(self, number, name, **args):
        if self.load.pause:
            await asyncio.sleep(random.expovariate(1 / self.load.pause))
        loop = asyncio.get_running_loop()
        self.answer, self.everybody = loop.create_future(), loop.create_future()
        self.ids += 1
        began = time.perf_counter()
        self.clients[self.seats[number][0]].send(
            json.dumps({"id": "m%d" % self.ids, "move": name, "args": args}))
        answer = await asyncio.wait_for(self.answer, ANSWER_SECONDS)
        if answer["type"] == "error":
            raise RuntimeError("%s was refused: %s" % (name, answer))
        self.load.latencies.append((await asyncio.wait_for(self.everybody, ANSWER_SECONDS)) - began)
        self.load.moves += 1

    async def run(self):
        await self.move("1", "change_settings", settings={"score_limit": 0})
        await self.move("1", "start_game")
        while not self.load.stopped:
            judge, pick = self.table["judge"], self.table["black_card"]["pick"]
            for number, (_, seat) in sorted(self.seats.items()):
                if number != judge:
                    await self.move(number, "play_cards", cards=[card["id"] for card in seat["hand"][:pick]])
            for play in sorted(self.table["plays"]):
                await self.move(judge, "reveal_play", play=play)
            await self.move(judge, "pick_winner", play="0")
            await self.move(judge, "next_round")


class BareRoom:
    """The same traffic without a game: each move reaches everybody, and its sender once more."""

    def __init__(self, code, clients, load):
        self.clients, self.load = clients, load
        self.left, self.everybody = 0, None

    def hear(self, player, data):
        self.load.count(data)
        if data[0] == PATCH:
            self.left -= 1
        elif data[0] == OK:
            self.answered = True
        if self.left == 0 and self.answered and not self.everybody.done():
            self.everybody.set_result(time.perf_counter())

    async def run(self):
        frame = json.dumps({"id": "m100", "move": "play_cards", "args": {"cards": [100, 200]}})
        while not self.load.stopped:
            if self.load.pause:
                await asyncio.sleep(random.expovariate(1 / self.load.pause))
            self.everybody = asyncio.get_running_loop().create_future()
            self.left, self.answered = len(self.clients), False
            began = time.perf_counter()
            random.choice(self.clients).send(frame)
            self.load.latencies.append((await self.everybody) - began)
            self.load.moves += 1
