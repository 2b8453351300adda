"""A table to meet at: a consumer with its handler, and clients that keep what they hear."""
from __future__ import unicode_literals

import itertools

from channels import Channel
from channels.asgi import get_channel_layer

from live.classic import consumer
from tests.live.words import Words

TOPICS = itertools.count(1000)


class Party(object):
    def __init__(self, topic):
        self.topic, self.handler = topic, Words(topic)
        self.consumer, self.doors = consumer.RoomConsumer(self.handler), itertools.count(1)

    def enter(self, who=None, session=None, **content):
        """A Line that has connected."""
        line = Line("ws!%d-%d" % (self.topic, next(self.doors)))
        message = line.message(**content)
        message.http_session = session
        self.consumer.connect(message, {"topic": self.topic, "who": who})
        return line

    def send(self, line, *frames):
        for frame in frames:
            self.consumer.receive(line.message(text=frame), {})

    def leave(self, line):
        self.consumer.disconnect(line.message(), {})


class Line(object):
    """A client's end: `heard` is what came since it was last asked."""

    http_session, delivered = None, {}

    def __init__(self, name):
        self.channel = Channel(name)

    def message(self, **content):
        message = Line(self.channel.name)
        message.reply_channel, message.content = self.channel, content
        return message

    @property
    def heard(self):
        while True:
            name, message = get_channel_layer().receive(["ws!"])
            if message is None:
                return self.delivered.pop(self.channel.name, [])
            self.delivered.setdefault(name, []).extend(message[part] for part in ("text", "close")
                                                       if part in message)
