"""The room hub of the current stack: one per process, between its sockets, the database and the other processes.

Whatever waits in any topic's queue is advanced, committed in one transaction and then told: to the sockets here
directly, to other processes by one message each. There is no tick: the next commit begins when the last one is done.
"""
import asyncio
import logging
import time

from live.database import OUT_OF_ORDER, Database, Error
from live.topic import CROWD, CROWD_PAUSE, Topic, guarded

logger = logging.getLogger("live")
AUDIT_SECONDS = 10
MOST_RACES = 50


class Waiting:
    """A request in a topic's queue, with the socket that waits for its answer (None: nobody)."""

    __slots__ = ("request", "socket", "races")

    def __init__(self, request, socket=None):
        self.request, self.socket, self.races = request, socket, 0


class Hub:
    """One for each handler and process; made and used in the event loop, except `publish`."""

    def __init__(self, handler, wire):
        self.handler, self.wire = handler, wire
        self.topics = {}
        self.loop = asyncio.get_running_loop()
        self._ready, self._wake = set(), asyncio.Event()
        self.database = Database()
        self._tasks = {self.loop.create_task(self._work()), self.loop.create_task(self._audit())}
        wire.listen(self)

    # ---- sockets
    async def enter(self, socket, place):
        """Welcome a socket to its topic. Raises LookupError when the topic is gone."""
        topic = self.topics.get(place.topic)
        is_new = topic is None
        if is_new:
            topic = self.topics[place.topic] = Topic(place.topic, self.handler)
        topic.entering += 1
        try:
            if is_new:
                await self.wire.join(place.topic)
            snapshot = topic.snapshot or await self._load(topic)
            welcome = self.handler.welcome(snapshot, place.who)
            first = topic.add(socket, place.who)
        finally:
            topic.entering -= 1
            self._forget_if_empty(topic)
        guarded(socket.text, welcome)
        if first:
            self._enqueue(topic, Waiting(self.handler.arrival(place.who)))
        return topic

    def leave(self, topic, socket):
        """A socket has closed."""
        socket.abandon()
        if topic.remove(socket):
            self._enqueue(topic, Waiting(self.handler.departure(socket.who)))
        else:
            self._forget_if_empty(topic)

    async def receive(self, topic, socket, frame):
        """Serve one frame. Raises Refused."""
        request = self.handler.read(socket.who, frame)
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

    # ---- bulletins made elsewhere
    def publish(self, bulletin):
        """Tell a bulletin that another thread of this process has committed; safe from any thread."""
        self.loop.call_soon_threadsafe(self._publish_here, bulletin)

    def hear(self, bulletin):
        """Tell a bulletin that another process has committed."""
        topic = self.topics.get(bulletin.topic)
        if topic is not None:
            topic.tell(bulletin, self._ask_again)

    def _publish_here(self, bulletin):
        self.hear(bulletin)
        self.wire.say(bulletin)

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
        now, turns = time.monotonic(), []
        for topic in list(self._ready):
            self._ready.discard(topic)
            if topic.not_before > now:
                self.loop.call_later(topic.not_before - now, self._again, topic)
            elif topic.snapshot is None:
                self._later(self._read_then_serve(topic))
            else:
                turn = self._advance(topic)
                if turn is not None:
                    turns.append((topic, turn[0], turn[1]))
        if turns:
            await self._commit(turns)

    def _advance(self, topic):
        """(turn, its requests) of what waits in the topic's queue; None when nothing has to be stored."""
        batch = topic.take()
        try:
            turn = self.handler.advance(topic.snapshot, [waiting.request for waiting in batch])
        except Exception:
            logger.exception("A move failed in topic %s.", topic.key)
            if len(batch) == 1:
                self._fail(batch, "server_error")
            else:
                topic.take_singly(batch)
            self._again(topic)
            self._forget_if_empty(topic)
            return None
        self._again(topic)
        if turn.changed:
            return turn, batch
        self._reply(turn, batch)
        self._forget_if_empty(topic)
        return None

    async def _commit(self, turns):
        try:
            stored = await self.database.write(self.handler.commit, [turn for _, turn, _ in turns])
        except Exception as error:
            if len(turns) > 1 and not isinstance(error, OUT_OF_ORDER):
                for turn in turns:  # one of them is to blame, and fails alone
                    await self._commit([turn])
                return
            logger.exception("A commit of %d rooms failed.", len(turns))
            for topic, _, batch in turns:
                topic.snapshot = None
                self._fail(batch, "busy" if isinstance(error, Error) else "server_error")
                self._forget_if_empty(topic)
            return
        for (topic, turn, batch), won in zip(turns, stored):
            if won:
                guarded(self._tell, topic, turn, batch)
            else:
                self._try_again(topic, batch)

    def _tell(self, topic, turn, batch):
        topic.snapshot = turn.after
        bulletin = self.handler.bulletin(turn)
        topic.tell(bulletin, self._ask_again)
        self.wire.say(bulletin)
        self._reply(turn, batch)
        if len(topic.sockets) >= CROWD:
            topic.not_before = time.monotonic() + CROWD_PAUSE
        self._forget_if_empty(topic)

    def _try_again(self, topic, batch):
        topic.snapshot = None
        for waiting in batch:
            waiting.races += 1
        tired = [waiting for waiting in batch if waiting.races > MOST_RACES]
        self._fail(tired, "busy")
        topic.queue = [waiting for waiting in batch if waiting.races <= MOST_RACES] + topic.queue
        self._again(topic)

    def _reply(self, turn, batch):
        for waiting, text in zip(batch, self.handler.replies(turn, [waiting.request for waiting in batch])):
            if waiting.socket is not None and text is not None:
                guarded(waiting.socket.text, text)

    def _fail(self, batch, code):
        for waiting in batch:
            text = self.handler.failure(waiting.request, code)
            if waiting.socket is not None and text is not None:
                guarded(waiting.socket.text, text)

    def _again(self, topic):
        if topic.queue:
            self._ready.add(topic)
            self._wake.set()

    # ---- reading
    def _later(self, coroutine):
        task = self.loop.create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def _read_then_serve(self, topic):
        try:
            await self._load(topic)
        except Exception:
            logger.exception("Topic %s could not be read.", topic.key)
            batch, topic.queue = topic.queue, []
            self._fail(batch, "busy")
            self._forget_if_empty(topic)
        self._again(topic)

    async def _load(self, topic):
        """Read the topic; those who ask at the same time wait for one reading. Returns the snapshot."""
        if topic.loading is None:
            topic.loading = asyncio.ensure_future(self.database.read(self.handler.load, topic.key))
            topic.loading.add_done_callback(lambda _: setattr(topic, "loading", None))
        return topic.read(await asyncio.shield(topic.loading))

    def _ask_again(self, topic):
        self._later(self._catch_up(topic))

    async def _catch_up(self, topic):
        try:
            topic.catch_up(await self._load(topic))
        except Exception:
            logger.exception("Topic %s could not be read again.", topic.key)

    async def _audit(self):
        """Messages between processes can be lost: now and then, compare what was told with what is stored."""
        while True:
            await asyncio.sleep(AUDIT_SECONDS)
            told = {key: topic.told for key, topic in self.topics.items()}
            if not told or not self.wire.has_others:
                continue
            try:
                stored = await self.database.read(self.handler.versions, list(told))
            except Exception:
                logger.exception("The audit could not read the database.")
                continue
            for key, version in stored.items():
                topic = self.topics.get(key)
                if topic is not None and version > told[key] and topic.told == told[key] and not topic.queue:
                    self._ask_again(topic)

    def _forget_if_empty(self, topic):
        if not topic.sockets and not topic.queue and not topic.entering and self.topics.get(topic.key) is topic:
            del self.topics[topic.key]
            self.wire.part(topic.key)
