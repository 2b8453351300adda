"""The smallest thing a hub can serve: a topic is a list of words, a request adds one.

Frames: any word is added; "idle" changes nothing, "crash" is a bug, "junk" is refused, "book..." needs the database.
"""
import asyncio
import threading
from collections import namedtuple

from live.base import Bulletin, Place, Refused
from live.hub import Hub

Request = namedtuple("Request", "who word")
Snapshot = namedtuple("Snapshot", "topic version words")
Turn = namedtuple("Turn", "before after words changed")


class Words:
    """A handler without a game; what was asked of it is in `loads`, `commits` and `batches`."""

    def __init__(self, *topics):
        self.stored = {topic: Snapshot(topic, 1, ()) for topic in topics or (1,)}
        self.loads, self.commits, self.batches, self.threads = [], [], [], []
        self.failing, self.slow = None, None

    def overtake(self, topic, word):
        """Another process adds a word."""
        self.stored[topic] = with_word(self.stored[topic], word)

    def words(self, topic=1):
        return list(self.stored[topic].words)

    # ---- what the hub calls

    def load(self, topic):
        self.loads.append(topic)
        if self.slow:
            self.slow.wait(2)
        if self.failing:
            raise self.failing
        if topic not in self.stored:
            raise LookupError(topic)
        return self.stored[topic]

    def versions(self, topics):
        if self.failing:
            raise self.failing
        return {topic: self.stored[topic].version for topic in topics if topic in self.stored}

    def read(self, who, frame):
        if frame == "junk":
            raise Refused("refused junk")
        return Request(who, frame)

    def is_question(self, request):
        return request.word if request.word in ("sync", "ping") else ""

    def needs_reading(self, request):
        return request.word.startswith("book")

    def prepare(self, request, snapshot):
        self.threads.append(threading.current_thread())
        return request._replace(word="%s after %d" % (request.word, snapshot.version))

    def arrival(self, who):
        return Request(who, "+" + who)

    def departure(self, who):
        return Request(who, "-" + who)

    def advance(self, snapshot, requests):
        words = [request.word for request in requests]
        self.batches.append(words)
        if "crash" in words:
            raise ZeroDivisionError
        new = [word for word in words if word != "idle"]
        after = Snapshot(snapshot.topic, snapshot.version + 1, snapshot.words + tuple(new)) if new else snapshot
        return Turn(snapshot, after, new, bool(new))

    def commit(self, turns):
        self.commits.append([turn.after.topic for turn in turns])
        self.threads.append(threading.current_thread())
        if self.failing:
            raise self.failing
        return [self._swap(turn) for turn in turns]

    def _swap(self, turn):
        free = self.stored[turn.after.topic].version == turn.before.version
        if free:
            self.stored[turn.after.topic] = turn.after
        return free

    def bulletin(self, turn):
        return news(turn.before.version, turn.after.topic, " ".join(turn.words),
                    {"ann": "only for ann"} if "whisper" in turn.words else {})

    def replies(self, turn, requests):
        return ["ok " + request.word if request.word[0] not in "+-" else None for request in requests]

    def welcome(self, snapshot, who):
        return "welcome %s at %d" % (who or "spectator", snapshot.version)

    def pong(self, snapshot):
        return "pong at %d" % snapshot.version

    def failure(self, request, code):
        return "%s %s" % (code, request.word)

    def refusal(self, code):
        return "goodbye " + code, 4000


def with_word(snapshot, word):
    return Snapshot(snapshot.topic, snapshot.version + 1, snapshot.words + (word,))


def news(since, topic=1, words="", private=(), farewells=()):
    """The bulletin from version `since` to the next one."""
    return Bulletin(topic, since, since + 1, "news %d %s" % (since + 1, words), dict(private), dict(farewells))


class Ear:
    """A socket that remembers what it was told."""

    def __init__(self, broken=False):
        self.who, self.closed, self.broken, self.heard, self.left = None, None, broken, [], False

    def text(self, text):
        if self.broken:
            raise RuntimeError("broken")
        if self.closed is None:
            self.heard.append(text)

    def broadcast(self, frame):
        self.text(frame.text)

    def close(self, code):
        self.closed = code

    def abandon(self):
        self.left = True


class Silence:
    """A wire without other processes; what was said to them is in `said`."""

    has_others = False

    def __init__(self):
        self.said, self.joined = [], []

    def listen(self, hub):
        self.hub = hub

    async def join(self, key):
        self.joined.append(key)

    def part(self, key):
        self.joined.remove(key)

    def say(self, bulletin):
        self.said.append(bulletin)


class Party:
    """A hub with its handler, in the running loop; sockets come in by name."""

    def __init__(self, *topics, wire=None):
        self.handler, self.wire = Words(*topics), wire or Silence()
        self.hub = Hub(self.handler, self.wire)

    async def enter(self, who=None, topic=1, broken=False):
        """An Ear that has been welcomed, and whose arrival has been told."""
        ear = Ear(broken)
        ear.topic = await self.hub.enter(ear, Place(topic, who))
        await self.quiet()
        return ear

    async def send(self, ear, *frames):
        for frame in frames:
            await self.hub.receive(ear.topic, ear, frame)

    async def quiet(self):
        """Until nothing waits in any queue, and everything that was begun is done."""
        await until(lambda: not self.hub._ready and not any(topic.queue for topic in self.hub.topics.values()))
        for _ in range(5):
            await asyncio.sleep(0)

    def close(self):
        self.hub._readers.shutdown(wait=False)
        self.hub._writer.shutdown(wait=False)


async def until(condition, seconds=2):
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
