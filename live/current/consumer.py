"""Channels 4: sockets with a hub behind them, and the background worker,
both inside the server's event loop.
"""
import asyncio
import contextvars

from asgiref.sync import async_to_sync
from channels.consumer import AsyncConsumer
from channels.exceptions import ChannelFull
from channels.layers import get_channel_layer
from channels.routing import ProtocolTypeRouter, URLRouter
from channels.security.websocket import WebsocketDenier
from channels.sessions import SessionMiddlewareStack
from django.conf import settings
from django.core.asgi import get_asgi_application
from django.urls import re_path
from django.utils import translation

from common.web.http import client_address, header
from common.web.languages import spoken
from live.addresses import Addresses
from live.base import Bucket, Refused, UnsentError, is_too_big, query_of, routes, user_of
from live.current.application import Application
from live.current.bus import GROUP, ProcessBus, to_message
from live.current.hub import Hub
from live.current.socket import Socket
from live.faults import code_of, log
from live.origins import is_ours
from live.outage import LAYER, LAYER_ERRORS, reason
from live.processes import processes

# Pages and tasks wait no longer for a layer that does not answer.
SEND_SECONDS = 2
_hubs, _addresses = {}, Addresses()


def hub_of(handler):
    """The hub of this process for `handler`; made by the first socket in the running loop."""
    hub = _hubs.get(handler)
    if hub is None or hub.loop is not asyncio.get_running_loop():
        # Its tasks outlive the socket that comes first, and do not speak as that one does.
        hub = _hubs[handler] = contextvars.Context().run(Hub, handler, ProcessBus(get_channel_layer()))
    return hub


def publish(handler, update):
    """See live.base.publish."""
    hub = _hubs.get(handler)
    if hub is not None:
        hub.publish(update)
    elif settings.REDIS_URL:
        try:
            async_to_sync(_soon)(get_channel_layer().group_send, GROUP % update.topic, to_message(update))
        except LAYER_ERRORS as error:
            LAYER.began(error)
        else:
            LAYER.ended()


def send_task(channel, *payloads):
    """See live.base.send_task.

    The way into the loop and back costs more than a message, so all go together.
    """
    try:
        async_to_sync(_send_each)(channel, payloads)
    except ChannelFull as error:
        raise UnsentError("%s could not be asked: it is full" % channel) from error
    except LAYER_ERRORS as error:
        LAYER.began(error)
        raise UnsentError("%s could not be asked: %s" % (channel, reason(error))) from error
    LAYER.ended()


async def _send_each(channel, payloads):
    send = get_channel_layer().send
    for payload in payloads:
        await _soon(send, channel, {"type": "live.task", "payload": payload})


async def _soon(send, *args):
    try:
        await asyncio.wait_for(send(*args), SEND_SECONDS)
    except asyncio.TimeoutError:  # which is no TimeoutError on Python 3.10
        raise TimeoutError("no answer within %d seconds" % SEND_SECONDS)


class SocketConsumer(AsyncConsumer):
    """One socket. It has a loop of its own: Channels' dispatch spends a thread hop on every frame,
    the hub none.
    """

    handler = None

    async def __call__(self, scope, receive, send):
        if (await receive())["type"] != "websocket.connect":
            return
        await send({"type": "websocket.accept"})
        # What this task says is said in the client's language; what others say to the socket, too.
        translation.activate(spoken(scope.get("cookies", {}), header(scope, b"accept-language")))
        socket = Socket(scope.get("live.send", send), self._too_slow, translation.get_language())
        address = client_address(scope)
        if not _addresses.add(address):
            return await self._hang_up(socket, receive, *self.handler.refusal("too_many_sockets"))
        try:
            await self._serve(hub_of(self.handler), socket, scope, receive)
        finally:
            _addresses.remove(address)

    async def _serve(self, hub, socket, scope, receive):
        try:
            place = await hub.database.read(self._admit, scope, socket.language)
            topic = await hub.enter(socket, place)
        except Refused as refusal:
            return await self._hang_up(socket, receive, refusal.text, refusal.close)
        except Exception as error:
            log(error, "A socket could not be let in.")
            return await self._hang_up(socket, receive, *self.handler.refusal(code_of(error)))
        try:
            await self._listen(hub, topic, socket, receive)
        finally:
            hub.leave(topic, socket)

    def _admit(self, scope, language):
        session = scope["session"]
        with translation.override(language):
            return self.handler.admit(user_of(session), session, scope["url_route"]["kwargs"],
                                      query_of(scope.get("query_string")))

    async def _listen(self, hub, topic, socket, receive):
        bucket = Bucket()
        while True:
            event = await receive()
            if event["type"] != "websocket.receive":
                return
            speed = bucket.take()
            frame = event.get("text")
            if speed == "close":
                return await self._hang_up(socket, receive, *self.handler.refusal("too_fast"))
            if is_too_big(frame) or is_too_big(event.get("bytes")):
                return await self._hang_up(socket, receive, *self.handler.refusal("too_big"))
            if speed == "slow":
                socket.text(self.handler.refusal("too_fast")[0])
            if speed or socket.closed:
                continue
            try:
                await hub.receive(topic, socket, frame if frame is not None else "")
            except Refused as refusal:
                socket.text(refusal.text)

    async def _hang_up(self, socket, receive, text, code):
        """Say why, close, and read on until the client has gone, so that it hears it."""
        socket.text(text)
        socket.close(code)
        while (await receive())["type"] != "websocket.disconnect":
            pass
        socket.abandon()

    def _too_slow(self, socket):
        with translation.override(socket.language):
            text, code = self.handler.refusal("too_slow")
        socket.overflow(text, code)


def build_application():
    """The ASGI application: pages and sockets; with the worker inside where there is no Redis."""
    sockets = OurPagesOnly(SessionMiddlewareStack(URLRouter([
        re_path("^" + handler.path, type("RoomConsumer", (SocketConsumer,), {"handler": handler}).as_asgi())
        for handler in routes().HANDLERS] + [re_path("", WebsocketDenier.as_asgi())])))
    router = ProtocolTypeRouter({"http": get_asgi_application(), "websocket": with_raw_send(sockets)})
    return Application(router, not settings.REDIS_URL, last=_say_who_left)


async def _say_who_left(seconds):
    """All sockets of this process have closed: others need not doubt who is here, once it is stored."""
    if processes.name:
        stored = await asyncio.gather(*[hub.all_is_stored(seconds) for hub in _hubs.values()])
        await asyncio.to_thread(processes.end, all(stored))


class OurPagesOnly:
    """Denies sockets to foreign pages before the handshake."""

    def __init__(self, application):
        self.application = application

    async def __call__(self, scope, receive, send):
        headers = {name: value.decode("latin1") for name, value in scope["headers"]
                   if name in (b"origin", b"host")}
        ours = is_ours(headers.get(b"origin"),
                       headers.get(b"host")) and scope["path"].startswith(settings.SCRIPT_NAME + "/")
        await (self.application if ours else WebsocketDenier())(scope, receive, send)


def with_raw_send(application):
    """Keep the server's own `send` in the scope: middleware wraps it,
    and the hub calls it for every frame.
    """
    async def wrapped(scope, receive, send):
        return await application(dict(scope, **{"live.send": send}), receive, send)
    return wrapped
