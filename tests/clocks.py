"""Time that a test may measure: what this process has worked, beside a piece of work that always is the same.

A machine that is busy with something else makes both slower.
"""
from __future__ import unicode_literals

import gc
import resource
from contextlib import contextmanager

REFERENCE = 0.04  # seconds that the piece of work takes on a processor of 2026 that has nothing else to do


def worked():
    """Seconds of processor time that this process has used so far."""
    used = resource.getrusage(resource.RUSAGE_SELF)
    return used.ru_utime + used.ru_stime


@contextmanager
def at_most(seconds, what=""):
    """Around what takes at most so many seconds of processor time, or longer by as much as the machine is
    slower now. What tests before have left to the garbage collector is not counted.
    """
    gc.collect()
    gc.disable()
    try:
        slower, begun = slowness(), worked()
        yield
        took = worked() - begun
    finally:
        gc.enable()
    allowed = seconds * max(slower, slowness())
    assert took <= allowed, "%s took %.2f s of %.2f" % (what or "it", took, allowed)


def slowness():
    """How many times longer than on a processor with nothing else to do the same work takes now."""
    begun = worked()
    for number in range(60000):
        {("card number %d of a deck" % number).upper(): number}
    return max(1, (worked() - begun) / REFERENCE)
