"""Servers that a socket sends through: one that waits when it is told to, and one like daphne."""
import asyncio
import functools

from live.current.socket import Socket


def loop(test):
    """Decorates `async def test()` into a test with a loop of its own."""
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
