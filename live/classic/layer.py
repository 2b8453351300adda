"""The channel layer of the classic stack inside one process, between daphne's thread and the workers."""
from __future__ import unicode_literals

import threading

from asgiref.inmemory import ChannelLayer
from twisted.internet import defer, reactor

WAIT_SECONDS = 0.5


class MemoryLayer(ChannelLayer):
    """asgiref's in-memory layer, made safe for threads that join groups while others send to them.

    Nobody polls: a worker that waits sleeps until there is a message, and daphne is told when there is one
    for it (its own polling would cost every answer 50 ms).
    """

    extensions = ["groups", "flush", "twisted"]

    def __init__(self, expiry=60, group_expiry=86400, capacity=10000, channel_capacity=None):
        super(MemoryLayer, self).__init__(expiry, group_expiry, capacity, channel_capacity)
        self._arrived = threading.Condition()
        # Who takes the waiting daphne must not take away one that began to wait meanwhile: nobody would wake
        # it.
        self._handing, self._daphne = threading.Lock(), None

    def send(self, channel, message):
        super(MemoryLayer, self).send(channel, message)
        if "!" in channel:
            with self._handing:
                waiting, self._daphne = self._daphne, None
            if waiting is not None:
                reactor.callFromThread(waiting.wake)
            return
        with self._arrived:
            self._arrived.notify_all()

    def receive(self, channels, block=False):
        if not block:
            return super(MemoryLayer, self).receive(channels)
        # Held while looking, so that nothing arrives unseen between the look and the wait.
        with self._arrived:
            found = super(MemoryLayer, self).receive(channels)
            if found[0] is not None:
                return found
            self._arrived.wait(WAIT_SECONDS)
        return super(MemoryLayer, self).receive(channels)

    def receive_twisted(self, channels):
        """What daphne calls instead of polling: a Deferred of (channel, message)."""
        waiting = _Waiting(self, channels)
        with self._handing:
            self._daphne = waiting
        waiting.wake(empty=False)
        return waiting.deferred

    def send_group(self, group, message):
        with self.thread_lock:
            members = list(self._groups.get(group, ()))
        for channel in members:
            try:
                self.send(channel, message)
            except self.ChannelFull:
                pass  # the client notices the gap by the version and asks again


class _Waiting(object):
    """daphne, waiting for its next message; used in the reactor's thread only."""

    def __init__(self, layer, channels):
        self.layer, self.channels, self.deferred = layer, channels, defer.Deferred()

    def wake(self, empty=True):
        """Hand over a message; with `empty` also the news that another thread took it."""
        if self.deferred.called:
            return
        found = self.layer.receive(self.channels)
        if found[0] is not None or empty:
            self.deferred.callback(found)
