"""The routes of the classic stack; `routing` is where the channel layer looks for them,
after Django is set up.
"""
from __future__ import unicode_literals

import logging
import re

from channels.handler import ViewConsumer
from channels.routing import route
from channels.security.websockets import BaseOriginValidator
from channels.sessions import http_session
from django.conf import settings

from live.base import below_script_name, routes
from live.classic.consumer import RoomConsumer
from live.origins import is_ours

logger = logging.getLogger("live")


def build_routes():
    """The routes of this stack: three websocket channels for each handler, one channel for each task."""
    rows = [route("http.request", PageConsumer())]
    for handler in routes().HANDLERS:
        path = "^%s/%s" % (re.escape(settings.SCRIPT_NAME), handler.path)
        consumer = RoomConsumer(handler)
        connect = OurPagesOnly(http_session(_function(consumer.connect)))
        rows += [route("websocket.connect", connect, path=path),
                 route("websocket.receive", _function(consumer.receive), path=path),
                 route("websocket.disconnect", _function(consumer.disconnect), path=path)]
    rows += [route("websocket.connect", _deny), route("websocket.receive", _ignore),
             route("websocket.disconnect", _ignore)]
    return rows + [route(name, _task(function)) for name, function in routes().TASKS.items()]


class PageConsumer(ViewConsumer):
    """Serves pages by Django's views: below SCRIPT_NAME (by default the root),
    whatever the server has read in a request.
    """

    def __call__(self, message):
        message.content["root_path"] = settings.SCRIPT_NAME
        super(PageConsumer, self).__call__(message)


class OurPagesOnly(BaseOriginValidator):
    """Denies sockets to foreign pages before the handshake."""

    def validate_origin(self, message, origin):
        headers = {header[0]: header[1] for header in message.content["headers"]}
        return is_ours(origin, headers.get(b"host", b"").decode("latin1"))


def _deny(message):
    # No handler has this address.
    message.reply_channel.send({"accept": False}, immediately=True)


def _ignore(message):
    pass


def _function(method):
    # Channels 1 takes functions only: it asks a method's object for its name.
    def consumer(message, **kwargs):
        method(message, kwargs)
    return consumer


def _task(function):
    def run(message):
        below_script_name()
        try:
            function(message.content["payload"])
        except Exception:
            logger.exception("A task failed.")
    return run


routing = build_routes()
