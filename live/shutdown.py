"""How a process ends at SIGTERM or SIGINT, on both stacks: at once when the signal comes again,
and in any case soon.
"""
from __future__ import unicode_literals

import atexit
import logging
import os
import signal
import sys
import threading

# What Python may still do when everything else is over: it waits for threads, and some wait for ever (a page
# that was cut off waits for the event loop, which has ended).
EXIT_SECONDS = 2
# The close code for sockets: the server restarts. daphne's own way to close refuses codes between 1000 and
# 3000.
RESTARTS = 1012


def end_at_once_next_time():
    """Let a second SIGTERM or SIGINT end the process without more ado."""
    if _may_set_signals():
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, signal.SIG_DFL)


def exit_soon():
    """End the process within EXIT_SECONDS, whatever threads are left."""
    if _may_set_signals():
        signal.signal(signal.SIGALRM, lambda number, frame: os._exit(0))
        signal.alarm(EXIT_SECONDS)
        atexit.register(_exit)


def _exit():
    # While Python takes itself apart the alarm would kill it, and a slow end would look like a failure.
    logging.shutdown()
    sys.stdout.flush()
    os._exit(0)


def close_for_restart(protocol):
    """Close an open socket of daphne with 1012, so that its client connects again soon."""
    if protocol.state == protocol.STATE_OPEN:
        protocol.sendCloseFrame(code=RESTARTS, isReply=False)


def _may_set_signals():
    # Only the main thread may; a development server that loads its code again runs in another.
    return threading.current_thread().name == "MainThread"
