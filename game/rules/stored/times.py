"""Corrects stored times that lie too far ahead: the server was started again after its clock had been set
back.
"""
from __future__ import unicode_literals

from typing import Any

from game.rules import clock, registry
from game.rules.shapes import State

# Processes side by side may differ by so much; milliseconds.
TOLERANCE = 60 * 1000


def mend_times(state, now):
    # type: (State, int) -> bool
    """Move times that lie too far ahead to the latest that is possible now (`now` in milliseconds).

    Returns whether anything did.

    A deadline is never further away than the whole time of its phase, and nobody was lost or nudged later
    than now. Otherwise a clock that was an hour ahead would have the round stand still for that hour.
    """
    mended = _cap(state, "deadline", now, clock.longest(state, state["phase"]))
    for name in ("nudged_at", "changed_at"):
        mended = _cap(state, name, now) or mended
    for player in state["players"].values():
        for name in ("gone_at", "nudged_at"):
            mended = _cap(player, name, now) or mended
    for hook in registry.hooks("mend_times"):
        mended = hook(state, now) or mended
    return mended


def _cap(document, name, now, length=0):
    # type: (dict[str, Any], str, int, int) -> bool
    if document.get(name, 0) <= now + length + TOLERANCE:
        return False
    document[name] = now + length
    return True
