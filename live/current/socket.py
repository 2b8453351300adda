"""One WebSocket of the current stack: sending never waits, and never piles up without end. Knows no topic."""
import asyncio
from collections import deque

from autobahn.exception import Disconnected
from django.conf import settings

from live.base import Paces
from live.current.frames import protocol_of

BACKLOG_BYTES = 256 * 1024
# A client that is cut off may still read why, for so long.
CLOSE_SECONDS = 5
# The servers' ways of saying that the client has gone.
GONE = (OSError, Disconnected)


class Socket:
    """The sending half of a socket, around an ASGI `send`.

    A frame that the server takes at once costs no task and no turn of the loop. Where it does not (the client
    reads too slowly), frames wait in a bounded backlog, and a socket that overflows it is closed: on
    reconnect one `welcome` tells it everything.
    """

    __slots__ = ("who", "screen", "language", "closed", "paces", "_send", "_waiting", "_bytes", "_task",
                 "_pressure", "_protocol", "_on_overflow")

    def __init__(self, send, on_overflow, language=""):
        self.who, self.screen, self.language = None, False, language or settings.LANGUAGE_CODE
        self.closed, self.paces = False, Paces()
        self._send, self._on_overflow = send, on_overflow
        self._waiting, self._bytes, self._task = deque(), 0, None
        self._protocol = protocol_of(send)
        self._pressure = Pressure(getattr(self._protocol, "transport", None))

    def text(self, text):
        """Send a text frame, now or as soon as the client has read the ones before."""
        self._push({"type": "websocket.send", "text": text}, len(text))

    def broadcast(self, frame):
        """Send a Frame that others get too."""
        calm = self._task is None and not self._pressure.high
        quick = self._protocol is not None and calm and not self.closed
        if not quick or not frame.send_by(self._protocol):
            self.text(frame.text)

    def offer(self, frame):
        """Send a Frame that may be lost: not to a client that has not read what came before."""
        if self._task is None and not self._pressure.high:
            self.broadcast(frame)

    def close(self, code):
        """Close with this close code; nothing is sent after it."""
        if not self.closed:
            self._push({"type": "websocket.close", "code": code}, 0)
            self.closed = True

    def overflow(self, text, code):
        """Drop what the client did not read, and tell it only why it is cut off."""
        self._waiting.clear()
        self._bytes = 0
        self.text(text)
        self.close(code)
        self._pressure.cut_off_after(CLOSE_SECONDS)

    def abandon(self):
        """The connection is gone: forget what was not sent."""
        self.closed = True
        self._waiting.clear()
        if self._task:
            self._task.cancel()
        self._pressure.release()

    def _push(self, message, size):
        if self.closed:
            return
        if self._task is None and not self._pressure.high:
            try:
                unfinished = _start(self._send(message))
            except GONE:
                self.closed = True
                return
            if unfinished is None:
                return
            self._task = asyncio.ensure_future(self._drain(unfinished))
            return
        self._waiting.append(message)
        self._bytes += size
        if self._bytes > BACKLOG_BYTES:
            self._on_overflow(self)
        elif self._task is None:
            self._task = asyncio.ensure_future(self._drain(None))

    async def _drain(self, unfinished):
        try:
            if unfinished is not None:
                await unfinished
            while self._waiting:
                await self._pressure.low()
                message = self._waiting.popleft()
                self._bytes -= len(message.get("text", ""))
                await self._send(message)
        except GONE:
            self.closed = True
        finally:
            self._task = None


class Pressure:
    """Tells when daphne's transport holds more than the client reads: daphne itself would buffer without end.

    Servers whose `send` waits by itself (uvicorn, hypercorn) need none of this; for them it is always low.
    """

    def __init__(self, transport):
        self._transport = transport
        self._low = asyncio.Event()
        self._low.set()
        if transport is not None:
            transport.unregisterProducer()  # daphne's HTTP channel, whose part ended with the handshake
            transport.registerProducer(self, True)

    @property
    def high(self):
        return not self._low.is_set()

    async def low(self):
        await self._low.wait()

    def cut_off_after(self, seconds):
        """End the connection, whether or not the client has read what is on its way."""
        if self._transport is not None:
            asyncio.get_running_loop().call_later(seconds, self._transport.abortConnection)

    def release(self):
        """Let go of the transport, and of whoever waits for it."""
        transport, self._transport = self._transport, None
        if transport is not None:
            transport.unregisterProducer()
        self._low.set()

    def pauseProducing(self):
        """Called by Twisted when more than 64 KB wait to be read."""
        self._low.clear()

    def resumeProducing(self):
        """Called by Twisted when all of it has been read."""
        self._low.set()

    def stopProducing(self):
        """Called by Twisted when the connection is lost."""
        self._transport = None
        self._low.set()


def _start(coroutine):
    """Run a coroutine until it first has to wait.

    Returns None if it never does, else the rest as an awaitable.
    """
    try:
        waited_for = coroutine.send(None)
    except StopIteration:
        return None
    return _Rest(coroutine, waited_for)


class _Rest:
    """The part of a started coroutine that is still to run."""

    def __init__(self, coroutine, waited_for):
        self.coroutine, self.waited_for = coroutine, waited_for

    def __await__(self):
        value = yield self.waited_for
        while True:
            try:
                value = yield self.coroutine.send(value)
            except StopIteration as result:
                return result.value
