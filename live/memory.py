"""The channel layer of the classic stack inside one process, between daphne's thread and the workers."""
from __future__ import unicode_literals

import threading

from asgiref.inmemory import ChannelLayer

WAIT_SECONDS = 0.5


class MemoryLayer(ChannelLayer):
    """asgiref's in-memory layer, made safe for threads that join groups while others send to them.

    A worker that waits for messages sleeps until there is one instead of asking a hundred times a second.
    """

    def __init__(self, expiry=60, group_expiry=86400, capacity=10000, channel_capacity=None):
        super(MemoryLayer, self).__init__(expiry, group_expiry, capacity, channel_capacity)
        self._arrived = threading.Condition()

    def send(self, channel, message):
        super(MemoryLayer, self).send(channel, message)
        with self._arrived:
            self._arrived.notify_all()

    def receive(self, channels, block=False):
        found = super(MemoryLayer, self).receive(channels)
        if found[0] is None and block:
            with self._arrived:
                self._arrived.wait(WAIT_SECONDS)
            found = super(MemoryLayer, self).receive(channels)
        return found

    def send_group(self, group, message):
        with self.thread_lock:
            members = list(self._groups.get(group, ()))
        for channel in members:
            try:
                self.send(channel, message)
            except self.ChannelFull:
                pass  # the client notices the gap by the version and asks again
