"""The benchmark of moves: a room that fails ends it, and says why."""
import asyncio
import json

import pytest

from bench.moves import GameRoom, Load, _sleep

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


def test_a_move_counts_when_everybody_has_heard_of_it():
    assert asyncio.run(a_move(OK, {"type": "patch", "version": 1, "table": {}})) == 1


def test_a_move_that_is_refused_ends_the_run_with_the_reason():
    with pytest.raises(RuntimeError, match="start_game was refused: .*busy"):
        asyncio.run(a_move(BUSY))
