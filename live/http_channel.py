"""daphne's HTTP connections with bounds, on both stacks: how long a request may take to arrive, and how big
it may be.

daphne stores a whole body before our application hears of the request, so only the connection can refuse one
in time. What is refused gets a short answer and a close.
"""
from __future__ import unicode_literals

import logging
import re

import six
from django.conf import settings
from django.db import connections
from django.http import parse_cookie
from twisted.internet.threads import deferToThread
from twisted.web.http import HTTPChannel

from live.base import routes

logger = logging.getLogger("live")
# Anybody could name any address with it: daphne takes it for the path below which the site is.
ROOT_PATH = b"daphne-root-path"
# Each HEADER_SECONDS must bring at least so much of a body, or its end.
PROGRESS_BYTES = 16 * 1024
# A client that still sends its body reads an answer only if we go on reading for a moment.
LINGER_SECONDS = 3
ANSWER = ("HTTP/1.1 %d %s\r\nContent-Type: text/plain; charset=utf-8\r\n"
          "Content-Length: %d\r\nConnection: close\r\n\r\n")


class BoundedChannel(HTTPChannel, object):
    """An HTTP/1.1 connection.

    The bounds are HEADER_SECONDS and BODY_BYTES of the settings; addresses that need bigger bodies are
    the BIG_BODIES of the routes.
    """

    def connectionMade(self):
        self._timer, self._refused, self._asking = None, False, None
        HTTPChannel.connectionMade(self)
        self._watch(self._headers_late)

    def connectionLost(self, reason):
        self._asking = None
        self._stop_watching()
        HTTPChannel.connectionLost(self, reason)

    def dataReceived(self, data):
        if self._refused:
            return None
        if self._timer is None and not self._handlingRequest:  # the next request on this connection begins
            self._watch(self._headers_late)
        return HTTPChannel.dataReceived(self, data)

    def headerReceived(self, line):
        if line.split(b":", 1)[0].strip().lower() == ROOT_PATH:
            return True
        return HTTPChannel.headerReceived(self, line)

    def allHeadersReceived(self):
        self._received, self._progress, self._most = 0, 0, settings.BODY_BYTES
        big = self.length is None or self.length > self._most
        most, may = _big_body(self._path) if big else (self._most, None)
        if self.length is not None and self.length > most:
            self._too_big(most)
        elif big and may is not None:
            self._ask(may, most)
        else:
            self._most = most
        if not self._refused:
            self._watch(self._body_late)
            HTTPChannel.allHeadersReceived(self)

    def rawDataReceived(self, data):
        if self._refused:
            return
        if not self._handlingRequest:
            self._received += len(data)
            if self._received > self._most and self._asking is None:
                return self._too_big(self._most)
            if self._received > self._most:  # the rest waits until we know who is sending it
                self._networkProducer.pauseProducing()
        HTTPChannel.rawDataReceived(self, data)

    def allContentReceived(self):
        self._asking = None
        self._stop_watching()
        HTTPChannel.allContentReceived(self)

    # ---- who may send more
    def _ask(self, may, most):
        cookies = b"; ".join(self.requests[-1].requestHeaders.getRawHeaders(b"cookie", []))
        self._asking = question = deferToThread(_ask_with_cookies, may, cookies)
        question.addBoth(self._answered, question, most)

    def _answered(self, answer, question, most):
        if self._asking is not question:  # the client has gone, or sent little after all
            return
        self._asking = None
        if answer is True:
            self._most = most
            self._networkProducer.resumeProducing()
        else:
            if answer is not False:
                logger.error("Nobody knows who may send a big body: %s", answer.getErrorMessage())
            self._refuse(403, "Forbidden",
                         "Please sign in first: only people with an account may send files this big.")

    # ---- time
    def _watch(self, late):
        self._stop_watching()
        self._timer = self.callLater(settings.HEADER_SECONDS, late)

    def _stop_watching(self):
        timer, self._timer = self._timer, None
        if timer is not None and timer.active():
            timer.cancel()

    def _headers_late(self):
        if self.requests:
            self._refuse(408, "Request Timeout", "This request took too long to arrive. Please try again.")
        else:
            self.transport.abortConnection()

    def _body_late(self):
        if self._received - self._progress >= PROGRESS_BYTES or self._asking is not None:
            self._progress = self._received
            self._watch(self._body_late)
        else:
            self._headers_late()

    # ---- no
    def _too_big(self, most):
        self._refuse(413, "Payload Too Large",
                     "This is too big: at most %d MB can be sent here." % (most >> 20))

    def _refuse(self, status, reason, text):
        self._refused = True
        self._stop_watching()
        self.setTimeout(None)
        self._networkProducer.unregisterProducer()
        body = text.encode("utf-8")
        self.transport.write((ANSWER % (status, reason, len(body))).encode("ascii") + body)
        self.transport.resumeProducing()
        self.transport.loseWriteConnection()
        self._timer = self.callLater(LINGER_SECONDS, self.transport.abortConnection)


def _big_body(address):
    """(most bytes, who may send them) at this address, as BIG_BODIES of the routes says; None: anybody."""
    path = address.split(b"?")[0].decode("latin1")
    if path.startswith(settings.SCRIPT_NAME + "/"):
        path = path[len(settings.SCRIPT_NAME):]
    for pattern, most, may in getattr(routes(), "BIG_BODIES", ()):
        if re.match(pattern, path):
            return most, may
    return settings.BODY_BYTES, None


def _ask_with_cookies(may, cookies):
    try:
        return bool(may(parse_cookie(six.ensure_str(cookies, "latin1"))))
    finally:
        connections.close_all()
