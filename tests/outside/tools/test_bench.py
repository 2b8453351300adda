"""The benchmark of moves: its clients stay, and a room that fails ends it and says why."""
import asyncio
import json

import pytest

from bench.client import Client as LightClient
from bench.measuring import _sleep
from bench.rooms import GameRoom, Load
from tests.outside.scenarios import in_a_thread

OK, BUSY = {"type": "ok", "id": "m1", "version": 1}, {"type": "error", "id": "m1", "code": "busy"}


class Client:
    """A socket on which a move is answered at once, and perhaps told to everybody."""

    def __init__(self, *answers):
        self.answers, self.room = answers, None

    def send(self, text):
        for answer in self.answers:
            asyncio.get_running_loop().call_soon(self.room.hear, 0, json.dumps(answer).encode())


async def a_move(*answers):
    client = Client(*answers)
    client.room = room = GameRoom("KX7PQ", [client], Load())
    room.table, room.seats = {}, {"1": (0, {})}
    playing = asyncio.ensure_future(room.move("1", "start_game"))
    await _sleep(20, [playing])
    return room.load.moves


class Transport:
    """Keeps what was written."""

    def __init__(self):
        self.written = b""

    def write(self, data):
        self.written += data


async def a_ping(payload):
    client = LightClient("ws://127.0.0.1/ws/", "", None)
    client.transport = Transport()
    client.open.set_result(None)
    client.data_received(bytes([0x89, len(payload)]) + payload)
    return client.transport.written


def test_a_ping_is_answered_with_its_own_words():
    assert in_a_thread(lambda: a_ping(b"tea"), 20) == bytes([0x8A, 0x80 | 3]) + bytes(4) + b"tea"


def test_a_move_counts_when_everybody_has_heard_of_it():
    assert in_a_thread(lambda: a_move(OK, {"type": "patch", "version": 1, "table": {}}), 20) == 1


def test_a_move_that_is_refused_ends_the_run_with_the_reason():
    with pytest.raises(RuntimeError, match="start_game was refused: .*busy"):
        in_a_thread(lambda: a_move(BUSY), 20)
