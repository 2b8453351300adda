"""daphne 1 with the workers as threads beside it, and limits that its command line does not have."""
from __future__ import unicode_literals

from daphne.server import Server, build_endpoint_description_strings
from daphne.ws_protocol import WebSocketProtocol
from twisted.internet import reactor

from live.base import SERVER_FRAME_BYTES, routes
from live.classic_worker import Workers
from live.memory import MemoryLayer

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


def run(application, host, port, options):
    """Serve until a signal stops it; `options` are more of daphne's.

    The workers run here too unless the layer reaches other processes (Redis).
    """
    workers = None
    if isinstance(application, MemoryLayer):
        workers = Workers(WORKERS + [list(routes().TASKS)] * TASKS_AT_ONCE, ticking=True)
        workers.start()
    server = Server(application, endpoints=build_endpoint_description_strings(host=host, port=port), verbosity=0,
                    **options)
    reactor.callWhenRunning(_set_limits, server)
    server.run()
    if workers is not None:
        workers.stop()


def _set_limits(server):
    sockets = server.factory.ws_factory
    sockets.protocol = BoundedProtocol
    sockets.setProtocolOptions(maxMessagePayloadSize=SERVER_FRAME_BYTES, maxFramePayloadSize=SERVER_FRAME_BYTES)
