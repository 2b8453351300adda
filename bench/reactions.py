"""What faces cost: rooms in which everybody sends as many as a socket may.

    .venv/bin/python -m bench.reactions [--players 20 100] [--seconds 10]

For each size it prints the faces that were taken a second, the CPU ms of the server for each (without what
the open sockets cost while nobody does anything), and the messages and KB that each phone hears a second.
Every face must be told, and nothing may be stored.
"""
import argparse
import asyncio
import json
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import orjson

from bench.client import connect
from bench.measuring import cpu_seconds
from tests.outside.harness.server import Server
from tests.outside.visitors import Visitor

A_SECOND = 3
FACES = ("joy", "love", "wow", "wicked", "cringe", "tears")


class Phone:
    """One player's socket: what it has heard, in numbers."""

    def __init__(self):
        self.messages = self.bytes = self.faces = self.taken = self.refused = self.version = 0

    def hear(self, data):
        message = orjson.loads(data)
        self.messages += message["type"] == "reactions"
        self.bytes += len(data) * (message["type"] == "reactions")
        self.faces += sum(one["count"] for one in message.get("reactions", ()))
        self.taken += message["type"] == "ok"
        self.refused += message["type"] == "error"
        self.version = message.get("version", self.version)

    async def react(self, number, seconds):
        """Show a face three times a second, each at a moment of its own."""
        await asyncio.sleep(number % 20 / 20 / A_SECOND)
        for place in range(int(seconds * A_SECOND)):
            self.client.send(json.dumps({"id": "r%d" % place, "move": "react",
                                         "args": {"face": FACES[(number + place) % len(FACES)]}}))
            await asyncio.sleep(1.02 / A_SECOND)


def take_seats(site, players):
    """(room code, cookies of everybody), through the pages like anybody's."""
    host = Visitor(site)
    code = host.open_room("Player 1")

    def sit_down(number):
        visitor = Visitor(site)
        visitor.take_seat(code, "Player %d" % number)
        return visitor.cookies()
    with ThreadPoolExecutor(4) as pool:
        return code, [host.cookies()] + list(pool.map(sit_down, range(2, players + 1)))


async def measure(site, pid, players, seconds):
    """One row of figures for so many players."""
    code, cookies = await asyncio.to_thread(take_seats, site, players)
    phones = [Phone() for _ in cookies]
    for phone, cookie in zip(phones, cookies):
        phone.client = await connect("%s/ws/rooms/%s/" % (site, code), cookie, phone.hear)
    await asyncio.sleep(2)
    for phone in phones:
        phone.messages = phone.bytes = phone.faces = phone.taken = 0
    idle = -cpu_seconds(pid)
    await asyncio.sleep(seconds + 1)
    idle += cpu_seconds(pid)
    cpu, version = cpu_seconds(pid), max(phone.version for phone in phones)
    await asyncio.gather(*[phone.react(number, seconds) for number, phone in enumerate(phones)])
    await asyncio.sleep(1)
    spent, taken = cpu_seconds(pid) - cpu - idle, sum(phone.taken for phone in phones)
    assert {phone.faces for phone in phones} == {taken}, (taken, {phone.faces for phone in phones})
    assert max(phone.version for phone in phones) == version, "something was stored"
    for phone in phones:
        phone.client.transport.close()
    return {"players": players, "taken": taken / seconds, "each": 1000 * spent / taken,
            "messages": phones[0].messages / seconds, "received": phones[0].bytes / seconds / 1024,
            "refused": sum(phone.refused for phone in phones)}


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--players", type=int, nargs="+", default=[20, 100])
    parser.add_argument("--seconds", type=float, default=10)
    options = parser.parse_args()
    print("%8s %10s %10s %16s %14s %12s" % ("players", "faces/s", "CPU ms", "messages/s each", "KB/s each",
                                            "refused"))
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder), {"DJANGO_SETTINGS_MODULE": "cards_project.settings",
                                       "SEATS_PER_ROOM": "%d" % (max(options.players) + 1)}).prepare()
        server.start()
        try:
            pid = server.processes["serve"].pid
            for players in options.players:
                row = asyncio.run(measure(server.url, pid, players, options.seconds))
                print("%(players)8d %(taken)10.0f %(each)10.2f %(messages)16.1f %(received)14.1f "
                      "%(refused)12d" % row, flush=True)
        finally:
            server.stop()


if __name__ == "__main__":
    main()
