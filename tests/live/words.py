"""The smallest handler that live can serve: a topic is a list of words, a request adds one.

No database, no Channels.

An address with ?watch=yes has no person.
Frames: any word is added, but "hey..." is told beside the words and not stored; failures begin with a client's language that is not English; "idle" changes nothing, "crash" is a bug, "junk" is refused, "book..." needs the
database.
"""
from __future__ import unicode_literals

import threading
from collections import namedtuple

from django.utils import translation

from live.base import GoneError, Place, Refused, Update

Request = namedtuple("Request", "who word")
Snapshot = namedtuple("Snapshot", "topic version words")
BatchResult = namedtuple("Turn", "before after words changed")


class Gathering(object):
    """What was said in a moment: a text for all of it."""

    def __init__(self):
        self.words = []

    def take_in(self, text):
        self.words += text.split()

    def dumps(self):
        return " ".join(self.words)

    def texts(self, screen):
        return ["%s %s" % ("shown" if screen else "heard", self.dumps())] if self.words else []


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

    # ---- what live calls

    def admit(self, user, session, kwargs, query):
        if kwargs.get("who") == "stranger":
            raise Refused(self.refusal("stranger")[0], 4403)
        return Place(kwargs["topic"], None if "watch" in query else kwargs.get("who"), "screen" in query)

    def load(self, topic):
        self.loads.append(topic)
        if self.slow:
            self.slow.wait(20)
        if self.failing:
            raise self.failing
        if topic not in self.stored:
            raise GoneError(topic)
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

    paces = {"hey": (3, 1.0)}

    def ephemeral(self, request):
        return "hey" if request.word.startswith("hey") else ""

    def gather(self, snapshot, request, gatherings):
        if request.word == "hey nobody":
            raise Refused("refused hey")
        for gathered in gatherings:
            gathered.words.append("%s:%s" % (request.who, request.word))
        return "ok " + request.word

    def gathering(self):
        return Gathering()

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
        after = Snapshot(snapshot.topic, snapshot.version + 1,
                         snapshot.words + tuple(new)) if new else snapshot
        return BatchResult(snapshot, after, new, bool(new))

    def commit(self, outcomes):
        self.commits.append([outcome.after.topic for outcome in outcomes])
        self.threads.append(threading.current_thread())
        if self.failing:
            raise self.failing
        return [self._swap(outcome) for outcome in outcomes]

    def _swap(self, outcome):
        free = self.stored[outcome.after.topic].version == outcome.before.version
        if free:
            self.stored[outcome.after.topic] = outcome.after
        return free

    def update(self, outcome):
        return news(outcome.before.version, outcome.after.topic, " ".join(outcome.words),
                    {"ann": "only for ann"} if "whisper" in outcome.words else {})

    def replies(self, outcome, requests, languages):
        return ["ok " + request.word if request.word[0] not in "+-" else None for request in requests]

    def welcome(self, snapshot, who):
        return "welcome %s at %d" % (who or "spectator", snapshot.version)

    def pong(self, snapshot):
        return "pong at %d" % snapshot.version

    def failure(self, request, code):
        language = translation.get_language()
        return "%s%s %s" % ("" if language == "en" else language + " ", code, request.word if request else "frame")

    def refusal(self, code):
        language = translation.get_language()
        return "%sgoodbye %s" % ("" if language == "en" else language + " ", code), 4000


def with_word(snapshot, word):
    return Snapshot(snapshot.topic, snapshot.version + 1, snapshot.words + (word,))


def news(since, topic=1, words="", private=(), disconnects=()):
    """The update from version `since` to the next one."""
    return Update(topic, since, since + 1, "news %d %s" % (since + 1, words), dict(private),
                  dict(disconnects))
