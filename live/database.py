"""How the hub's event loop uses the database without waiting for it longer than it takes. Knows no hub."""
import asyncio
import os
from concurrent.futures import ThreadPoolExecutor

from django.db import Error, InterfaceError, OperationalError, close_old_connections, connection

__all__ = ["Database", "Error", "OUT_OF_ORDER"]
READERS = 4
# The database is down, locked or out of reach: nobody's fault, and trying each room alone would only take longer.
OUT_OF_ORDER = (InterfaceError, OperationalError)

# SQLite answers faster than a thread is woken, so commits run right in the loop; Django asks to be told so.
# Everything that may take long (reading, freezing decks, PostgreSQL) still goes to threads.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "true")


class Database:
    """Threads for reading, one thread for writing; `inline` writes need none."""

    def __init__(self):
        self.inline = connection.vendor == "sqlite"
        self._readers = ThreadPoolExecutor(READERS, "live-read")
        self._writer = ThreadPoolExecutor(1, "live-write")

    async def read(self, function, *args):
        """function(*args) in a thread of its own."""
        return await self._run(self._readers, function, *args)

    async def write(self, function, *args):
        """function(*args); writes never overtake each other."""
        if self.inline:
            return function(*args)
        return await self._run(self._writer, function, *args)

    def close(self):
        """Let the threads go when they are done."""
        self._readers.shutdown(wait=False)
        self._writer.shutdown(wait=False)

    async def _run(self, threads, function, *args):
        return await asyncio.get_running_loop().run_in_executor(threads, _with_fresh_connection, function, *args)


def _with_fresh_connection(function, *args):
    close_old_connections()
    try:
        return function(*args)
    finally:
        close_old_connections()
