"""What a crowd costs: rooms of more and more players play rounds of heats and finals over sockets.

    .venv/bin/python -m bench.crowd [--players 250 500 1000] [--rounds 3] [--seconds 20]

All answer, vote in their heat and vote in the final, each spread over so many seconds. For each size it
prints the CPU seconds of the server for a round and for each player of it, what a player receives in a round,
and the biggest first document and patch. A round's cost is linear in its players where the CPU for each stays
the same.
"""
import argparse
import asyncio
import json
import random
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import orjson

from bench.client import connect
from bench.measuring import cpu_seconds
from tests.outside.bots import merged
from tests.outside.harness.server import Server
from tests.outside.visitors import Visitor

HAND = 3
SETTINGS = {"hand_size": HAND, "score_limit": 0, "timing": "off", "big_crowd": 8}
PHASE_SECONDS = 600


class Crowd:
    """One room: its table, the seat of every player, and what was measured."""

    def __init__(self):
        self.table, self.version, self.seats, self.clients = None, 0, {}, {}
        self.changed, self.errors = asyncio.Event(), []
        self.bytes, self.biggest = 0, {"welcome": 0, "patch": 0, "seat": 0}

    def hear(self, number, data):
        self.bytes += len(data)
        kind = data[9:data.index(b'"', 9)].decode()
        self.biggest[kind] = max(self.biggest.get(kind, 0), len(data))
        if kind == "patch" and number != "1":
            return  # the same bytes for everybody
        message = orjson.loads(data)
        if kind == "welcome":
            self.table, self.version = message["table"], message["version"]
            self.seats[message["seat"]["player"]] = message["seat"]
        elif kind == "patch" and message["version"] > self.version:
            self.version, self.table = message["version"], merged(self.table, message["table"])
            self.changed.set()
        elif kind == "seat":
            self.seats[number] = message["seat"]
            self.changed.set()
        elif kind == "error":
            self.errors.append(message)

    def send(self, number, move, **args):
        frame = {"id": "%s-%d" % (move, self.version), "move": move, "args": args}
        self.clients[number].send(json.dumps(frame))

    async def until(self, holds):
        async with asyncio.timeout(PHASE_SECONDS):
            while not holds(self.table):
                self.changed.clear()
                await self.changed.wait()

    async def everybody(self, seconds, act):
        """Let each player act, spread over so many seconds."""
        numbers = sorted(self.clients, key=lambda number: random.random())
        for number in numbers:
            act(number)
            await asyncio.sleep(seconds / len(numbers))

    async def play_round(self, seconds):
        await self.until(lambda _: all("play_cards" in seat["can"] for seat in self.seats.values()))
        pick = self.table["black_card"]["pick"]
        await self.everybody(seconds, lambda number: self.send(
            number, "play_cards", cards=[card["id"] for card in self.seats[number]["hand"][:pick]]))
        seats = self.seats
        await self.until(lambda table: "heat" in table and all("heat" in seats[number] for number in seats))
        assert all(len(seats[number]["heat"]) <= 6 for number in seats), "somebody reads more than six"
        await self.everybody(seconds, lambda number: self.send(
            number, "vote", play=random.choice(self.seats[number]["heat"])["play"]))
        await self.until(lambda table: table.get("plays"))
        finalists = sorted(self.table["plays"])
        await self.everybody(seconds, lambda number: self.send(number, "vote", play=random.choice(
            [play for play in finalists if play != self.seats[number].get("mine")])))
        await self.until(lambda table: table["phase"] == "round_over")


def deck_for(players, folder):
    """The path of a deck with enough cards for so many hands."""
    path = Path(folder) / "crowd.json"
    path.write_text(json.dumps({
        "name": "Crowd", "rating": "family",
        "black": [{"text": "Question %d: _" % number, "pick": 1} for number in range(40)],
        "white": ["Answer %d" % number for number in range(players * (HAND + 2) + 100)]}))
    return str(path)


def take_seats(site, players):
    """(room code, {player number: cookies}), through the pages like anybody's."""
    host = Visitor(site)
    code = host.open_room("Player 1")

    def sit_down(number):
        visitor = Visitor(site)
        visitor.take_seat(code, "Player %d" % number)
        return visitor
    with ThreadPoolExecutor(4) as pool:
        others = list(pool.map(sit_down, range(2, players + 1)))
    decks = host.get("/rooms/%s/decks.json" % code).json()["decks"]
    deck, = [deck["id"] for deck in decks if deck["name"] == "Crowd"]
    return code, [host.cookies()] + [visitor.cookies() for visitor in others], deck


async def measure(site, pid, players, rounds, seconds):
    """One row of figures for so many players."""
    began = cpu_seconds(pid)
    code, cookies, deck = await asyncio.to_thread(take_seats, site, players)
    crowd = Crowd()
    for place, cookie in enumerate(cookies):
        number = "%d" % (place + 1)
        heard = []
        client = await connect("%s/ws/rooms/%s/" % (site, code), cookie, heard.append)
        while not heard:
            await asyncio.sleep(0.005)
        number = orjson.loads(heard[0])["seat"]["player"]
        crowd.clients[number] = client
        client.on_text = lambda data, number=number: crowd.hear(number, data)
        for data in heard:
            crowd.hear(number, data)
    joined = (cpu_seconds(pid) - began) / players
    crowd.send("1", "change_settings", settings=SETTINGS)
    crowd.send("1", "choose_decks", decks=[deck])
    await crowd.until(lambda table: [one["id"] for one in table["decks"]] == [deck])
    crowd.send("1", "start_game")
    await crowd.until(lambda table: table["phase"] == "playing")
    await asyncio.sleep(2)
    crowd.bytes, cpu = 0, cpu_seconds(pid)
    for _ in range(rounds):
        await crowd.play_round(seconds)
        crowd.send("1", "next_round")
        await crowd.until(lambda table: table["phase"] == "playing")
        await asyncio.sleep(1)
    spent, received = (cpu_seconds(pid) - cpu) / rounds, crowd.bytes / rounds / players
    assert not crowd.errors, crowd.errors[:3]
    for client in crowd.clients.values():
        client.transport.close()
    return {"players": players, "join": 1000 * joined, "round": spent, "each": 1000 * spent / players,
            "received": received / 1024, "welcome": crowd.biggest["welcome"] / 1024,
            "patch": crowd.biggest["patch"] / 1024}


def main():
    parser = argparse.ArgumentParser(description=__doc__,
                                     formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--players", type=int, nargs="+", default=[250, 500, 1000])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=20, help="over which all answer or vote")
    options = parser.parse_args()
    print("%8s %12s %12s %14s %16s %14s %12s" % ("players", "CPU ms join", "CPU s round", "ms a player",
                                                 "KB each a round", "KB welcome", "KB patch"))
    with tempfile.TemporaryDirectory() as folder:
        server = Server(Path(folder), {"DJANGO_SETTINGS_MODULE": "cards_project.settings",
                                       "SEATS_PER_ROOM": "%d" % (max(options.players) + 1)}).prepare()
        server.manage("import_deck", "--yes", deck_for(max(options.players), folder))
        server.start()
        try:
            for players in options.players:
                row = asyncio.run(measure(server.url, server.processes["serve"].pid, players, options.rounds,
                                          options.seconds))
                print("%(players)8d %(join)12.1f %(round)12.2f %(each)14.2f %(received)16.1f %(welcome)14.1f "
                      "%(patch)12.1f" % row, flush=True)
        finally:
            server.stop()


if __name__ == "__main__":
    main()
