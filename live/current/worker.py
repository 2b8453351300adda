"""The background worker of Channels 4: tasks side by side, and the clock. It serves no sockets."""
import asyncio
import logging
import signal
import threading
from concurrent.futures import Executor, Future

from asgiref.sync import sync_to_async
from channels.layers import get_channel_layer
from django.conf import settings
from django.db import connections

from live.base import below_script_name, routes
from live.clock import tick
from live.outage import LAYER, pause
from live.shutdown import end_at_once_next_time

logger = logging.getLogger("live")
AT_ONCE = 4


class Worker:
    """Serves the tasks called `names` in the running loop, at most four of each at once, until it is stopped.

    A message is taken from its channel only when there is a thread for it, so other workers can have the
    others.
    """

    def __init__(self, layer, names):
        self.layer, self.tasks = layer, {name: routes().TASKS[name] for name in names}
        self._jobs, self._serving = set(), None

    def start(self):
        """Begin; returns an asyncio task, which may be cancelled before `stop`."""
        self._serving = asyncio.ensure_future(self._serve())
        return self._serving

    async def stop(self):
        """Take no more messages, and give the tasks that run a few seconds."""
        self._serving.cancel()
        if self._jobs:
            _, late = await asyncio.wait(set(self._jobs), timeout=settings.SHUTDOWN_SECONDS)
            if late:
                logger.warning("%d tasks were cut off: they took longer than %d seconds.", len(late),
                               settings.SHUTDOWN_SECONDS)

    async def _serve(self):
        await asyncio.gather(self._mind_the_clock(), *[self._listen(name) for name in self.tasks])

    async def _mind_the_clock(self):
        while True:
            await asyncio.wait([self._begin(tick)])
            await asyncio.sleep(settings.CLOCK_SECONDS)

    async def _listen(self, name):
        task, threads = self.tasks[name], asyncio.Semaphore(AT_ONCE)
        while True:
            await threads.acquire()
            message = await self._next(name)
            self._begin(lambda message=message: task(message["payload"])).add_done_callback(
                lambda _: threads.release())

    async def _next(self, name):
        """The next message on a channel, however long the layer is away meanwhile."""
        failures = 0
        while True:
            try:
                if failures:
                    await self.layer.group_discard("nobody",
                                                   "nobody")  # harmless, and tells whether it answers
                    LAYER.ended()
                return await self.layer.receive(name)
            except Exception as error:
                LAYER.began(error)
                await asyncio.sleep(pause(failures))
                failures += 1

    def _begin(self, function):
        job = asyncio.ensure_future(_in_a_thread(function))
        self._jobs.add(job)
        job.add_done_callback(self._jobs.discard)
        return job


def add_arguments(parser):
    """This stack needs no options: it serves tasks only."""


def run(names, options):
    """Serve the tasks called `names` (none: all of them) until a signal comes."""
    asyncio.run(_serve(names or list(routes().TASKS)))


async def _serve(names):
    worker = Worker(get_channel_layer(), names)
    serving = worker.start()
    for number in (signal.SIGTERM, signal.SIGINT):
        asyncio.get_running_loop().add_signal_handler(number, _end, serving)
    await asyncio.wait([serving])
    await worker.stop()
    if not serving.cancelled():
        serving.result()


def _end(serving):
    end_at_once_next_time()
    serving.cancel()


async def _in_a_thread(function):
    try:
        await sync_to_async(_with_own_connections, thread_sensitive=False, executor=OwnThread())(function)
    except Exception:
        logger.exception("A task failed.")


def _with_own_connections(function):
    below_script_name()
    try:
        function()
    finally:
        connections.close_all()


class OwnThread(Executor):
    """A thread for each call.

    A slow mail server holds up nobody else, and not the end of the process either.
    """

    def submit(self, function, *args, **kwargs):
        future = Future()
        threading.Thread(target=_fulfil, args=(future, function, args, kwargs), name="live-task",
                         daemon=True).start()
        return future


def _fulfil(future, function, args, kwargs):
    future.set_running_or_notify_cancel()
    try:
        future.set_result(function(*args, **kwargs))
    except BaseException as error:
        future.set_exception(error)
