"""The channel layer of the classic stack inside one process, between daphne's thread and the workers."""
from __future__ import unicode_literals

import random
import threading

from asgiref.inmemory import ChannelLayer
from twisted.internet import defer, reactor

from common.compat import monotonic

WAIT_SECONDS = 0.5
CLEAN_SECONDS = 1.0  # how often what has expired is looked for, which costs a look at all groups


class MemoryLayer(ChannelLayer):
    """asgiref's in-memory layer, made safe for threads that join groups while others send to them.

    Nobody polls: a worker that waits sleeps until there is a message, and daphne is told when there is one
    for it (its own polling would cost every answer 50 ms).
    """

    extensions = ["groups", "flush", "twisted"]

    def __init__(self, expiry=60, group_expiry=86400, capacity=10000, channel_capacity=None):
        super(MemoryLayer, self).__init__(expiry, group_expiry, capacity, channel_capacity)
        # Each list of channels has its own condition: a worker that is woken for a message of another one
        # polls for it anew (Python 2.7 waits with a timeout by sleeping ever longer).
        self._arriving, self._arrived = threading.Lock(), {}
        # Who takes the waiting daphne must not take away one that began to wait meanwhile: nobody would wake
        # it.
        self._handing, self._daphne = threading.Lock(), None
        self._cleaned = 0.0

    def send(self, channel, message):
        super(MemoryLayer, self).send(channel, message)
        if "!" in channel:
            with self._handing:
                waiting, self._daphne = self._daphne, None
            if waiting is not None:
                reactor.callFromThread(waiting.wake)
            return
        with self._arriving:
            for names, arrived in self._arrived.items():
                if channel in names:
                    arrived.notify_all()

    def receive(self, channels, block=False):
        if not block:
            return self._next_of(channels)
        # Held while looking, so that nothing arrives unseen between the look and the wait.
        with self._arriving:
            found = self._next_of(channels)
            if found[0] is not None:
                return found
            names = frozenset(channels)
            self._arrived.setdefault(names, threading.Condition(self._arriving)).wait(WAIT_SECONDS)
        return self._next_of(channels)

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


    def _next_of(self, channels):
        """(channel, message) of one of these channels, (None, None) where none waits.

        asgiref looks through all groups for what has expired each time, so that telling a room something cost
        the square of its sockets.
        """
        if monotonic() >= self._cleaned + CLEAN_SECONDS:
            self._cleaned = monotonic()
            self._clean_expired()
        names = list({self.non_local_name(name) for name in channels})
        random.shuffle(names)
        with self.thread_lock:
            for name in names:
                if self._channels.get(name):
                    _, message = self._channels[name].popleft()
                    return message.pop("__asgi_channel__", name), message
        return None, None


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
