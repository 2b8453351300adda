"""The outermost part of the ASGI application: where the site is, what runs,
and how all of it ends in good order.
"""
import asyncio
import logging

from channels.layers import get_channel_layer
from django.conf import settings
from twisted.internet.defer import Deferred

from live.base import routes
from live.current.frames import protocol_of
from live.current.worker import Worker
from live.shutdown import RESTARTS, close_for_restart

logger = logging.getLogger("live")
# What is left for the last words of this process where its requests have used up the time for its end.
LEAST_SECONDS = 1
RESTARTING = [{"type": "http.response.start", "status": 503, "headers": [
    (b"content-type", b"text/plain; charset=utf-8"), (b"retry-after", b"2"), (b"connection", b"close")]},
    {"type": "http.response.body", "body": b"The game starts anew; please try again in a moment."}]


class Application:
    """Runs each request and socket in a task of its own: daphne cancels what it started as soon as the signal
    comes, and a page that is cancelled half-way leaves a thread that waits for the event loop for ever.

    `with_worker`: the background worker runs in the same loop, from daphne's start on; under other servers
    from the first request on. `begin` and `end` are for live.daphne_hooks. `last(seconds)` is awaited when
    all sockets have closed.
    """

    def __init__(self, router, with_worker, last=None):
        self.router, self.worker, self._with_worker, self._last = router, None, with_worker, last
        self._tasks, self._ending = {}, False

    async def __call__(self, scope, receive, send):
        if self._ending:
            return await _refuse(scope, send)
        self._start_worker()
        scope = dict(scope, root_path=settings.SCRIPT_NAME)  # whatever the server has read in a request
        task = asyncio.ensure_future(self.router(scope, receive, send))
        self._tasks[task] = send if scope["type"] == "websocket" else None
        task.add_done_callback(self._tasks.pop)
        try:
            await asyncio.shield(task)
        except asyncio.CancelledError:
            if not self._ending:
                task.cancel()
            raise

    def begin(self, factories):
        """daphne's reactor is about to run."""
        asyncio.get_event_loop().call_soon(self._start_worker)

    def end(self, seconds):
        """Close the sockets, begin nothing new; the Deferred fires when what runs is done,
        or after so many seconds.
        """
        self._ending = True
        return Deferred.fromFuture(asyncio.ensure_future(self._end(seconds)))

    def _start_worker(self):
        if self._with_worker and self.worker is None:
            self.worker = Worker(get_channel_layer(), routes().TASKS)
            self.worker.start()

    async def _end(self, seconds):
        await asyncio.gather(self._finish(seconds), *[self.worker.stop()] if self.worker else [])

    async def _finish(self, seconds):
        running, began = dict(self._tasks), asyncio.get_running_loop().time()
        for send in filter(None, running.values()):
            await _close(send)
        if running:
            _, late = await asyncio.wait(running, timeout=seconds)
            if late:
                logger.warning("%d requests were cut off: they took longer than %d seconds.", len(late),
                               seconds)
        if self._last is not None:
            await self._last(max(LEAST_SECONDS, began + seconds - asyncio.get_running_loop().time()))


async def _refuse(scope, send):
    if scope["type"] == "websocket":
        await send({"type": "websocket.close"})
    elif scope["type"] == "http":
        for message in RESTARTING:
            await send(message)


async def _close(send):
    protocol = protocol_of(send)
    try:
        if protocol is not None:
            close_for_restart(protocol)
        else:
            await send({"type": "websocket.close", "code": RESTARTS})
    except Exception as error:  # it closed by itself at this moment
        logger.debug("A socket could not be closed: %s", error)
