"""Faults at every step of a frame's way: which frame meets the step, and what its sender must hear."""
from __future__ import unicode_literals

import time

import pytest
from django.db import IntegrityError, OperationalError

from live.base import Busy, GoneError

ERRORS = [(OperationalError("no line"), "busy"), (IntegrityError("twice"), "server_error"),
          (ValueError("a bug"), "server_error"),
          (LookupError("a bug"), "server_error"), (GoneError(1), "no_such_room"), (Busy(1), "busy")]
# Step, the frame that meets it, and what the answer calls that frame: one that could not be read has no name.
BEFORE = [("read", "tea", "frame"), ("is_question", "tea", "tea"),
          ("ephemeral", "tea", "tea"), ("gather", "hey", "hey"), ("needs_reading", "tea", "tea"),
          ("load", "sync", "sync"),
          ("load", "book", "book"), ("prepare", "book", "book"), ("advance", "tea", "tea"),
          ("commit", "tea", "tea"),
          ("welcome", "sync", "sync"), ("pong", "ping", "ping")]
AFTER = ["update", "replies"]
SLOW_SECONDS = 0.2

each_step = pytest.mark.parametrize("step, frame, name", BEFORE)
each_error = pytest.mark.parametrize("error, code", ERRORS,
                                     ids=["database", "data", "bug", "lookup", "gone", "busy"])


class Unread(dict):
    """A session that cannot be read: the database is away."""

    def __getitem__(self, name):
        raise OperationalError("no line")


def break_step(handler, step, error):
    """From now on this step of the handler fails. Returns a function that mends it."""
    def fail(*args):
        raise error
    return _replace(handler, step, fail)


def break_after(handler, step, error):
    """From now on this step does its work and fails then, as when the line breaks during the answer."""
    whole = getattr(handler, step)

    def fail(*args):
        whole(*args)
        raise error
    return _replace(handler, step, fail)


def slow_down(handler, step):
    """From now on this step takes a while."""
    whole = getattr(handler, step)

    def slow(*args):
        time.sleep(SLOW_SECONDS)
        return whole(*args)
    return _replace(handler, step, slow)


def _replace(handler, step, function):
    setattr(handler, step, function)
    return lambda: delattr(handler, step)
