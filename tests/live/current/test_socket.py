"""Sending to one socket: at once where the server takes it, bounded where the client does not read."""
import asyncio
import functools

from autobahn.exception import Disconnected

from live.current import socket as socket_module
from live.current.frames import Frame
from live.current.socket import BACKLOG_BYTES, Socket


def loop(test):
    def run():
        asyncio.run(test())
    run.__name__ = test.__name__
    return run


class Server:
    """An ASGI `send` that takes everything, until `stop` makes it wait for `go`."""

    def __init__(self):
        self.sent, self.overflows, self.failure = [], 0, None
        self.free = asyncio.Event()
        self.free.set()
        self.socket = Socket(self.send, self.overflow)

    async def send(self, message):
        if self.failure:
            raise self.failure
        await self._wait() if not self.free.is_set() else None
        self.sent.append(message.get("text", message.get("code")))

    async def _wait(self):
        await self.free.wait()

    def stop(self):
        self.free.clear()

    async def go(self):
        self.free.set()
        for _ in range(10):
            await asyncio.sleep(0)

    def overflow(self, socket):
        self.overflows += 1
        socket.overflow("too slow", 4408)


@loop
async def test_what_the_server_takes_at_once_is_sent_at_once():
    server = Server()
    server.socket.text("one")
    server.socket.text("two")
    assert server.sent == ["one", "two"]


@loop
async def test_what_it_does_not_take_waits_in_order():
    server = Server()
    server.stop()
    for word in ("one", "two", "three"):
        server.socket.text(word)
    assert server.sent == []
    await server.go()
    assert server.sent == ["one", "two", "three"]


@loop
async def test_after_a_wait_it_sends_at_once_again():
    server = Server()
    server.stop()
    server.socket.text("one")
    await server.go()
    server.socket.text("two")
    assert server.sent == ["one", "two"]


@loop
async def test_a_goodbye_is_the_last_word():
    server = Server()
    server.socket.text("one")
    server.socket.close(4410)
    server.socket.text("two")
    server.socket.close(4410)
    assert server.sent == ["one", 4410] and server.socket.closed


@loop
async def test_a_goodbye_waits_its_turn():
    server = Server()
    server.stop()
    server.socket.text("one")
    server.socket.close(4410)
    await server.go()
    assert server.sent == ["one", 4410]


@loop
async def test_whoever_does_not_read_is_cut_off_with_the_reason():
    server = Server()
    server.stop()
    for _ in range(9):
        server.socket.text("x" * (BACKLOG_BYTES // 8))
    assert server.overflows == 0
    server.socket.text("x")
    assert server.overflows == 1 and server.socket.closed
    await server.go()
    assert [len(sent) for sent in server.sent[:1]] == [BACKLOG_BYTES // 8]
    assert server.sent[1:] == ["too slow", 4408]


@loop
async def test_a_backlog_that_is_read_frees_its_bytes():
    server = Server()
    for _ in range(5):
        server.stop()
        for _ in range(8):
            server.socket.text("x" * (BACKLOG_BYTES // 8))
        await server.go()
    assert server.overflows == 0 and len(server.sent) == 40


@loop
async def test_a_client_that_has_gone_is_no_error():
    for failure in (Disconnected("closed"), OSError("reset")):
        server = Server()
        server.failure = failure
        server.socket.text("one")
        assert server.socket.closed


@loop
async def test_a_client_that_goes_while_frames_wait_is_no_error():
    server = Server()
    server.stop()
    server.socket.text("one")
    server.socket.text("two")
    server.failure = Disconnected("closed")
    await server.go()
    assert server.socket.closed and server.sent == ["one"]


@loop
async def test_an_abandoned_socket_forgets_what_waits():
    server = Server()
    server.stop()
    server.socket.text("one")
    server.socket.text("two")
    server.socket.abandon()
    await server.go()
    assert server.sent == []
    server.socket.text("three")
    assert server.sent == []


class Transport:
    """A connection of Twisted, as far as back-pressure goes."""

    def __init__(self):
        self.producer, self.aborted = None, False

    def registerProducer(self, producer, streaming):
        self.producer = producer

    def unregisterProducer(self):
        self.producer = None

    def abortConnection(self):
        self.aborted = True


class Daphne:
    """A server whose `send` never waits, over a transport that tells when too much is unread."""

    STATE_OPEN = 3

    def __init__(self):
        self.sent, self.transport, self.state, self.factory, self.framed = [], Transport(), self.STATE_OPEN, self, 0

    def prepareMessage(self, payload, isBinary, doNotCompress):
        self.framed += 1
        return payload

    def sendPreparedMessage(self, prepared):
        self.sent.append(prepared.decode("utf-8"))

    def socket(self):
        return Socket(functools.partial(Daphne.send, self), lambda socket: socket.overflow("too slow", 4408))

    async def send(self, message):
        self.sent.append(message.get("text", message.get("code")))


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
