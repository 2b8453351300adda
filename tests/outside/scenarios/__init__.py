"""What people do at a running table, told from outside: only pages, sockets and docs/PROTOCOL.md are used."""
import asyncio
import functools
import os

from ..harness.server import PROJECT

TRACEBACK = "Traceback"
REAL_DECK = os.environ.get("CARDS_REAL_DECK_FILE") or str(PROJECT.parent / "shared" / "data" / "cah-all-compact.json")


def story(test):
    """Let pytest run an async test; a story that hangs for a minute has failed."""
    @functools.wraps(test)
    def told(*args, **kwargs):
        asyncio.run(asyncio.wait_for(test(*args, **kwargs), 60))
    return told
