"""Answers that are sent piece by piece."""
import asyncio

from django.test import RequestFactory

from live import streamed
from live.current.streaming import pieces


def test_each_piece_is_made_when_it_is_wanted():
    made = []

    def make():
        for number in range(3):
            made.append(number)
            yield b"%d" % number

    async def first_two():
        found = []
        async for piece in pieces(make()):
            found.append(piece)
            if len(found) == 2:
                return found
    assert asyncio.run(first_two()) == [b"0", b"1"] and made == [0, 1]


def test_servers_without_asgi_get_the_iterator_itself():
    made = iter([b"a"])
    assert streamed(RequestFactory().get("/"), made) is made
