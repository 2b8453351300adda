"""Work on many decks: done at once, or queued for a worker as a DeckJob, whose row is the truth."""
from __future__ import unicode_literals

import datetime
import logging
from collections import namedtuple

from django.contrib import messages
from django.shortcuts import redirect
from django.utils import timezone

from common.compat import json_dumps, json_loads
from decks import claims, staging
from decks.editing.factory import EditError
from decks.models import DeckJob, ImportJob
from decks.progress import Progress
from live import UnsentError, send_task

logger = logging.getLogger("decks")

# `title` stands above the bar; `back` is (the name of an address, its words), the way on from the end.
# `run(user, options, progress)` returns the result and raises EditError; `tell(options, result)` is (level of
# the message, its text). Options and results are documents for JSON; of the options those that `tell` reads,
# `told`, are kept when the work is done.
Work = namedtuple("Work", "title back run tell told")
WORKS = {}

CHANNEL = "work-on-decks"
QUEUED, RUNNING, DONE, FAILED = ImportJob.QUEUED, ImportJob.RUNNING, ImportJob.DONE, ImportJob.FAILED
KEPT_DAYS = 14


def register(name, work):
    """Let this kind of Work be done under a name, by requests and by workers."""
    WORKS[name] = work


def do(request, work, options, is_long):
    """Do it and tell what became of it, or give it to a worker. Returns None, or the way to the job's page.

    Raises EditError where it is done at once and cannot be.
    """
    if is_long:
        # Back to the list with its filters.
        options = dict(options, back=request.get_full_path())
        job = DeckJob.objects.create(user=request.user, work=work, options=json_dumps(options))
        _queue(job.pk)
        return redirect("decks_admin:work", job.pk)
    level, told = WORKS[work].tell(options, WORKS[work].run(request.user, options, Progress()))
    messages.add_message(request, level, told)
    return None


def told(job):
    """(level of a message, its HTML) of a job that is done."""
    return WORKS[job.work].tell(json_loads(job.options), json_loads(job.result)["told"])


def at_work(user):
    """The jobs of this person that are not done yet."""
    return DeckJob.objects.filter(user=user, status__in=(QUEUED, RUNNING))


def work_on_decks(payload):
    """The task of CHANNEL: go on with the job with the id payload["id"]."""
    job = claims.claim(payload["id"], DeckJob)
    if job is None:
        return
    work, options = WORKS[job.work], json_loads(job.options)
    with claims.working(job):
        try:
            with claims.heartbeat(job):
                found = work.run(job.user, options, _Signed(job))
            kept = json_dumps({name: options[name] for name in work.told + ("back",) if name in options})
            claims.end(job, DONE, {"done": job.total, "options": kept}, told=found, error="")
        except EditError as problem:
            claims.end(job, FAILED, error="%s" % problem)


def queue_due():
    """Tell the workers of every job that waits for one."""
    for pk in claims.due(DeckJob):
        _queue(pk)


def clear_old():
    """Forget what nobody looks at any more."""
    DeckJob.objects.filter(changed__lt=timezone.now() - datetime.timedelta(days=KEPT_DAYS)).exclude(
        status__in=(QUEUED, RUNNING)).delete()


class _Signed(Progress):
    """Writes down how far the worker is; that is its sign of life, too."""

    def __init__(self, job):
        super(_Signed, self).__init__()
        self._job = job
        self._begun = json_loads(job.result)
        self.done, self.total, self.left = job.done, job.total, self._begun.get("left", {})

    def _keep(self, left):
        super(_Signed, self)._keep(left)
        claims.sign(self._job, done=self.done, total=self.total,
                    result=json_dumps(dict(self._begun, left=self.left)))

    def step(self, pieces, **left):
        super(_Signed, self).step(pieces, **left)
        staging.let_others_write()


def _queue(pk):
    try:
        send_task(CHANNEL, {"id": pk})
    except UnsentError as lost:
        logger.warning("No worker could be told of job %d (%s); the clock will find it.", pk, lost)
