"""Steps of imports in processes of their own: what computes for seconds in the process that answers pages and
sockets makes all of them wait.

Such a process is bounded in time and memory, there are at most AT_ONCE of them beside this one, and they end
when this one does. What they do is `worker.run`.
"""
from __future__ import unicode_literals

import logging
import os
import subprocess
import sys
import threading
import time
from typing import Any

from django.conf import settings
from django.utils.translation import gettext_noop as N_

from common.compat import gettext, monotonic
from decks import claims
from decks.imports import worker
from decks.limits import IMPORT_SECONDS
from decks.models import ImportJob

logger = logging.getLogger("decks")

AT_ONCE = 2
TOO_SLOW = N_("This takes longer than %d minutes, so it was stopped. Cut the file into smaller ones, or "
              "leave out what is not cards.")
_LOOK_SECONDS = 0.05
_free = threading.BoundedSemaphore(AT_ONCE)


def import_deck(payload):
    # type: (dict[str, Any]) -> None
    """The task of jobs.CHANNEL: do the next step of the job with the id payload["id"], and of others
    that wait.

    Where as many run as may, the job waits for one of these, or for the clock.
    """
    pk = payload["id"]  # type: int | None
    while pk is not None and _free.acquire(False):
        try:
            _do(pk)
        finally:
            _free.release()
        pk = ImportJob.objects.filter(status=ImportJob.QUEUED).order_by("pk").exclude(pk=pk).values_list(
            "pk", flat=True).first()


def _do(pk):
    # type: (int) -> None
    """Do the next step of a job in a process of its own, and end that when its time is over."""
    # Its standard input ends when this process does.
    child = subprocess.Popen(_command(pk), stdin=subprocess.PIPE, cwd=settings.BASE_DIR, close_fds=True)
    end = monotonic() + IMPORT_SECONDS
    while child.poll() is None and monotonic() < end:
        time.sleep(_LOOK_SECONDS)
    if child.poll() is None:
        child.kill()
        child.wait()
        _fail(pk)
    assert child.stdin
    child.stdin.close()
    if child.returncode:
        logger.error("The process for import %d ended with %d.", pk, child.returncode)


def _command(pk):
    # type: (int) -> list[str]
    return [sys.executable, os.path.join(settings.BASE_DIR, "manage.py"), "import_step", "%d" % pk]


def _fail(pk):
    # type: (int) -> None
    for job in ImportJob.objects.filter(pk=pk, status=ImportJob.RUNNING).defer("content", "report"):
        with worker.speaking(job):
            claims.end(job, ImportJob.FAILED, error=gettext(TOO_SLOW) % (IMPORT_SECONDS // 60),
                       unreadable=worker.step_of(job) == worker.LOOK)
