"""What people say beside the game: it belongs to no version and is stored nowhere.

It is gathered for a moment, so that a topic is told of it at most five times a second, whatever the number
of people and processes.
"""
from live.base import DirectMessage
from live.current.frames import Frame
from live.current.topic import pause_of

MOMENT_SECONDS = 0.2


class Moments:
    """The moments of a hub's topics; used in its event loop.

    For each topic there are two gatherings: what the sockets here are told, and the part of it that was said
    here, which other processes are told.
    """

    def __init__(self, hub):
        self.hub, self._gathered = hub, {}

    def say(self, topic, snapshot, socket, request):
        """Let somebody say something, and answer. Raises Refused."""
        handler, kind = self.hub.handler, self.hub.handler.ephemeral(request)
        if socket.paces.allow(kind, *handler.paces[kind]):
            socket.text(handler.gather(snapshot, request, self._of(topic)))
        else:
            socket.text(handler.failure(request, "slow_down"))

    def hear(self, topic, text):
        """Another process has gathered something."""
        self._of(topic)[0].take_in(text)

    def _of(self, topic):
        if topic not in self._gathered:
            self._gathered[topic] = (self.hub.handler.gathering(), self.hub.handler.gathering())
            self.hub.loop.call_later(max(MOMENT_SECONDS, pause_of(topic)), self._tell, topic)
        return self._gathered[topic]

    def _tell(self, topic):
        here, own = self._gathered.pop(topic)
        for screen in (False, True):
            for frame in [Frame(text) for text in here.texts(screen)]:
                topic.offer(frame, screen)
        if own.texts(False):
            self.hub.bus.offer(DirectMessage(topic.key, gathered=own.dumps()))
