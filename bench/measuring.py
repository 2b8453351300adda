"""Measures rooms at full speed and at half of it: moves, CPU of the server, latency, frames and bytes."""
import asyncio
import os
import statistics
import time
from pathlib import Path

from bench.client import connect
from bench.rooms import Load


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
