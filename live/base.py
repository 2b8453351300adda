"""The contract between sockets and what they serve; both stacks keep it. Imports no Channels.

A *handler* serves one kind of topic (a room). It is an object with:
    path                            regex of the socket's address, without the leading slash
    admit(user, session, kwargs, query) -> Place, or raises Refused; may read the database. `kwargs`
                                    are the groups of `path`, `query` is {name: text} of what follows the "?"
                                    in the address
    load(topic)                     -> snapshot of the topic with a `version`, or raises GoneError, Busy;
                                    reads the database
    versions(topics)                -> {topic: version} as stored
    read(who, frame)                -> request, or raises Refused; pure. `frame` is text of at most
                                    FRAME_BYTES
    is_question(request)            -> "sync", "ping" or ""; questions change nothing
    ephemeral(request)              -> the kind of what is told to everybody, belongs to no version and is
                                    stored nowhere; "" for anything else. `paces` has for each kind how
                                    often a socket may say it: (so many at once, so many a second)
    gather(snapshot, request, gatherings) -> the answer, once the gatherings have it; or raises Refused; pure.
                                    The first one is asked whether there is room
    gathering()                     -> a new one, for a moment of a topic: take_in(text), dumps() -> text for
                                    that of another process, texts(screen) -> [message], those for screens or
                                    those for all others
    needs_reading(request), prepare(request, snapshot) -> request completed from the database
    arrival(who), departure(who)    -> request for a first socket opened, a last one closed (None: nothing)
    advance(snapshot, requests)     -> outcome: `before`, `after` (snapshots), `changed`; pure
    commit(outcomes)                -> [bool]: stored, or somebody else was first; writes the database
    update(outcome) -> Update; replies(outcome, requests, languages) -> [text or None], each in the language
                                    of its client; welcome(snapshot, who),
    pong(snapshot) -> text
    failure(request, code)          -> text: the request (None: a frame that could not be read) could not
                                       be served, because "busy" (sending again may help), "no_such_room" or
                                       "server_error"
    refusal(code)                   -> (text, close code) for a socket that is closed because of `code`
A socket speaks the language that its client spoke when it connected; whatever is asked for words finds that
language active.
"""
from __future__ import unicode_literals

from importlib import import_module
from typing import Any, Dict, Iterator, NamedTuple, Optional, Text

from django.conf import settings
from django.contrib import auth
from six.moves.urllib.parse import parse_qsl

from common.compat import monotonic, set_script_prefix

# Where a socket belongs: `topic` is a number, `who` a text, or None for somebody who only watches; `screen`
# for one that others look at.
Place = NamedTuple("Place", [("topic", int), ("who", Optional[Text]), ("screen", bool)])
Place.__new__.__defaults__ = (False,)
# What to tell a topic: `public` is text for everyone, `private` {who: text} after it, `disconnects` {who:
# refusal code}. It leads from the version `since` to `version`; DirectMessage makes those that belong to no
# version, and have as `public`, if anything, what another process has gathered.
Update = NamedTuple("Update", [
    ("topic", int), ("since", int), ("version", int), ("public", Text), ("private", Dict[Text, Text]),
    ("disconnects", Dict[Text, Text])])

_Request = NamedTuple("_Request", [("session", Any)])

# A longer frame costs its sender the socket. Handlers refuse what is too long for their own protocol far
# below that.
FRAME_BYTES = 64 * 1024
# What servers take in of one message: enough for us to see that it is too long, and to say so.
SERVER_FRAME_BYTES = 2 * FRAME_BYTES
BURST, PER_SECOND, PATIENCE = 60.0, 20.0, 200


def is_too_big(frame):
    # type: (str | bytes | None) -> bool
    """Whether a frame (text, bytes or None) is longer than FRAME_BYTES."""
    return is_longer(frame, FRAME_BYTES)


def is_longer(frame, most):
    # type: (str | bytes | None, int) -> bool
    """Whether a frame (text, bytes or None) has more than `most` bytes on the wire;
    encodes it only if it has to.
    """
    if frame is None or 4 * len(frame) <= most:
        return False
    return len(frame) > most or len(frame if isinstance(frame, bytes)
                                    else frame.encode("utf-8", "replace")) > most


def query_of(query_string):
    # type: (str | bytes | None) -> dict[str, str]
    """{name: text} of a socket's query string (bytes, text or None);
    of a name that comes twice the last text counts.
    """
    if isinstance(query_string, bytes):
        query_string = query_string.decode("latin1")
    return dict(parse_qsl(query_string or ""))


