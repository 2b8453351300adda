"""Channels 1: each frame is a message to a worker, groups do the fan-out (docs/INTERNALS.md).

`routing` has the routes.

Exactly one worker thread serves the websocket channels, so moves keep their order and what is known of a
socket can live in this process.
"""
from __future__ import unicode_literals

import logging

import six
from asgiref.base_layer import BaseChannelLayer
from channels import Channel
from django.conf import settings
from django.contrib.sessions.backends.base import SessionBase
from django.http import parse_cookie
from django.utils import translation

from common.web.http import client_address, header
from common.web.languages import spoken
from live.addresses import Addresses
from live.base import Bucket, GoneError, Paces, Refused, UnsentError, is_too_big, query_of, user_of
from live.classic.groups import audience, group, speakers
from live.classic.moments import Moments
from live.faults import code_of, log
from live.outage import LAYER, LAYER_ERRORS, reason
from live.processes import processes

logger = logging.getLogger("live")
RESTARTED = 4412  # what 1012 says; daphne 1 may not send that
MOST_RACES = 50
_sockets, _addresses = {}, Addresses()


class _Socket(object):
    """What this process knows of one socket: its place, its client's language and how fast it talks."""

    def __init__(self, place, address, language):
        self.place, self.address, self.language = place, address, language
        self.bucket, self.paces = Bucket(), Paces()
        self.closing = False


def publish(handler, update):
    """See live.base.publish."""
    _serve_no_more(update)
    try:
        if update.public:
            group(update.topic).send({"text": update.public}, immediately=True)
        for who, text in update.private.items():
            group(update.topic, who).send({"text": text}, immediately=True)
        for who, code in update.disconnects.items():
            for language, _ in settings.LANGUAGES:
                with translation.override(language):
                    text, close = handler.refusal(code)
                speakers(update.topic, who, language).send({"text": text, "close": close}, immediately=True)
    except LAYER_ERRORS as error:
        LAYER.began(error)
    else:
        LAYER.ended()


def send_task(channel, *payloads):
    """See live.base.send_task."""
    try:
        for payload in payloads:
            Channel(channel).send({"payload": payload}, immediately=True)
    except BaseChannelLayer.ChannelFull as error:
        six.raise_from(UnsentError("%s could not be asked: it is full" % channel), error)
    except LAYER_ERRORS as error:
        LAYER.began(error)
        six.raise_from(UnsentError("%s could not be asked: %s" % (channel, reason(error))), error)
    LAYER.ended()


def send_everybody_away():
    """Close all sockets of this process, in the thread that serves them; their clients connect again."""
    for name in list(_sockets):
        Channel(name).send({"close": RESTARTED}, immediately=True)
        _addresses.remove(_sockets.pop(name).address)


