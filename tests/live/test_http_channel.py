"""The bounds of daphne's HTTP connections, on a clock and a transport of the test's own."""
from __future__ import unicode_literals

import pytest
from twisted.internet import defer
from twisted.internet.task import Clock
from twisted.internet.testing import StringTransport
from twisted.web.http import Request

from live import http_channel
from live.http_channel import LINGER_SECONDS, BoundedChannel

KILOBYTE = b"x" * 1024


class Transport(StringTransport):
    """Remembers how it ended."""

    half_closed = aborted = False

    def loseWriteConnection(self):
        self.half_closed = True

    def abortConnection(self):
        self.aborted = True


class Line(object):
    """A client's connection; `arrived` are the requests that came through to daphne."""

    def __init__(self):
        self.arrived, self.clock, self.transport = [], Clock(), Transport()
        self.channel = BoundedChannel()
        self.channel.timeOut, self.channel.callLater = None, self.clock.callLater
        self.channel.requestFactory = self._request
        self.channel.makeConnection(self.transport)

    def send(self, *lines, **options):
        self.channel.dataReceived(b"\r\n".join(lines) + options.get("end", b"\r\n\r\n"))

    def post(self, path, *headers):
        self.send(b"POST " + path + b" HTTP/1.1", b"Host: cards", *headers)

    def body(self, data):
        self.channel.dataReceived(data)

    @property
    def status(self):
        return self.transport.value()[9:12].decode("ascii")

    def _request(self, *args):
        request = Request(*args)
        request.process = lambda: self.arrived.append(request)
        return request


@pytest.fixture
def line(settings, routes):
    settings.HEADER_SECONDS, settings.BODY_BYTES = 15, 4096
    line = Line()
    yield line
    line.channel.connectionLost(None)
    assert not line.clock.getDelayedCalls()


@pytest.fixture
def asked(routes, monkeypatch):
    """[(cookies, Deferred of the answer)] of those who would send up to 64 KB to /upload/."""
    asked = []

    def ask(may, cookies):
        asked.append((cookies, defer.Deferred()))
        return asked[-1][1]
    routes.BIG_BODIES = [("^/upload/$", 65536, lambda cookies: True)]
    monkeypatch.setattr(http_channel, "deferToThread", lambda function, may, cookies: ask(may, cookies))
    return asked


def test_a_request_within_the_bounds_arrives(line):
    line.post(b"/", b"Content-Length: 4096")
    line.body(KILOBYTE * 4)
    assert line.arrived[0].content.read() == KILOBYTE * 4 and not line.transport.half_closed


def test_a_bigger_body_is_refused_before_it_is_sent(line):
    line.post(b"/", b"Content-Length: 4097", b"Expect: 100-continue")
    assert line.status == "413" and line.transport.half_closed


def test_a_body_without_a_length_is_refused_as_soon_as_it_is_too_big(line):
    line.post(b"/", b"Transfer-Encoding: chunked")
    for _ in range(4):
        line.body(b"3f0\r\n" + b"x" * 0x3f0 + b"\r\n")
    assert not line.transport.value()
    line.body(b"400\r\n" + KILOBYTE + b"\r\n")
    assert line.status == "413" and not line.arrived


def test_what_still_comes_after_a_refusal_is_thrown_away_for_a_moment(line):
    line.post(b"/", b"Content-Length: 1000000")
    line.body(KILOBYTE * 1000)
    line.clock.advance(LINGER_SECONDS)
    assert line.transport.aborted and not line.arrived


def test_a_file_is_taken_from_those_who_may_send_it(line, asked):
    line.post(b"/upload/", b"Content-Length: 65536", b"Cookie: sessionid=ann")
    line.body(KILOBYTE * 8)
    assert asked[0][0] == b"sessionid=ann" and line.transport.producerState == "paused"
    asked[0][1].callback(True)
    assert line.transport.producerState == "producing"
    line.body(KILOBYTE * 56)
    assert len(line.arrived[0].content.read()) == 65536


def test_a_file_of_a_stranger_is_refused(line, asked):
    line.post(b"/upload/", b"Content-Length: 65536")
    asked[0][1].callback(False)
    assert line.status == "403" and line.transport.half_closed


def test_a_file_is_refused_when_nobody_knows_who_sends_it(line, asked, caplog):
    line.post(b"/upload/", b"Content-Length: 65536")
    asked[0][1].errback(ValueError("no database"))
    assert line.status == "403" and "no database" in caplog.text


def test_a_file_that_is_too_big_is_refused_without_asking(line, asked):
    line.post(b"/upload/", b"Content-Length: 65537")
    assert line.status == "413" and not asked


def test_nobody_is_asked_about_a_small_body(line, asked):
    line.post(b"/upload/", b"Content-Length: 4")
    line.body(b"card")
    assert line.arrived and not asked


def test_an_answer_that_comes_late_changes_nothing(line, asked):
    line.post(b"/upload/", b"Transfer-Encoding: chunked")
    line.body(b"4\r\ncard\r\n0\r\n\r\n")
    asked[0][1].callback(False)
    assert line.arrived and not line.transport.value()


def test_headers_that_drip_are_cut_off(line):
    line.send(b"GET / HTTP/1.1", end=b"\r\n")
    for _ in range(14):
        line.send(b"x", end=b"")
        line.clock.advance(1)
    assert not line.transport.value()
    line.clock.advance(1)
    assert line.status == "408" and line.transport.half_closed


def test_a_connection_that_says_nothing_is_closed(line):
    line.clock.advance(15)
    assert line.transport.aborted


def test_a_body_may_take_its_time_while_it_moves(line, settings):
    settings.BODY_BYTES = 10 ** 6
    line.post(b"/", b"Content-Length: 100000")
    for _ in range(5):
        line.body(KILOBYTE * 16)
        line.clock.advance(15)
    assert not line.transport.value()
    line.clock.advance(15)
    assert line.status == "408"


def test_the_time_for_an_answer_is_not_the_clients(line):
    line.send(b"GET / HTTP/1.1", b"Host: cards")
    line.clock.advance(100)
    assert line.arrived and not line.transport.value()


def test_the_next_request_on_a_connection_has_its_own_time(line):
    line.send(b"GET / HTTP/1.1", b"Host: cards")
    line.arrived[0].finish()
    line.transport.clear()
    line.clock.advance(100)
    line.send(b"GET / HTTP/1.1", end=b"\r\n")
    line.clock.advance(15)
    assert line.status == "408"


@pytest.mark.parametrize("header", [b"Daphne-Root-Path: https://evil.example", b"daphne-root-path:\xff",
                                    b"DAPHNE-ROOT-PATH: /x"])
def test_no_client_says_where_the_site_is(line, header):
    line.send(b"GET / HTTP/1.1", header, b"Host: cards")
    assert not line.arrived[0].requestHeaders.hasHeader(b"daphne-root-path")


def test_bounds_are_found_below_the_path_of_the_site(line, asked, settings):
    settings.SCRIPT_NAME = "/cards"
    line.post(b"/cards/upload/", b"Content-Length: 65536")
    assert asked
