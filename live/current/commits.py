"""What changes topics on the current stack: whatever waits in any topic's queue is advanced, committed in one
transaction and then told: to the sockets here directly, to other processes by one message each.

There is no tick: the next commit begins when the last one is done.
"""
import asyncio
import logging

from common.compat import monotonic
from live.current.answers import reply
from live.current.topic import pause_of
from live.outage import DATABASE_ERRORS

logger = logging.getLogger("live")
MOST_RACES = 50


class Commits:
    """The commits of a hub, one after the other; used in the hub's event loop."""

    def __init__(self, hub):
        self.hub = hub
        self._ready, self._wake, self._writing = set(), asyncio.Event(), False

    @property
    def is_idle(self):
        """Whether nothing waits and nothing is being stored."""
        return not self._ready and not self._writing

    def enqueue(self, topic, waiting):
        """Let a request wait in a topic's queue for its turn."""
        topic.queue.append(waiting)
        self._ready.add(topic)
        self._wake.set()

    async def run(self):
        """Serve the queues, for ever."""
        while True:
            try:
                await self._wake.wait()
                self._wake.clear()
                await self._serve_ready()
            except Exception:
                logger.exception("The hub stumbled; it goes on.")
                await asyncio.sleep(0.1)

    async def _serve_ready(self):
        now, outcomes = monotonic(), []
        for topic in list(self._ready):
            self._ready.discard(topic)
            if topic.not_before > now:
                self.hub.loop.call_later(topic.not_before - now, self.again, topic)
            elif topic.snapshot is None:
                self.hub.later(self.hub.read_then_serve(topic))
            else:
                outcome = self._advance(topic)
                if outcome is not None:
                    outcomes.append((topic, outcome[0], outcome[1]))
        if outcomes:
            self._writing = True
            try:
                await self._commit(outcomes)
            finally:
                self._writing = False

    def _advance(self, topic):
        """(outcome, its requests) of what waits in the topic's queue; None when nothing has to be stored."""
        batch = topic.take()
        try:
            outcome = self.hub.handler.advance(topic.snapshot, [waiting.request for waiting in batch])
            changed = outcome.changed
        except Exception as error:
            if len(batch) == 1:
                self.hub.failed(topic, error, batch, "A move failed in topic %s.", topic.key)
            else:
                topic.take_singly(batch)
            changed = False
        else:
            if not changed:
                reply(self.hub.handler, outcome, batch)
        self.again(topic)
        if changed:
            return outcome, batch
        self.hub.forget_if_empty(topic)
        return None

    async def _commit(self, outcomes):
        try:
            stored = await self.hub.database.write(self.hub.handler.commit,
                                                   [outcome for _, outcome, _ in outcomes])
        except Exception as error:
            if len(outcomes) > 1 and not isinstance(error, DATABASE_ERRORS):
                for outcome in outcomes:  # one of them is to blame, and fails alone
                    await self._commit([outcome])
                return
            for topic, _, batch in outcomes:
                topic.snapshot = None
                self.hub.failed(topic, error, batch, "A move could not be stored in topic %s.", topic.key)
                self.hub.ask_again(topic)  # the line may have broken just after it was stored
                self.hub.forget_if_empty(topic)
            return
        for (topic, outcome, batch), won in zip(outcomes, stored):
            if won:
                self._tell(topic, outcome, batch)
            else:
                self._try_again(topic, batch)

    def _tell(self, topic, outcome, batch):
        topic.snapshot = outcome.after
        try:
            update = self.hub.handler.update(outcome)
            topic.tell(update, self.hub.ask_again)
            self.hub.bus.say(update)
        except Exception:
            logger.exception("Topic %s was not told what is stored; it is read again.", topic.key)
            self.hub.ask_again(topic)
        reply(self.hub.handler, outcome, batch)
        if pause_of(topic):
            topic.not_before = monotonic() + pause_of(topic)
        self.hub.forget_if_empty(topic)

    def _try_again(self, topic, batch):
        topic.snapshot = None
        for waiting in batch:
            waiting.races += 1
        self.hub.answer(topic, [waiting for waiting in batch if waiting.races > MOST_RACES], "busy")
        topic.queue = [waiting for waiting in batch if waiting.races <= MOST_RACES] + topic.queue
        self.again(topic)
        self.hub.forget_if_empty(topic)

    def again(self, topic):
        """Serve the topic in the next turn, if anything waits in its queue."""
        if topic.queue:
            self._ready.add(topic)
            self._wake.set()
