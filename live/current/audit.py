"""Messages between processes can be lost: now and then, what was told is compared with what is stored."""
import asyncio

from live.faults import log

AUDIT_SECONDS = 10


class Audit:
    """The audit of a hub; there is none to do where no other process writes."""

    def __init__(self, hub):
        self.hub = hub

    async def run(self):
        """Compare every ten seconds, for ever."""
        while True:
            await asyncio.sleep(AUDIT_SECONDS)
            await self.compare()

    async def compare(self):
        """Let topics catch up whose sockets have missed something."""
        hub = self.hub
        told = {key: topic.told for key, topic in hub.topics.items()}
        if not told or not hub.bus.has_others:
            return
        try:
            stored = await hub.database.read(hub.handler.versions, list(told))
        except Exception as error:
            log(error, "The audit could not read the versions.")
            return
        for key in told:
            topic = hub.topics.get(key)
            is_behind = key not in stored or stored[key] > told[key]  # or its topic was deleted
            if topic is not None and is_behind and topic.told == told[key] and not topic.queue:
                hub.ask_again(topic)
