"""daphne 1 with limits for its sockets, and the workers as threads beside it."""
from __future__ import unicode_literals

import logging

from daphne.server import Server, build_endpoint_description_strings
from daphne.ws_protocol import WebSocketProtocol
from twisted.internet import reactor
from twisted.internet.defer import inlineCallbacks, succeed
from twisted.internet.task import deferLater
from twisted.internet.threads import deferToThread

from live.base import SERVER_FRAME_BYTES, routes
from live.classic.layer import MemoryLayer
from live.classic.worker import Workers
from live.processes import processes
from live.shutdown import close_for_restart

logger = logging.getLogger("live")
LOOK_SECONDS = 0.05
UNREAD_BYTES = 256 * 1024
# Moves must keep their order, so one thread serves the sockets; pages may wait for the database side by side,
# and tasks for a mail server.
WORKERS = [["http.*"]] * 3 + [["websocket.*"]]
TASKS_AT_ONCE = 4


class BoundedProtocol(WebSocketProtocol):
    """Cuts off a client that does not read, before what it left unread costs much."""

    unread = None

    def onOpen(self):
        super(BoundedProtocol, self).onOpen()
        self.transport.unregisterProducer()
        self.transport.registerProducer(self, True)

    def onClose(self, *args):
        self.transport.unregisterProducer()
        super(BoundedProtocol, self).onClose(*args)

    def serverSend(self, content, binary=False):
        if self.unread is not None:
            self.unread += len(content)
            if self.unread > UNREAD_BYTES:
                self.transport.abortConnection()
                return
        super(BoundedProtocol, self).serverSend(content, binary)

    def pauseProducing(self):
        """Called by Twisted at each write while more than 64 KB wait to be read."""
        if self.unread is None:
            self.unread = 0

    def resumeProducing(self):
        """Called by Twisted when all of it has been read."""
        self.unread = None

    def stopProducing(self):
        """Called by Twisted when the connection is lost."""


def run(application, host, port):
    """Serve until a signal stops it."""
    Server(application, endpoints=build_endpoint_description_strings(host=host, port=port), verbosity=0).run()


class Life(object):
    """What daphne's begin and end mean here; see live.daphne_hooks.

    The workers run in this process too unless the layer reaches other processes (Redis).
    """

    def __init__(self, layer):
        self._factories, self._serving, self._tasks = [], None, None
        if isinstance(layer, MemoryLayer):
            self._serving = Workers(WORKERS, ticking=False)
            self._tasks = Workers([list(routes().TASKS)] * TASKS_AT_ONCE, ticking=True)

    def begin(self, factories):
        """daphne's reactor is about to run."""
        self._factories = factories
        for factory in factories:
            sockets = factory.ws_factory
            sockets.protocol = BoundedProtocol
            sockets.setProtocolOptions(maxMessagePayloadSize=SERVER_FRAME_BYTES,
                                       maxFramePayloadSize=SERVER_FRAME_BYTES)
            processes.begin(factory.send_channel)  # sockets' reply channels begin with it
        if self._serving is not None:
            self._serving.start()
            self._tasks.start()

    @inlineCallbacks
    def end(self, seconds):
        """Close the sockets; the Deferred fires when pages are answered and tasks done,
        or after so many seconds.
        """
        tasks = deferToThread(self._tasks.stop) if self._tasks is not None else succeed(None)
        end = reactor.seconds() + seconds
        for protocol in self._connected():
            if isinstance(protocol, WebSocketProtocol):
                close_for_restart(protocol)
        while self._running() and reactor.seconds() < end:
            yield deferLater(reactor, LOOK_SECONDS, lambda: None)
        if self._running():
            logger.warning("%d requests were cut off: they took longer than %d seconds.", self._running(),
                           seconds)
        closed = not any(isinstance(protocol, WebSocketProtocol) for protocol in self._connected())
        yield deferToThread(processes.end, closed)  # of each closed socket the workers hear
        yield tasks
        if self._serving is not None:
            yield deferToThread(self._serving.take_no_more)

    def _connected(self):
        return [protocol for factory in self._factories
                for protocol in list(factory.reply_protocols.values())]

    def _running(self):
        # A request has a start when all of it has arrived.
        return sum(isinstance(protocol, WebSocketProtocol) or hasattr(protocol, "request_start")
                   for protocol in self._connected())
