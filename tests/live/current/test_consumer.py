"""One socket from the handshake to the end, as the server sees it."""
import asyncio
import functools

import pytest

from live import base
from live.current import consumer as socket_consumer
from tests.live.current.party import until
from tests.live.faults import Unread
from tests.live.words import Words, news

HOME = [(b"host", b"cards.test"), (b"origin", b"http://cards.test")]


class Visitor:
    """A client of a consumer: `says` frames, and keeps what it is sent."""

    def __init__(self, consumer, who=None, query=b"", session=None, headers=(), cookies=()):
        self.sent, self._events = [], asyncio.Queue()
        scope = {"type": "websocket", "session": {} if session is None else session, "query_string": query,
                 "headers": list(headers), "cookies": dict(cookies), "url_route": {"kwargs": {"topic": 1, "who": who}}}
        self._events.put_nowait({"type": "websocket.connect"})
        self.running = asyncio.ensure_future(consumer(scope, self._events.get, self._send))

    def says(self, *frames, **event):
        for frame in frames:
            self._events.put_nowait({"type": "websocket.receive", "text": frame})
        if event:
            self._events.put_nowait(dict({"type": "websocket.receive"}, **event))

    async def goes(self):
        self._events.put_nowait({"type": "websocket.disconnect", "code": 1001})
        await asyncio.wait_for(self.running, 20)

    async def hears(self, what):
        await until(lambda: what in self.sent)

    async def _send(self, message):
        self.sent.append(message.get("text", message.get("code", message["type"])))


def visit(test):
    """Runs `async def test(come, handler)`; `come(who, query, session)` gives a Visitor."""
    def run():
        async def within():
            handler = Words(1)
            consumer = type("Consumer", (socket_consumer.SocketConsumer,), {"handler": handler}).as_asgi()
            await test(functools.partial(Visitor, consumer), handler)
            socket_consumer._hubs.pop(handler, None)
        asyncio.run(within())
    run.__name__ = test.__name__
    return run


@visit
async def test_a_visit_from_the_handshake_to_the_end(come, handler):
    ann = come("ann")
    await ann.hears("news 2 +ann")
    ann.says("tea")
    await ann.hears("ok tea")
    await ann.goes()
    await until(lambda: handler.words() == ["+ann", "tea", "-ann"])
    assert ann.sent == ["websocket.accept", "welcome ann at 1", "news 2 +ann", "news 3 tea", "ok tea"]


@visit
async def test_a_socket_speaks_as_its_client_did_when_it_connected(come, handler):
    german = come("stranger", headers=[(b"accept-language", b"de-AT,en;q=0.5")])
    polish = come("stranger", headers=[(b"accept-language", b"de")], cookies={"language": "pl"})
    await german.hears("de goodbye stranger")
    await polish.hears("pl goodbye stranger")
    await german.goes()
    await polish.goes()


@visit
async def test_what_fails_in_its_turn_is_told_in_the_language_of_who_asked(come, handler):
    ann = come("ann", cookies={"language": "he"})
    await ann.hears("news 2 +ann")
    bob = come("bob")
    await bob.hears("news 3 +bob")
    ann.says("crash")
    bob.says("crash")
    await ann.hears("he server_error crash")
    await bob.hears("server_error crash")
    await ann.goes()
    await bob.goes()


@visit
async def test_each_device_hears_in_its_own_language_that_it_must_go(come, handler):
    phone = come("ann", cookies={"language": "fr"})
    await phone.hears("news 2 +ann")
    tablet = come("ann", cookies={"language": "es"})
    await tablet.hears("welcome ann at 2")
    base.publish(handler, base.DirectMessage(1, disconnects={"ann": "seat_moved"}))
    await phone.hears("fr goodbye seat_moved")
    await tablet.hears("es goodbye seat_moved")
    await phone.goes()
    await tablet.goes()


@visit
async def test_whoever_is_refused_hears_why_and_is_closed(come, handler):
    stranger = come("stranger")
    await stranger.hears(4403)
    stranger.says("tea")
    await stranger.goes()
    assert stranger.sent == ["websocket.accept", "goodbye stranger", 4403] and handler.batches == []


@visit
async def test_the_handler_is_told_what_the_address_asks_for(come, handler):
    screen = come("ann", b"watch=yes")
    await screen.hears("welcome spectator at 1")
    await screen.goes()
    assert handler.batches == []


@visit
async def test_a_room_that_is_gone_says_so(come, handler):
    handler.stored.clear()
    ann = come("ann")
    await ann.hears(4000)
    await ann.goes()
    assert ann.sent[1] == "goodbye no_such_room"


@visit
async def test_whoever_comes_while_the_database_is_away_hears_so(come, handler):
    ann = come("ann", session=Unread())
    await ann.hears(4000)
    await ann.goes()
    assert ann.sent == ["websocket.accept", "goodbye busy", 4000]


