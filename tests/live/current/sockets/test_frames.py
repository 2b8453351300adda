"""Frames for many: made once, and sent in their turn."""
import asyncio

from live.current.frames import Frame
from tests.live.current.sockets.servers import Daphne, Server, loop


@loop
async def test_a_frame_for_many_is_made_once():
    daphne, other, frame = Daphne(), Server(), Frame("news \u0105")
    for socket in (daphne.socket(), daphne.socket(), other.socket):
        socket.broadcast(frame)
    assert daphne.sent == ["news \u0105"] * 2 and daphne.framed == 1
    assert other.sent == ["news \u0105"]


@loop
async def test_a_frame_for_many_waits_its_turn():
    daphne = Daphne()
    socket = daphne.socket()
    daphne.transport.producer.pauseProducing()
    socket.text("one")
    socket.broadcast(Frame("two"))
    daphne.transport.producer.resumeProducing()
    await asyncio.sleep(0.001)
    assert daphne.sent == ["one", "two"] and daphne.framed == 0


@loop
async def test_a_frame_for_many_does_not_reach_the_closed():
    daphne = Daphne()
    closed, ending = daphne.socket(), Daphne()
    closed.close(4410)
    closed.broadcast(Frame("news"))
    assert daphne.sent == [4410]
    ending.state = None
    assert not Frame("news").send_by(ending) and ending.sent == []
