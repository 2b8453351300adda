"""The room hub of the current stack: one per process, between its sockets, the database and the other
processes.

Frames that change a topic wait in its queue, which `Commits` serves. Every frame is answered, whatever fails
on its way.
"""
import asyncio
import logging

from live.base import GoneError, Refused
from live.current.answers import Waiting, refuse
from live.current.audit import Audit
from live.current.commits import Commits
from live.current.database import Database
from live.current.moments import Moments
from live.current.topic import Topic
from live.faults import code_of, guarded, log
from live.outage import pause
from live.processes import processes

logger = logging.getLogger("live")
STORED_LOOK_SECONDS = 0.02


class Hub:
    """One for each handler and process; made and used in the event loop, except `publish`."""

    def __init__(self, handler, bus):
        self.handler, self.bus = handler, bus
        self.topics = {}
        self.loop = asyncio.get_running_loop()
        self.database, self.audit, self.commits = Database(), Audit(self), Commits(self)
        self.moments = Moments(self)
        self._tasks = {self.loop.create_task(self.commits.run()), self.loop.create_task(self.audit.run())}
        bus.listen(self)
        processes.begin()

    # ---- sockets
    async def enter(self, socket, place):
        """Welcome a socket to its topic.

        Raises GoneError when there is none, or what kept it from being read.
        """
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
            socket.screen = place.screen
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
        self.forget_if_empty(topic)

    async def receive(self, topic, socket, frame):
        """Serve one frame. Raises Refused; any other failure is answered, here or when its turn comes."""
        request = None
        try:
            request = self.handler.read(socket.who, frame)
            await self._take(topic, socket, request)
        except Refused:
            raise
        except Exception as error:
            self.failed(topic, error, [Waiting(request, socket)], "A frame could not be served.")

    async def _take(self, topic, socket, request):
        question = self.handler.is_question(request)
        if self.handler.ephemeral(request):
            self.moments.say(topic, topic.snapshot or await self._load(topic), socket, request)
        elif question == "sync":
            snapshot = await self._load(topic)
            topic.catch_up(snapshot)
            topic.welcome(socket, snapshot)
        elif question:
            socket.text(self.handler.pong(topic.snapshot or await self._load(topic)))
        else:
            if self.handler.needs_reading(request):
                snapshot = topic.snapshot or await self._load(topic)
                request = await self.database.read(self.handler.prepare, request, snapshot)
            self.commits.enqueue(topic, Waiting(request, socket))

    async def all_is_stored(self, seconds):
        """Wait until everybody's leaving is stored, after the last socket has closed, and told to the other
        processes. Returns whether it is stored, after so many seconds.
        """
        end = self.loop.time() + seconds
        while self.topics or not self.commits.is_idle:
            if self.loop.time() >= end:
                return False
            await asyncio.sleep(STORED_LOOK_SECONDS)
        while not self.bus.is_idle and self.loop.time() < end:
            await asyncio.sleep(STORED_LOOK_SECONDS)
        return True

    def _note_presence(self, topic, who, tries=0):
        """A person's first socket has opened, or the last one closed; which of the two is looked up now."""
        try:
            request = (self.handler.arrival if who in topic.people else self.handler.departure)(who)
        except Exception:
            logger.exception("Nobody was told who came to topic %s or left it.", topic.key)
            return
        if request is not None:
            self.commits.enqueue(topic, Waiting(request, who=who, tries=tries))

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
        """Tell an update that another process has committed, or what it has gathered."""
        topic = self.topics.get(update.topic)
        if topic is not None:
            topic.tell(update, self.ask_again)
            if update.public and not update.version:
                self.moments.hear(topic, update.public)

    def _publish_here(self, update):
        self.hear(update)
        self.bus.say(update)

    # ---- failing
    def failed(self, topic, error, batch, what, *args):
        """Answer requests that cannot be served because of the error that is being handled."""
        log(error, what, *args)
        self.answer(topic, batch, code_of(error))
        if isinstance(error, GoneError):
            topic.close("no_such_room")

    def answer(self, topic, batch, code):
        """Refuse these requests with a code; who came or left is noted later where that may help ("busy")."""
        for waiting in batch:
            if waiting.socket is not None:
                guarded(refuse, self.handler, waiting, code)
            elif code == "busy":
                self._note_presence_later(topic, waiting)

    # ---- reading
    def later(self, coroutine):
        """Run a coroutine as a task that is kept until it is done."""
        task = self.loop.create_task(coroutine)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def read_then_serve(self, topic):
        """Read a topic whose queue waits for that; what cannot be read is answered so."""
        try:
            await self._load(topic)
        except Exception as error:
            batch, topic.queue = topic.queue, []
            self.failed(topic, error, batch, "Topic %s could not be read.", topic.key)
            self.forget_if_empty(topic)
        self.commits.again(topic)

    async def _load(self, topic):
        """Read the topic; those who ask at the same time wait for one reading. Returns the snapshot."""
        if topic.loading is None:
            topic.loading = asyncio.ensure_future(self.database.read(self.handler.load, topic.key))
            topic.loading.add_done_callback(lambda _: setattr(topic, "loading", None))
        return topic.read(await asyncio.shield(topic.loading))

    def ask_again(self, topic):
        """Read the topic soon, and tell its sockets if they have missed something."""
        self.later(self._catch_up(topic))

    async def _catch_up(self, topic):
        try:
            topic.catch_up(await self._load(topic))
        except Exception as error:
            self.failed(topic, error, [], "Topic %s could not be read again.", topic.key)

    # ---- forgetting
    def _let_go(self, topic):
        topic.holds -= 1
        self.forget_if_empty(topic)

    def forget_if_empty(self, topic):
        """Forget a topic without sockets, requests or anybody who holds it."""
        if not topic.sockets and not topic.queue and not topic.holds and self.topics.get(topic.key) is topic:
            del self.topics[topic.key]
            self.bus.part(topic.key)