def user_of(session):
    # type: (Any) -> Any
    """Whose session it is, perhaps AnonymousUser.

    Reads the database, so call it where its failures are answered.
    """
    return auth.get_user(_Request(session))


class Refused(Exception):
    """A visitor or a frame that is not served: `close` is a close code or 0 to stay open,
    `text` the last message.
    """

    def __init__(self, text, close=0):
        # type: (str, int) -> None
        super(Refused, self).__init__(text)
        self.text, self.close = text, close


class GoneError(LookupError):
    """There is no such topic (any more)."""


class Busy(Exception):
    """The topic cannot be served by this process now; sending again, later, may help.

    Whoever raises it has logged why.
    """


class UnsentError(Exception):
    """A task could not be put on its channel: the channel is full, or Redis is away. Nothing was sent."""


class Bucket(object):
    """How fast one socket may talk: 60 frames at once, 20 a second after that; 200 above it and we hang up.

    What is above it counts until the socket rests for three seconds: one that never rests is hung up on in
    the end.
    """

    __slots__ = ("tokens", "filled", "over")

    def __init__(self):
        # type: () -> None
        self.tokens, self.filled, self.over = BURST, monotonic(), 0  # type: float, float, int

    def take(self):
        # type: () -> str
        """Returns "" (served), "slow" (say so, once until it rests), "drop" or "close"."""
        now = monotonic()
        self.tokens = min(BURST, self.tokens + (now - self.filled) * PER_SECOND)
        self.filled = now
        if self.tokens == BURST:
            self.over = 0
        if self.tokens >= 1:
            self.tokens -= 1
            return ""
        self.over += 1
        return "close" if self.over > PATIENCE else "slow" if self.over == 1 else "drop"


class Paces(object):
    """How often one socket may say something of each kind; what is above that is refused at once."""

    __slots__ = ("_left",)

    def __init__(self):
        # type: () -> None
        self._left = {}  # type: dict[str, tuple[float, float]]

    def allow(self, kind, at_once, per_second):
        # type: (str, int, float) -> bool
        """Whether it may be said now."""
        now = monotonic()
        left, since = self._left.get(kind, (at_once, now))
        left = min(at_once, left + (now - since) * per_second)
        self._left[kind] = (left - 1 if left >= 1 else left, now)
        return left >= 1


def routes():
    # type: () -> Any
    """The module that lists HANDLERS and TASKS, and perhaps EVERY_MINUTE (functions) and BIG_BODIES: (pattern
    of a path, most bytes of a request's body there, function of the cookies that tells whether their owner
    may send so much).
    """
    return import_module(settings.LIVE_ROUTES)


def below_script_name():
    # type: () -> None
    """From now on addresses made in this thread begin with SCRIPT_NAME;
    Django sees to it only where it serves pages.
    """
    set_script_prefix(settings.SCRIPT_NAME + "/")


def DirectMessage(topic, private=None, disconnects=None, gathered=""):
    # type: (int, dict[str, str] | None, dict[str, str] | None, str) -> Update
    """An Update of version 0: texts {who: text} and refusal codes {who: code} for single people,
    told at once, in no order; and what this process has `gathered`, for those of others.
    """
    return Update(topic, 0, 0, gathered, private or {}, disconnects or {})


def publish(handler, update):
    # type: (Any, Update) -> None
    """Tell everyone in the topic, in every process. Call it after the commit, from any thread.

    It never fails for want of Redis: what other processes miss of the news they notice by the versions. What
    a direct message says may be lost.
    """
    _stack().publish(handler, update)


def send_task(channel, *payloads):
    # type: (str, *dict[str, Any]) -> None
    """Put these payloads (JSON dicts) on a task's channel, from any thread but an event loop's.

    Raises UnsentError, within
    seconds, at the first that finds no place.

    A channel may lose messages, and forgets them after a minute: the database is the truth.
    """
    _stack().send_task(channel, *payloads)


def streamed(request, made):
    # type: (Any, Iterator[bytes]) -> Any
    """What a StreamingHttpResponse sends piece by piece to this request: an iterator of bytes, whichever
    protocol the server speaks.
    """
    return import_module("live.current.streaming").pieces(made) if hasattr(request, "scope") else made


def _stack():
    # type: () -> Any
    return import_module("live.classic.consumer" if settings.CLASSIC else "live.current.consumer")
