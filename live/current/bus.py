"""Between the processes of the current stack: one message per process and update, over the channel layer."""
import asyncio
from collections import deque

from channels.layers import InMemoryChannelLayer

from live.base import Update
from live.outage import LAYER, pause

GROUP = "topic.%s"
# The layer forgets who belongs to a group after a day.
JOIN_AGAIN_SECONDS = 6 * 3600
# So many updates may wait for a layer that is slow or away; whoever misses older ones notices by the
# versions.
MOST_WAITING = 1000


class ProcessBus:
    """`say` never waits: updates go out one after the other from a task of their own.

    The layer may lose messages (full, expired, away); topics notice by the versions. After an outage all of
    them are compared with what is stored.
    """

    def __init__(self, layer, outage=LAYER):
        self.layer, self.outage = layer, outage
        # Nobody else can hear the in-memory layer.
        self.has_others = layer is not None and not isinstance(layer, InMemoryChannelLayer)
        self._outgoing, self._more = deque(maxlen=MOST_WAITING), asyncio.Event()
        self._is_sending = False
        self._channel, self._is_deaf = None, False
        self._joined = set()
        self._tasks = set()

    def listen(self, hub):
        """Begin to carry messages to and from `hub`."""
        if self.has_others:
            self._do(self._send_all())
            self._do(self._receive_all(hub))
            self._do(self._stay())

    async def join(self, key):
        """Hear what others say about a topic, from now on; or from when the layer is back."""
        if self.has_others:
            self._joined.add(key)
            if not self._is_deaf:
                await self._safely(self._join, key)

    def part(self, key):
        """Hear no more about a topic."""
        self._joined.discard(key)
        if self.has_others and self._channel and not self._is_deaf:
            self._do(self._safely(self.layer.group_discard, GROUP % key, self._channel))

    def say(self, update):
        """Tell all other processes."""
        if self.has_others:
            self._outgoing.append(update)
            self._more.set()

    def offer(self, update):
        """The same for what may be lost: not while others wait."""
        if not self._outgoing:
            self.say(update)

    @property
    def is_idle(self):
        """Whether the layer has taken everything that was said."""
        return not self._outgoing and not self._is_sending

    async def _send_all(self):
        failures = 0
        while True:
            await self._more.wait()
            while self._outgoing:
                self._is_sending = True
                sent = await self._safely(self._send, self._outgoing.popleft())
                self._is_sending = False
                if sent:
                    failures = 0
                else:
                    await asyncio.sleep(pause(failures))
                    failures += 1
            self._more.clear()

    async def _send(self, update):
        await self.layer.group_send(GROUP % update.topic, to_message(update, await self._name()))
        self.outage.ended()

    async def _receive_all(self, hub):
        failures = 0
        while True:
            try:
                name = await self._name()
                if failures:
                    await self.layer.group_discard("nobody",
                                                   "nobody")  # harmless, and tells whether it answers
                    self.outage.ended()
                    self._is_deaf = False  # first, so that whoever joins from now on does it by itself
                    await self._join_again()  # a Redis that was restarted knows no groups
                    self._do(hub.audit.compare())
                message = await self.layer.receive(name)
                failures = 0
                if message.get("origin") != name:
                    hub.hear(from_message(message))
            except Exception as error:
                self._is_deaf = True
                self.outage.began(error)
                await asyncio.sleep(pause(failures))
                failures += 1

    async def _join(self, key):
        await self.layer.group_add(GROUP % key, await self._name())

    async def _join_again(self):
        for key in list(self._joined):
            await self._join(key)

    async def _stay(self):
        while True:
            await asyncio.sleep(JOIN_AGAIN_SECONDS)
            await self._safely(self._join_again)

    async def _name(self):
        if self._channel is None:
            self._channel = await self.layer.new_channel("hub")
        return self._channel

    async def _safely(self, call, *args):
        """Whether the layer did what it was asked for."""
        try:
            await call(*args)
        except Exception as error:
            self.outage.began(error, "The channel layer failed; other processes will notice the gap.")
            return False
        return True

    def _do(self, coroutine):
        task = asyncio.get_running_loop().create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def to_message(update, origin=""):
    """An update as plain data for the layer."""
    return dict(update._asdict(), type="hub.update", origin=origin)


def from_message(message):
    """The update of a message of the layer."""
    return Update(*[message[field] for field in Update._fields])
