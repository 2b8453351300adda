"""Sending over a connection that tells when too much is unread."""
import asyncio

from live.current import socket as socket_module
from live.current.frames import Frame
from live.current.socket import BACKLOG_BYTES
from tests.live.current.sockets.servers import Daphne, loop


@loop
async def test_under_pressure_frames_wait_for_the_client():
    daphne = Daphne()
    socket = daphne.socket()
    daphne.transport.producer.pauseProducing()
    socket.text("one")
    socket.text("two")
    await asyncio.sleep(0)
    assert daphne.sent == []
    daphne.transport.producer.resumeProducing()
    await asyncio.sleep(0.001)
    assert daphne.sent == ["one", "two"]


@loop
async def test_under_pressure_the_backlog_is_bounded_too():
    daphne = Daphne()
    socket = daphne.socket()
    daphne.transport.producer.pauseProducing()
    for _ in range(20):
        socket.text("x" * (BACKLOG_BYTES // 8))
    assert socket.closed
    daphne.transport.producer.resumeProducing()
    await asyncio.sleep(0.001)
    assert daphne.sent == ["too slow", 4408]


@loop
async def test_under_pressure_what_may_be_lost_is_lost():
    daphne = Daphne()
    socket = daphne.socket()
    daphne.transport.producer.pauseProducing()
    for _ in range(20):
        socket.offer(Frame("x" * (BACKLOG_BYTES // 8)))
    assert not socket.closed
    daphne.transport.producer.resumeProducing()
    socket.offer(Frame("hey"))
    await asyncio.sleep(0.001)
    assert daphne.sent == ["hey"]


def test_whoever_never_reads_the_reason_is_cut_off_all_the_same(monkeypatch):
    monkeypatch.setattr(socket_module, "CLOSE_SECONDS", 0.01)

    async def within():
        daphne = Daphne()
        socket = daphne.socket()
        daphne.transport.producer.pauseProducing()
        socket.text("x" * (BACKLOG_BYTES + 1))
        assert not daphne.transport.aborted
        await asyncio.sleep(0.03)
        assert daphne.transport.aborted and daphne.sent == []
    asyncio.run(within())


@loop
async def test_an_abandoned_socket_lets_go_of_the_transport():
    daphne = Daphne()
    socket = daphne.socket()
    assert daphne.transport.producer is not None
    socket.abandon()
    assert daphne.transport.producer is None


@loop
async def test_a_lost_connection_lets_go_of_whoever_waits():
    daphne = Daphne()
    socket = daphne.socket()
    producer = daphne.transport.producer
    producer.pauseProducing()
    socket.text("one")
    producer.stopProducing()
    await asyncio.sleep(0.001)
    assert not producer.high and socket._task is None
