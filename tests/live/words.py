"""The smallest thing the stairs can serve: a topic is a list of words, a request adds one. No database, no Channels.

An address with ?watch=yes has no person.
Frames: any word is added; "idle" changes nothing, "crash" is a bug, "junk" is refused, "book..." needs the database.
"""
from __future__ import unicode_literals

import threading
from collections import namedtuple

from live.base import Bulletin, Gone, Place, Refused

Request = namedtuple("Request", "who word")
Snapshot = namedtuple("Snapshot", "topic version words")
Turn = namedtuple("Turn", "before after words changed")


class Words(object):
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

    # ---- what the stairs call

    def admit(self, user, session, kwargs, query):
        if kwargs.get("who") == "stranger":
            raise Refused("goodbye stranger", 4403)
        return Place(kwargs["topic"], None if "watch" in query else kwargs.get("who"))

    def load(self, topic):
        self.loads.append(topic)
        if self.slow:
            self.slow.wait(20)
        if self.failing:
            raise self.failing
        if topic not in self.stored:
            raise Gone(topic)
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
        return Request(who, "+" + who) if who else None

    def departure(self, who):
        return Request(who, "-" + who) if who else None

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
        return "%s %s" % (code, request.word if request else "frame")

    def refusal(self, code):
        return "goodbye " + code, 4000


def with_word(snapshot, word):
    return Snapshot(snapshot.topic, snapshot.version + 1, snapshot.words + (word,))


def news(since, topic=1, words="", private=(), farewells=()):
    """The bulletin from version `since` to the next one."""
    return Bulletin(topic, since, since + 1, "news %d %s" % (since + 1, words), dict(private), dict(farewells))
