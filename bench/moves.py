"""Durable moves per second, CPU per move and latency of 100 rooms of 6, beside a bare ASGI fan-out on the
same server.

    .venv/bin/python -m bench.moves [--rooms 100] [--players 6] [--seconds 10] [--writer thread]

Each room plays real games as fast as its answers come (that is the most the server can do), then at half that
speed for the latency from a move to the last player's receipt. CPU is the server process's own, from the
system.
"""
import argparse
import asyncio
import json
import os
import random
import statistics
import subprocess
import sys
import tempfile
import time
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import orjson

from bench.client import connect
from tests.outside.bots import merged
from tests.outside.harness.process import free_port, port_is_open, wait_until
from tests.outside.harness.server import Server
from tests.outside.visitors import Visitor

ANSWER_SECONDS = 60
PATCH, OK = ord("p"), ord("o")
ROOT = Path(__file__).resolve().parent.parent


# `serve`, but each commit waits in the writing thread, as on PostgreSQL.
WRITER_THREAD = """
import os
import django
django.setup()
from django.core.management import call_command
from live.current.database import Database
Database.inline = property(lambda self: False, lambda self, value: None)
call_command("serve", host="127.0.0.1", port=int(os.environ["PORT"]), quiet=True)
"""


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


async def measure(kind, site, seats, pid, seconds):
    """Play at full speed, then at half of it. Returns the figures."""
    load, rooms = Load(), []
    for code, cookies in seats:
        clients = []
        room = kind(code, clients, load)
        for player, cookie in enumerate(cookies):
            clients.append(await connect("%s/ws/rooms/%s/" % (site, code), cookie,
                                         lambda data, room=room, player=player: room.hear(player, data)))
        rooms.append(room)
    await asyncio.sleep(1)
    tasks = [asyncio.create_task(room.run()) for room in rooms]
    await _sleep(2, tasks)
    full = await _window(load, pid, seconds, tasks)
    load.pause = 2 * len(rooms) / full["per_second"]
    await _sleep(1, tasks)
    half = await _window(load, pid, seconds, tasks)
    load.stopped = True
    await asyncio.gather(*tasks)
    return dict(full, p50=half["p50"], p99=half["p99"], half_per_second=half["per_second"])


async def _sleep(seconds, tasks):
    """Sleep while the rooms play. Raises what ends one of them."""
    for task in (await asyncio.wait(tasks, timeout=seconds, return_when=asyncio.FIRST_EXCEPTION))[0]:
        task.result()


async def _window(load, pid, seconds, tasks):
    load.moves, load.latencies, load.frames, load.bytes = 0, [], 0, 0
    cpu, began = cpu_seconds(pid), time.perf_counter()
    await _sleep(seconds, tasks)
    moves, spent, passed = load.moves, cpu_seconds(pid) - cpu, time.perf_counter() - began
    cuts = statistics.quantiles(load.latencies, n=100)
    return {"frames": load.frames / moves, "bytes": load.bytes / moves, "per_second": moves / passed,
            "cpu_ms": 1000 * spent / moves, "p50": 1000 * cuts[49], "p99": 1000 * cuts[98]}


def cpu_seconds(pid):
    """User and system time of a process and its threads."""
    fields = Path("/proc/%d/stat" % pid).read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / os.sysconf("SC_CLK_TCK")


def open_rooms(site, rooms, players):
    """[(code, [cookies of each player])], made through the pages like anybody's."""
    def one(_):
        visitors = [Visitor(site) for _ in range(players)]
        code = visitors[0].open_room("Player 1")
        for number, visitor in enumerate(visitors[1:], 2):
            visitor.take_seat(code, "Player %d" % number)
        return code, [visitor.cookies() for visitor in visitors]
    with ThreadPoolExecutor(4) as pool:
        return list(pool.map(one, range(rooms)))


def game_server(folder, writer):
    """A Server that stores moves as `writer` says: "loop" or "thread"."""
    server = Server(folder, {"DJANGO_SETTINGS_MODULE": "cards_project.settings"})
    if writer == "thread":
        server.commands = lambda: {"serve": [sys.executable, "-c", WRITER_THREAD]}
    return server


def start_bare(port):
    process = subprocess.Popen([sys.executable, "-m", "daphne", "-v", "0", "-b", "127.0.0.1", "-p", str(port),
                                "bench.bare:application"], cwd=ROOT, stderr=subprocess.DEVNULL)
    wait_until(lambda: port_is_open(port), why="the bare server did not start")
    return process


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rooms", type=int, default=100)
    parser.add_argument("--players", type=int, default=6)
    parser.add_argument("--seconds", type=float, default=8)
    parser.add_argument("--repeat", type=int, default=3, help="alternating runs of both; medians are shown")
    parser.add_argument("--writer", choices=["loop", "thread"], default="loop",
                        help="whether moves are stored in the event loop, as they are, or always by a thread")
    options = parser.parse_args()
    if options.rooms < 50:
        parser.error("with fewer than 50 rooms a socket would run into its limit of 20 moves a second")
    runs = {"bare fan-out": [], "game": []}
    port = free_port()
    bare_process = start_bare(port)
    bare_rooms = [("room%d" % n, [""] * options.players) for n in range(options.rooms)]
    with tempfile.TemporaryDirectory() as folder:
        server = game_server(Path(folder), options.writer).prepare().start()
        try:
            for _ in range(options.repeat):
                runs["bare fan-out"].append(asyncio.run(measure(
                    BareRoom, "http://127.0.0.1:%d" % port, bare_rooms, bare_process.pid, options.seconds)))
                seats = open_rooms(server.url, options.rooms, options.players)
                runs["game"].append(asyncio.run(measure(
                    GameRoom, server.url, seats, server.processes["serve"].pid, options.seconds)))
        finally:
            server.stop()
            bare_process.terminate()
    bare, game = [{figure: statistics.median(run[figure] for run in runs[name]) for figure in runs[name][0]}
                  for name in ("bare fan-out", "game")]
    print("%d rooms of %d, daphne, one process, SQLite, writer: %s" % (options.rooms, options.players,
                                                                       options.writer))
    print("%-14s %10s %12s %24s %14s %12s" % (
        "", "moves/s", "CPU ms/move", "p50/p99 ms at half load", "frames/move", "bytes/move"))
    for name, row in (("bare fan-out", bare), ("game", game)):
        print("%-14s %10.0f %12.3f %24s %14.1f %12.0f" % (
            name, row["per_second"], row["cpu_ms"], "%.1f / %.1f" % (row["p50"], row["p99"]), row["frames"],
            row["bytes"]))
    print("The game costs %.2f times the CPU of the bare fan-out." % (game["cpu_ms"] / bare["cpu_ms"]))


if __name__ == "__main__":
    main()
