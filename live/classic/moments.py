"""What people say beside the game: it belongs to no version and is stored nowhere.

It is gathered for a moment, so that a topic is told of it a few times a second, however many people say
something.

Here a topic's sockets are all served by one process, so nothing has to be told to others.
"""
from __future__ import unicode_literals

import threading

from common.compat import monotonic
from live.classic.groups import audience
from live.outage import LAYER, LAYER_ERRORS

# Each message of a group is one for each of its sockets here.
MOMENT_SECONDS = 0.25
# A snapshot that this process has loaded is good enough for so long: who may speak changes rarely.
SNAPSHOT_SECONDS = 2.0


class Moments(object):
    """The moments of a handler's topics. Frames come from one thread, what was gathered leaves in others."""

    def __init__(self, handler):
        self.handler, self._lock = handler, threading.Lock()
        self._gathered, self._snapshots = {}, {}

    def say(self, topic, request, paces):
        """The answer to somebody who says something; raises what kept it from being said."""
        kind = self.handler.ephemeral(request)
        if not paces.allow(kind, *self.handler.paces[kind]):
            return self.handler.failure(request, "slow_down")
        snapshot = self._snapshot(topic)
        with self._lock:
            gathered = self._gathered.get(topic) or self.handler.gathering()
            answer = self.handler.gather(snapshot, request, [gathered])
            if topic not in self._gathered:
                self._gathered[topic] = gathered
                later(MOMENT_SECONDS, self.tell, topic)
        return answer

    def know(self, topic, snapshot):
        """This topic was just read or changed."""
        self._snapshots[topic] = (snapshot, monotonic())

    def tell(self, topic):
        """The moment is over."""
        with self._lock:
            gathered = self._gathered.pop(topic)
        try:
            for screen in (False, True):
                for text in gathered.texts(screen):
                    audience(topic, screen).send({"text": text}, immediately=True)
        except LAYER_ERRORS as error:
            LAYER.began(error)

    def _snapshot(self, topic):
        now = monotonic()
        self._snapshots = {one: known for one, known in self._snapshots.items()
                           if now - known[1] < SNAPSHOT_SECONDS}
        if topic not in self._snapshots:
            self.know(topic, self.handler.load(topic))
        return self._snapshots[topic][0]


def later(seconds, call, *args):
    """Call it in a thread of its own, after so many seconds."""
    timer = threading.Timer(seconds, call, args)
    timer.daemon = True
    timer.start()
