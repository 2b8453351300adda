"""What people do at a running table, told from outside: only pages, sockets and docs/PROTOCOL.md are used."""
import asyncio
import functools
import os
from concurrent.futures import ThreadPoolExecutor

from ..harness.process import patience
from ..harness.server import PROJECT

TRACEBACK = "Traceback"
REAL_DECK = os.environ.get("CARDS_REAL_DECK_FILE") or str(
    PROJECT.parent / "shared" / "data" / "cah-all-compact.json")


def story(test):
    """Let pytest run an async test; a story that hangs for a minute has failed.

    It runs in a thread of its own, because the browser tests keep an event loop in the main one.
    """
    @functools.wraps(test)
    def told(*args, **kwargs):
        return in_a_thread(lambda: test(*args, **kwargs), 60)
    return told


def in_a_thread(make, seconds):
    """Run the coroutine that make() gives, in an event loop and thread of its own;
    it fails after `seconds` with patience.
    """
    async def bounded():
        return await asyncio.wait_for(make(), patience(seconds))
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(asyncio.run, bounded()).result()
