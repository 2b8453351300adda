"""Cleaning in small bites, minute after minute: on SQLite everybody who writes waits for whoever writes just
then.
"""
from __future__ import unicode_literals

import threading
import time

from django.db import connection

# How many rows one statement deletes: far less than the 20 ms that others may wait.
ROWS = 20
# SQLite lets nobody else in between two transactions that follow at once.
PAUSE_SECONDS = 0.02


class Sweep(object):
    """Walks over rows, a bite at each call, and begins anew after the last; for rows of which most will stay.

    Each process has a walk of its own and begins at the first row when it starts.
    """

    def __init__(self, size):
        self._size, self._after, self._lock = size, None, threading.Lock()

    def bite(self, queryset):
        """The next rows of `queryset`, in the order of their primary keys: a list,
        empty when there are none.
        """
        with self._lock:
            rows = queryset.order_by("pk")
            if self._after is not None:
                rows = rows.filter(pk__gt=self._after)
            rows = list(rows[:self._size])
            self._after = rows[-1].pk if len(rows) == self._size else None
            return rows


def delete_some(queryset, most):
    """Delete up to `most` rows of `queryset`, few at a time, and return how many.

    A row that is changed meanwhile so that `queryset` has it no more is not deleted.
    """
    count = 0
    while count < most:
        chosen = list(queryset.order_by("pk").values_list("pk", flat=True)[:min(ROWS, most - count)])
        if not chosen:
            break
        queryset.filter(pk__in=chosen).order_by().delete()
        count += len(chosen)
        let_others_in()
    return count


def let_others_in():
    """Call it after each transaction of several."""
    if connection.vendor == "sqlite":
        time.sleep(PAUSE_SECONDS)
