"""A hub to meet in: sockets that remember what they heard, a bus that leads nowhere,
and a loop for each test.
"""
import asyncio

from live.base import Paces, Place
from live.current.hub import Hub
from tests.live.words import Words


class Ear:
    """A socket that remembers what it was told."""

    def __init__(self, broken=False):
        self.who, self.closed, self.broken, self.heard, self.left = None, None, broken, [], False
        self.screen, self.language = False, "en"
        self.paces = Paces()

    def text(self, text):
        if self.broken:
            raise RuntimeError("broken")
        if self.closed is None:
            self.heard.append(text)

    def broadcast(self, frame):
        self.text(frame.text)

    offer = broadcast

    def close(self, code):
        self.closed = code

    def abandon(self):
        self.left = True


class Silence:
    """A bus without other processes; what was said to them is in `said`."""

    has_others, is_idle = False, True

    def __init__(self):
        self.said, self.joined = [], []

    def listen(self, hub):
        self.hub = hub

    async def join(self, key):
        self.joined.append(key)

    def part(self, key):
        self.joined.remove(key)

    def say(self, update):
        self.said.append(update)

    offer = say


class Party:
    """A hub with its handler, in the running loop; sockets come in by name."""

    def __init__(self, *topics, bus=None):
        self.handler, self.bus = Words(*topics), bus or Silence()
        self.hub = Hub(self.handler, self.bus)
        self.tasks = set(self.hub._tasks)  # those that never end

    async def enter(self, who=None, topic=1, broken=False, screen=False):
        """An Ear that has been welcomed, and whose arrival has been told."""
        ear = Ear(broken)
        ear.topic = await self.hub.enter(ear, Place(topic, who, screen))
        await self.quiet()
        return ear

    async def send(self, ear, *frames):
        for frame in frames:
            await self.hub.receive(ear.topic, ear, frame)

    async def quiet(self):
        """Until nothing waits in any queue, and everything that was begun is done."""
        await until(lambda: not self.hub.commits._ready
                    and not any(topic.queue for topic in self.hub.topics.values()))
        for _ in range(5):
            await asyncio.sleep(0)

    async def all_is_read(self):
        """Until no topic is being read again, and all is quiet."""
        await until(lambda: self.hub._tasks == self.tasks)
        await self.quiet()

    def close(self):
        self.hub.database.close()


async def until(condition, seconds=20):
    """Wait for something that must happen soon."""
    loop = asyncio.get_running_loop()
    end = loop.time() + seconds
    while not condition():
        assert loop.time() < end, "it never happened"
        await asyncio.sleep(0.001)


def party(*topics):
    """Decorates `async def test(party)` into a test with a hub that serves these topics."""
    def decorate(test):
        def run():
            async def within():
                host = Party(*topics)
                try:
                    await test(host)
                finally:
                    host.close()
            asyncio.run(within())
        run.__name__, run.__doc__ = test.__name__, test.__doc__
        return run
    return decorate
