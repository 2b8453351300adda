"""daphne 1 with the workers as threads beside it, and limits that its command line does not have."""
from __future__ import unicode_literals

import threading

from channels.asgi import channel_layers
from channels.worker import Worker
from daphne.server import Server, build_endpoint_description_strings
from daphne.ws_protocol import WebSocketProtocol
from twisted.internet import reactor

from live.base import FRAME_BYTES, routes
from live.memory import MemoryLayer

UNREAD_BYTES = 256 * 1024
# Moves must keep their order, so one thread serves the sockets; pages may wait for the database side by side.
WORKERS = (["http.*"], ["http.*"], ["http.*"], ["websocket.*"])


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
    threads = _start_workers() if isinstance(application, MemoryLayer) else []
    server = Server(application, endpoints=build_endpoint_description_strings(host=host, port=port), verbosity=0,
                    **options)
    reactor.callWhenRunning(_set_limits, server)
    server.run()
    for worker, thread in threads:
        worker.termed = True
        thread.join(5)


def _start_workers():
    channel_layers["default"].router.check_default()  # pages are served by Django's views
    threads = []
    for channels in WORKERS + (list(routes().TASKS),):
        worker = Worker(channel_layers["default"], signal_handlers=False, only_channels=channels)
        worker.ready()
        thread = threading.Thread(target=worker.run)
        thread.daemon = True
        thread.start()
        threads.append((worker, thread))
    return threads


def _set_limits(server):
    sockets = server.factory.ws_factory
    sockets.protocol = BoundedProtocol
    sockets.setProtocolOptions(maxMessagePayloadSize=4 * FRAME_BYTES, maxFramePayloadSize=4 * FRAME_BYTES)