class RoomConsumer(object):
    """The consumers of one handler's sockets."""

    def __init__(self, handler):
        self.handler, self._unnoted = handler, set()
        self._moments = Moments(handler)

    def connect(self, message, kwargs):
        """A socket wants to open: it is welcomed, or told why not and closed."""
        language = language_of(message)
        with translation.override(language):
            self._connect(message, kwargs, language)

    def _connect(self, message, kwargs, language):
        reply, address = message.reply_channel, client_address(message.content)
        reply.send({"accept": True}, immediately=True)
        session = message.http_session if message.http_session is not None else SessionBase()
        try:
            place = self.handler.admit(user_of(session), session, kwargs,
                                       query_of(message.content.get("query_string")))
            # First the groups, then the welcome: what comes twice is dropped by its version, a gap would cost
            # more.
            group(place.topic).add(reply)
            audience(place.topic, place.screen).add(reply)
            if place.who is not None:
                group(place.topic, place.who).add(reply)
                speakers(place.topic, place.who, language).add(reply)
            snapshot = self.handler.load(place.topic)
            welcome = self.handler.welcome(snapshot, place.who)
        except Refused as refusal:
            return _send(reply, refusal.text, refusal.close)
        except Exception as error:
            log(error, "A socket could not be let in.")
            return _send(reply, *self.handler.refusal(code_of(error)))
        _forget_lost()
        if not _addresses.add(address):
            return _send(reply, *self.handler.refusal("too_many_sockets"))
        _sockets[reply.name] = _Socket(place, address, language)
        _send(reply, welcome)
        self._note_presence(place)

    def receive(self, message, kwargs):
        """A frame has come: it is answered, whatever fails, unless its sender is too fast."""
        reply = message.reply_channel
        socket = _sockets.get(reply.name)
        if socket is None:  # this worker was started anew: the client connects again and is known
            return reply.send({"close": RESTARTED}, immediately=True)
        if socket.closing:
            return None
        with translation.override(socket.language):
            return self._receive(message, reply, socket)

    def _receive(self, message, reply, socket):
        frame = message.content.get("text")
        speed = socket.bucket.take()
        if speed == "close":
            return self._hang_up(reply, socket, "too_fast")
        if is_too_big(frame) or is_too_big(message.content.get("bytes")):
            return self._hang_up(reply, socket, "too_big")
        if speed == "slow":
            _send(reply, self.handler.refusal("too_fast")[0])
        if speed:
            return None
        text, is_gone = self._answer(socket, frame or "")
        if text is not None:
            _send(reply, text)
        if is_gone:
            self._hang_up(reply, socket, "no_such_room")

    def disconnect(self, message, kwargs):
        """A socket has closed."""
        _forget_lost()
        socket = _sockets.pop(message.reply_channel.name, None)
        if socket is None:
            return
        _addresses.remove(socket.address)
        place = socket.place
        group(place.topic).discard(message.reply_channel)
        audience(place.topic, place.screen).discard(message.reply_channel)
        if place.who is None:
            return
        group(place.topic, place.who).discard(message.reply_channel)
        speakers(place.topic, place.who, socket.language).discard(message.reply_channel)
        if not _is_here(place):
            self._note_presence(place)

    def _answer(self, socket, frame):
        """The answer to a frame, whatever fails while it is served;
        and whether its topic turned out to be gone.
        """
        request, place = None, socket.place
        try:
            request = self.handler.read(place.who, frame)
            if self.handler.ephemeral(request):
                return self._moments.say(place.topic, request, socket.paces), False
            text = self._serve(place, request)
            self._catch_up()
            return text, False
        except Refused as refusal:
            return refusal.text, False
        except Exception as error:
            log(error, "A frame failed in topic %s.", place.topic)
            return self.handler.failure(request, code_of(error)), isinstance(error, GoneError)

    def _serve(self, place, request):
        question = self.handler.is_question(request)
        if question:
            snapshot = self.handler.load(place.topic)
            return self.handler.welcome(snapshot,
                                        place.who) if question == "sync" else self.handler.pong(snapshot)
        outcome = self._outcome(place.topic, request)
        if outcome is None:
            return self.handler.failure(request, "busy")
        return self.handler.replies(outcome, [request], [translation.get_language()])[0]

    def _note_presence(self, place):
        """Note that somebody has come or left.

        What a database that is away does not hear is told when it is back.
        """
        try:
            request = (self.handler.arrival if _is_here(place) else self.handler.departure)(place.who)
            if request is not None and self._outcome(place.topic, request) is None:
                self._unnoted.add(place)
        except Exception as error:
            log(error, "Nobody was told who came to topic %s or left it.", place.topic)
            if code_of(error) == "busy":
                self._unnoted.add(place)

    def _catch_up(self):
        """The database has answered."""
        unnoted, self._unnoted = self._unnoted, set()
        for place in unnoted:
            self._note_presence(place)

    def _outcome(self, topic, request):
        """Advance and commit, as often as somebody else was first, and tell everyone.

        None when it was too often.
        """
        for _ in range(MOST_RACES):
            snapshot = self.handler.load(topic)
            if self.handler.needs_reading(request):
                request = self.handler.prepare(request, snapshot)
            outcome = self.handler.advance(snapshot, [request])
            if not outcome.changed:
                return outcome
            if self.handler.commit([outcome])[0]:
                self._moments.know(topic, outcome.after)
                self._tell(topic, outcome)
                return outcome
        return None

    def _tell(self, topic, outcome):
        """Tell what is stored. Whoever does not hear it notices by the versions."""
        try:
            publish(self.handler, self.handler.update(outcome))
        except Exception:
            logger.exception("Topic %s was not told what is stored.", topic)

    def _hang_up(self, reply, socket, code):
        # The disconnect that follows finds the socket and tells the others; until then nothing more is
        # served.
        socket.closing = True
        _send(reply, *self.handler.refusal(code))


def _serve_no_more(update):
    """Refuse all frames of the sockets that an update closes, if they are this process's.

    daphne takes in frames until the client has agreed to the close, for a second at most.
    """
    for socket in list(_sockets.values()):
        if socket.place.topic == update.topic and socket.place.who in update.disconnects:
            socket.closing = True


def language_of(message):
    """The language that the client of a new socket speaks."""
    content = message.content
    return spoken(parse_cookie(header(content, b"cookie")), header(content, b"accept-language"))


def _is_here(place):
    return any(socket.place == place for socket in _sockets.values())


def _forget_lost():
    """Forget the sockets of a daphne that is lost: nobody says that they have closed."""
    for name in list(_sockets) if processes.lost else ():
        if name.split("!")[0] + "!" in processes.lost:
            _addresses.remove(_sockets.pop(name).address)


def _send(reply, text, close=0):
    reply.send({"text": text, "close": close} if close else {"text": text}, immediately=True)