@visit
async def test_a_bad_frame_is_refused_and_the_next_one_served(come, handler):
    ann = come("ann")
    ann.says("junk", "tea")
    await ann.hears("ok tea")
    assert "refused junk" in ann.sent
    await ann.goes()


@visit
async def test_a_binary_frame_is_an_empty_one(come, handler):
    ann = come("ann")
    handler.read = lambda who, frame: (_ for _ in ()).throw(base.Refused("read %r" % frame))
    ann.says(bytes=b"\x00\xff", text=None)
    await ann.hears("read ''")
    await ann.goes()


@visit
async def test_our_own_bug_costs_one_frame(come, handler):
    ann, read = come("ann"), handler.read
    handler.read = lambda who, frame: 1 // 0 if frame == "bug" else read(who, frame)
    ann.says("bug", "tea")
    await ann.hears("ok tea")
    await ann.goes()


@visit
async def test_a_frame_that_is_too_big_closes(come, handler):
    ann = come("ann")
    ann.says("x" * base.FRAME_BYTES)
    await ann.hears("ok " + "x" * base.FRAME_BYTES)
    ann.says("x" * (base.FRAME_BYTES + 1), "tea")
    await ann.hears(4000)
    await ann.goes()
    assert ann.sent[-2:] == ["goodbye too_big", 4000] and "tea" not in handler.words()


def test_who_talks_too_fast_is_told_once_and_then_hung_up(monkeypatch):
    @visit
    async def test(come, handler):
        ann = come()
        await ann.hears("welcome spectator at 1")
        ann.says(*["ping"] * 300)
        await ann.hears(4000)
        await ann.goes()
        assert ann.sent.count("pong at 1") == 60
        assert [text for text in ann.sent[2:]
                if text != "pong at 1"] == ["goodbye too_fast", "goodbye too_fast", 4000]
    monkeypatch.setattr("live.base.monotonic", lambda: 1000.0)
    test()


@visit
async def test_a_connection_that_goes_at_once_leaves_nothing_behind(come, handler):
    ann = come("ann")
    await ann.goes()
    await until(lambda: handler.words() == ["+ann", "-ann"])
    assert socket_consumer._hubs[handler].topics == {}


@visit
async def test_pages_of_this_process_reach_its_sockets(come, handler):
    ann = come()
    await ann.hears("welcome spectator at 1")
    await asyncio.get_running_loop().run_in_executor(None, base.publish, handler, news(1, words="joined"))
    await ann.hears("news 2 joined")
    await ann.goes()


@visit
async def test_whoever_was_sent_away_is_not_served_any_more(come, handler):
    ann = come("ann")
    await ann.hears("news 2 +ann")
    socket_consumer._hubs[handler].hear(news(2, disconnects={"ann": "kicked"}))
    assert ann.sent[-2:] == ["goodbye kicked", 4000]
    ann.says("tea")
    await ann.goes()
    await until(lambda: "-ann" in handler.words())
    assert "tea" not in handler.words()


def test_without_a_hub_there_is_nobody_to_tell():
    base.publish(Words(1), news(1))


async def answer_of(application, headers):
    """What a denied or admitted socket is sent first."""
    sent, events = [], asyncio.Queue()
    events.put_nowait({"type": "websocket.connect"})
    events.put_nowait({"type": "websocket.disconnect", "code": 1001})

    async def send(message):
        sent.append(message["type"])
    await asyncio.wait_for(application({"type": "websocket", "headers": headers, "path": "/"}, events.get,
                                       send), 2)
    return sent[0] if sent else None


@pytest.mark.parametrize("headers, admitted", [
    (HOME, True), ([(b"host", b"cards.test"), (b"origin", b"http://evil.test")], False),
    ([(b"host", b"cards.test")], False),
    ([(b"origin", b"http://cards.test")], False), ([], False)])
def test_only_our_own_pages_open_sockets(settings, headers, admitted):
    async def room(scope, receive, send):
        await send({"type": "websocket.accept"})
    settings.ALLOWED_HOSTS = ["*"]
    answer = asyncio.run(answer_of(socket_consumer.OurPagesOnly(room), headers))
    assert answer == ("websocket.accept" if admitted else "websocket.close")


def test_no_socket_opens_outside_the_path_of_the_site(settings):
    settings.ALLOWED_HOSTS, settings.SCRIPT_NAME = ["*"], "/cards"
    assert asyncio.run(answer_of(socket_consumer.build_application(), HOME)) == "websocket.close"


def test_an_address_that_nobody_serves_is_denied(settings):
    settings.ALLOWED_HOSTS = ["*"]
    assert asyncio.run(answer_of(socket_consumer.build_application(), HOME)) == "websocket.close"
