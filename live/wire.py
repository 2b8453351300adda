"""Between the processes of the current stack: one message per process and bulletin, over the channel layer."""
import asyncio
import logging

from channels.layers import InMemoryChannelLayer

from live.base import Bulletin
from live.outage import Outage, pause

logger = logging.getLogger("live")
GROUP = "topic.%s"
# The layer forgets who belongs to a group after a day.
JOIN_AGAIN_SECONDS = 6 * 3600


class Wire:
    """`say` never waits: bulletins go out one after the other from a task of their own.

    The layer may lose messages (full, expired, Redis restarted); topics notice by the versions.
    """

    def __init__(self, layer):
        self.layer = layer
        # Nobody else can hear the in-memory layer.
        self.has_others = layer is not None and not isinstance(layer, InMemoryChannelLayer)
        self._outgoing = asyncio.Queue()
        self._channel = None
        self._joined = set()
        self._tasks = set()

    def listen(self, hub):
        """Begin to carry messages to and from `hub`."""
        if self.has_others:
            self._do(self._send_all())
            self._do(self._receive_all(hub))
            self._do(self._stay())

    async def join(self, key):
        """Hear what others say about a topic, from now on."""
        if self.has_others:
            self._joined.add(key)
            await self._safely(self.layer.group_add(GROUP % key, await self._name()))

    def part(self, key):
        """Hear no more about a topic."""
        self._joined.discard(key)
        if self.has_others and self._channel:
            self._do(self._safely(self.layer.group_discard(GROUP % key, self._channel)))

    def say(self, bulletin):
        """Tell all other processes."""
        if self.has_others:
            self._outgoing.put_nowait(bulletin)

    async def _send_all(self):
        while True:
            bulletin = await self._outgoing.get()
            await self._safely(self.layer.group_send(GROUP % bulletin.topic, to_message(bulletin, await self._name())))

    async def _receive_all(self, hub):
        name, outage, failures = await self._name(), Outage(), 0
        while True:
            try:
                if failures:
                    await self.layer.group_discard("nobody", "nobody")  # harmless, and tells whether it answers
                    await self._join_again()  # a Redis that was restarted knows no groups
                    outage.ended()
                message = await self.layer.receive(name)
                failures = 0
                if message.get("origin") != name:
                    hub.hear(from_message(message))
            except Exception as error:
                outage.began(error)
                await asyncio.sleep(pause(failures))
                failures += 1

    async def _join_again(self):
        for key in list(self._joined):
            await self.layer.group_add(GROUP % key, await self._name())

    async def _stay(self):
        while True:
            await asyncio.sleep(JOIN_AGAIN_SECONDS)
            await self._safely(self._join_again())

    async def _name(self):
        if self._channel is None:
            self._channel = await self.layer.new_channel("hub")
        return self._channel

    async def _safely(self, sending):
        try:
            await sending
        except Exception:
            logger.exception("The channel layer failed; other processes will notice the gap.")

    def _do(self, coroutine):
        task = asyncio.get_running_loop().create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)


def to_message(bulletin, origin=""):
    """A bulletin as plain data for the layer."""
    return dict(bulletin._asdict(), type="hub.bulletin", origin=origin)


def from_message(message):
    """The bulletin of a message of the layer."""
    return Bulletin(*[message[field] for field in Bulletin._fields])
