"""The room hub of the current stack: one per process, between its sockets, the database and the other processes.

Whatever waits in any topic's queue is advanced, committed in one transaction and then told: to the sockets here
directly, to other processes by one message each. There is no tick: the next commit begins when the last one is done.
Every frame is answered, whatever fails on its way.
"""
import asyncio
import logging

from common.compat import monotonic
from live.base import GoneError, Refused
from live.current.answers import Waiting, refuse, reply
from live.current.audit import Audit
from live.current.database import Database
from live.current.topic import CROWD, CROWD_PAUSE, Topic
from live.faults import code_of, guarded, log
from live.outage import DATABASE_ERRORS, pause

logger = logging.getLogger("live")
MOST_RACES = 50


class Hub:
    """One for each handler and process; made and used in the event loop, except `publish`."""

    def __init__(self, handler, bus):
        self.handler, self.bus = handler, bus
        self.topics = {}
        self.loop = asyncio.get_running_loop()
        self._ready, self._wake = set(), asyncio.Event()
        self.database, self.audit = Database(), Audit(self)
        self._tasks = {self.loop.create_task(self._work()), self.loop.create_task(self.audit.run())}
        bus.listen(self)

    # ---- sockets
    async def enter(self, socket, place):
        """Welcome a socket to its topic. Raises GoneError when there is none, or what kept it from being read."""
        topic = self.topics.get(place.topic)
        is_new = topic is None
        if is_new:
            topic = self.topics[place.topic] = Topic(place.topic, self.handler)
        topic.holds += 1
        try:
            if is_new:
                await self.bus.join(place.topic)
            snapshot = topic.snapshot or await self._load(topic)
            welcome = self.handler.welcome(snapshot, place.who)
            first = topic.add(socket, place.who)
        finally:
            self._let_go(topic)
        guarded(socket.text, welcome)
        if first:
            self._note_presence(topic, place.who)
        return topic

    def leave(self, topic, socket):
        """A socket has closed."""
        socket.abandon()
        if topic.remove(socket):
            self._note_presence(topic, socket.who)
        self._forget_if_empty(topic)

    async def receive(self, topic, socket, frame):
        """Serve one frame. Raises Refused; any other failure is answered, here or when its turn comes."""
        request = None
        try:
            request = self.handler.read(socket.who, frame)
            await self._take(topic, socket, request)
        except Refused:
            raise
        except Exception as error:
            self._failed(topic, error, [Waiting(request, socket)], "A frame could not be served.")

    async def _take(self, topic, socket, request):
        question = self.handler.is_question(request)
        if question == "sync":
            snapshot = await self._load(topic)
            topic.catch_up(snapshot)
            topic.welcome(socket, snapshot)
        elif question:
            socket.text(self.handler.pong(topic.snapshot or await self._load(topic)))
        else:
            if self.handler.needs_reading(request):
                snapshot = topic.snapshot or await self._load(topic)
                request = await self.database.read(self.handler.prepare, request, snapshot)
            self._enqueue(topic, Waiting(request, socket))

    def _note_presence(self, topic, who, tries=0):
        """A person's first socket has opened, or the last one closed; which of the two is looked up now."""
        try:
            request = (self.handler.arrival if who in topic.people else self.handler.departure)(who)
        except Exception:
            logger.exception("Nobody was told who came to topic %s or left it.", topic.key)
            return
        if request is not None:
            self._enqueue(topic, Waiting(request, who=who, tries=tries))

    def _note_presence_later(self, topic, waiting):
        def now():
            self._note_presence(topic, waiting.who, waiting.tries + 1)
            self._let_go(topic)
        topic.holds += 1
        self.loop.call_later(pause(waiting.tries), now)

    # ---- updates made elsewhere
    def publish(self, update):
        """Tell an update that another thread of this process has committed; safe from any thread."""
        self.loop.call_soon_threadsafe(self._publish_here, update)

    def hear(self, update):
        """Tell an update that another process has committed."""
        topic = self.topics.get(update.topic)
        if topic is not None:
            topic.tell(update, self.ask_again)

    def _publish_here(self, update):
        self.hear(update)
        self.bus.say(update)

    # ---- the loop
    def _enqueue(self, topic, waiting):
        topic.queue.append(waiting)
        self._ready.add(topic)
        self._wake.set()

    async def _work(self):
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
                self.loop.call_later(topic.not_before - now, self._again, topic)
            elif topic.snapshot is None:
                self._later(self._read_then_serve(topic))
            else:
                outcome = self._advance(topic)
                if outcome is not None:
                    outcomes.append((topic, outcome[0], outcome[1]))
        if outcomes:
            await self._commit(outcomes)

    def _advance(self, topic):
        """(turn, its requests) of what waits in the topic's queue; None when nothing has to be stored."""
        batch = topic.take()
        try:
            outcome = self.handler.advance(topic.snapshot, [waiting.request for waiting in batch])
            changed = outcome.changed
        except Exception as error:
            if len(batch) == 1:
                self._failed(topic, error, batch, "A move failed in topic %s.", topic.key)
            else:
                topic.take_singly(batch)
            changed = False
        else:
            if not changed:
                reply(self.handler, outcome, batch)
        self._again(topic)
        if changed:
            return outcome, batch
        self._forget_if_empty(topic)
        return None

    async def _commit(self, outcomes):
        try:
            stored = await self.database.write(self.handler.commit, [outcome for _, outcome, _ in outcomes])
        except Exception as error:
            if len(outcomes) > 1 and not isinstance(error, DATABASE_ERRORS):
                for outcome in outcomes:  # one of them is to blame, and fails alone
                    await self._commit([outcome])
                return
            for topic, _, batch in outcomes:
                topic.snapshot = None
                self._failed(topic, error, batch, "A move could not be stored in topic %s.", topic.key)
                self.ask_again(topic)  # the line may have broken just after it was stored
                self._forget_if_empty(topic)
            return
        for (topic, outcome, batch), won in zip(outcomes, stored):
            if won:
                self._tell(topic, outcome, batch)
            else:
                self._try_again(topic, batch)

    def _tell(self, topic, outcome, batch):
        topic.snapshot = outcome.after
        try:
            update = self.handler.update(outcome)
            topic.tell(update, self.ask_again)
            self.bus.say(update)
        except Exception:
            logger.exception("Topic %s was not told what is stored; it is read again.", topic.key)
            self.ask_again(topic)
        reply(self.handler, outcome, batch)
        if len(topic.sockets) >= CROWD:
            topic.not_before = monotonic() + CROWD_PAUSE
        self._forget_if_empty(topic)

    def _try_again(self, topic, batch):
        topic.snapshot = None
        for waiting in batch:
            waiting.races += 1
        self._answer(topic, [waiting for waiting in batch if waiting.races > MOST_RACES], "busy")
        topic.queue = [waiting for waiting in batch if waiting.races <= MOST_RACES] + topic.queue
        self._again(topic)
        self._forget_if_empty(topic)

    def _again(self, topic):
        if topic.queue:
            self._ready.add(topic)
            self._wake.set()

    # ---- failing
    def _failed(self, topic, error, batch, what, *args):
        """Answer requests that cannot be served because of the error that is being handled."""
        log(error, what, *args)
        self._answer(topic, batch, code_of(error))
        if isinstance(error, GoneError):
            topic.close(*self.handler.refusal("no_such_room"))

    def _answer(self, topic, batch, code):
        for waiting in batch:
            if waiting.socket is not None:
                guarded(refuse, self.handler, waiting, code)
            elif code == "busy":
                self._note_presence_later(topic, waiting)

    # ---- reading
    def _later(self, coroutine):
        task = self.loop.create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _read_then_serve(self, topic):
        try:
            await self._load(topic)
        except Exception as error:
            batch, topic.queue = topic.queue, []
            self._failed(topic, error, batch, "Topic %s could not be read.", topic.key)
            self._forget_if_empty(topic)
        self._again(topic)

    async def _load(self, topic):
        """Read the topic; those who ask at the same time wait for one reading. Returns the snapshot."""
        if topic.loading is None:
            topic.loading = asyncio.ensure_future(self.database.read(self.handler.load, topic.key))
            topic.loading.add_done_callback(lambda _: setattr(topic, "loading", None))
        return topic.read(await asyncio.shield(topic.loading))

    def ask_again(self, topic):
        """Read the topic soon, and tell its sockets if they have missed something."""
        self._later(self._catch_up(topic))

    async def _catch_up(self, topic):
        try:
            topic.catch_up(await self._load(topic))
        except Exception as error:
            self._failed(topic, error, [], "Topic %s could not be read again.", topic.key)

    # ---- forgetting
    def _let_go(self, topic):
        topic.holds -= 1
        self._forget_if_empty(topic)

    def _forget_if_empty(self, topic):
        if not topic.sockets and not topic.queue and not topic.holds and self.topics.get(topic.key) is topic:
            del self.topics[topic.key]
            self.bus.part(topic.key)
