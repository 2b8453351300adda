"""Pictures of winning sentences for pages: each is drawn once in a process and kept for a while, a few at a
time. Views call it in threads of their own, outside of the event loop.
"""
from __future__ import unicode_literals

import hashlib
import threading
import time

from common.codes import hue_of
from common.compat import json_dumps, monotonic
from common.storage.recently_used import RecentlyUsed
from common.web import sites
from game.recap import drawing, fonts
from game.recap.contents import Round, winning

KEPT = 48  # of at most 200 KB each
AT_ONCE, PATIENCE_SECONDS, LOOK_SECONDS = 2, 3, 0.05
# Degrees of the twelve tables (static/css/tokens.css).
HUES = (4, 26, 48, 88, 140, 166, 188, 208, 232, 262, 292, 330)

_drawn = RecentlyUsed(KEPT)
_slots = threading.Semaphore(AT_ONCE)


class BusyError(Exception):
    """Enough pictures are drawn just now."""


def can_draw():
    # type: () -> bool
    """Whether this machine draws pictures: it has a font."""
    return fonts.available()


def can_show(shown):
    # type: (Round) -> bool
    """Whether there is a picture of this round's winning sentence."""
    play = winning(shown)
    if play is None or not can_draw():
        return False
    return drawing.path_for("".join(part.text for part in play.parts)) is not None


def of_round(shown, code):
    # type: (Round, str) -> bytes | None
    """The PNG of a round's winning sentence in the colour of the room with this code; None for none.

    Raises BusyError.
    """
    play = winning(shown)
    if play is None or not can_draw():
        return None
    hue, name = HUES[hue_of(code)], sites.domain()
    said = json_dumps([[list(part) for part in play.parts], hue, name])
    key = hashlib.sha256(said.encode("utf-8")).hexdigest()
    kept = _drawn.get(key)
    if kept is None:
        _wait_for_slot()
        try:
            kept = _drawn.get(key) or drawing.picture(play.parts, hue, name)
        finally:
            _slots.release()
        if kept is not None:
            _drawn.put(key, kept)
    return kept


def _wait_for_slot():
    # type: () -> None
    """Python 2 knows no semaphore that waits for a while."""
    end = monotonic() + PATIENCE_SECONDS
    while not _slots.acquire(False):
        if monotonic() > end:
            raise BusyError()
        time.sleep(LOOK_SECONDS)
