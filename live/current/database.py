"""How the hub's event loop uses the database without ever waiting for it. Knows no hub."""
import asyncio
import os
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager

from django.db import OperationalError, close_old_connections, connection

READERS = 4
ALLOWED = "DJANGO_ALLOW_ASYNC_UNSAFE"


class Database:
    """Threads for reading, one thread for writing; made in the event loop, and used there.

    SQLite stores a move faster than a thread is woken, so writes run right in the loop (`inline`) as long as
    nobody else holds SQLite's lock. Where somebody does, SQLite says so at once, and the same write waits in
    the writing thread instead. Anything else that touches the database in the loop is refused by Django.
    """

    def __init__(self):
        self.inline = connection.vendor == "sqlite"
        self._readers = ThreadPoolExecutor(READERS, "live-read")
        self._writer = ThreadPoolExecutor(1, "live-write")
        if self.inline:
            with _allowed_here():
                _never_wait_for_locks()

    async def read(self, function, *args):
        """function(*args) in a thread of its own."""
        return await self._run(self._readers, function, *args)

    async def write(self, function, *args):
        """function(*args). One at a time: whoever calls waits for the end before the next,
        so moves keep their order.
        """
        if self.inline:
            try:
                with _allowed_here():
                    return function(*args)
            except OperationalError as error:
                if not _is_locked(error):
                    raise
        return await self._run(self._writer, function, *args)

    def close(self):
        """Let the threads go when they are done."""
        self._readers.shutdown(wait=False)
        self._writer.shutdown(wait=False)

    async def _run(self, threads, function, *args):
        return await asyncio.get_running_loop().run_in_executor(threads, _with_fresh_connection, function,
                                                                *args)


@contextmanager
def _allowed_here():
    """Django refuses the database wherever an event loop runs, unless the environment says otherwise."""
    before = os.environ.get(ALLOWED)
    os.environ[ALLOWED] = "true"
    try:
        yield
    finally:
        if before is None:
            del os.environ[ALLOWED]
        else:
            os.environ[ALLOWED] = before


def _never_wait_for_locks():
    """From now on this thread's connection fails at once where those of other threads wait for 20 seconds."""
    options = dict(connection.settings_dict.get("OPTIONS") or {}, timeout=0)
    connection.close()
    connection.settings_dict = dict(connection.settings_dict, OPTIONS=options)


def _is_locked(error):
    return "locked" in str(error)


def _with_fresh_connection(function, *args):
    close_old_connections()
    try:
        return function(*args)
    finally:
        close_old_connections()
