"""Durable moves per second, CPU per move and latency of 100 rooms of 6, beside a bare ASGI fan-out on the
same server.

    .venv/bin/python -m bench.moves [--rooms 100] [--players 6] [--seconds 10] [--writer thread]

Each room plays real games as fast as its answers come (that is the most the server can do), then at half that
speed for the latency from a move to the last player's receipt. CPU is the server process's own, from the
system.
"""
import argparse
import asyncio
import statistics
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from bench.measuring import measure
from bench.rooms import BareRoom, GameRoom
from tests.outside.harness.process import free_port, port_is_open, wait_until
from tests.outside.harness.server import Server
from tests.outside.visitors import Visitor

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
