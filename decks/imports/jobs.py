"""Imports that people look at before they are stored: from the file to the dry run, from there to the end,
and back.

The row of the ImportJob is the truth; `worker` does what it says is next, and `claims` says who may. Short
steps are done at once, long ones by a worker.
"""
from __future__ import unicode_literals

import base64
import datetime
import logging

from django.utils import timezone

from common.compat import json_dumps
from decks import staging
from decks.imports import claims, looking, worker
from decks.imports.comparing import CHANGED, GONE, SAME
from decks.imports.looking import options_of, result_of
from decks.imports.worker import LOOK, STORE, UNDO, Refused
from decks.limits import ADULT, NAME_LENGTH
from decks.models import ImportJob
from live import UnsentError, send_task

logger = logging.getLogger("decks")

CHANNEL = "import-deck"
KEPT = {ImportJob.WAITING: 2, ImportJob.FAILED: 14, ImportJob.DONE: 90, ImportJob.UNDONE: 90}  # days


def look(user, content, file_name, deck=None, site=False, rating=ADULT, language="en", name=""):
    """A new ImportJob. A short one waits for a yes, with its dry run in `result`; a worker looks at a long
    one.

    The cards are for `deck`, or (None) for decks of the site or of the user. `name` is for a deck that would
    be alone.
    Raises FormatError when a short one cannot be read; a long one fails, then.
    """
    is_quick = looking.is_quick(content, file_name, name, deck, None if site else user)
    options = {"step": LOOK, "mode": None, "rating": rating, "language": language, "site": site, "keys": None,
               "name": name}
    job = ImportJob.objects.create(
        user=user, deck=deck, file_name=file_name[:NAME_LENGTH], options=json_dumps(options),
        status=ImportJob.QUEUED,
        content=base64.b64encode(content).decode("ascii"))
    _begin(job.pk, is_quick)
    return ImportJob.objects.defer("content", "report").get(pk=job.pk)


def is_looked_at(job):
    """Whether its dry run is there."""
    return worker.step_of(job) != LOOK


def start(job, mode=None, keys=None):
    """Store it, or look again after a failure, at once or by a worker. `keys` are the packs wanted, None all.

    Raises Refused.
    """
    options = options_of(job)
    if is_looked_at(job):
        options.update(step=STORE, mode=mode or options["mode"], keys=keys)
    if not _queued(job, options, (ImportJob.WAITING, ImportJob.FAILED)):
        raise Refused("This import is being worked on, or is stored already.")
    _begin(job.pk, is_looked_at(job) and max(job.total, _cards_there(job)) <= looking.AT_ONCE)


def undo(job):
    """Take back what the import stored, at once or by a worker: new decks go, others are again as they were.

    Raises Refused.

    A deck that somebody has changed since stands in the way of all.
    """
    result = dict(result_of(job), undoing=None)  # whatever an earlier try left half done counts as changed
    worker.check_untouched(result)
    cards = sum(entry["added"] + entry["removed"] for entry in result.get("decks", ()))
    if not _queued(job, dict(options_of(job), step=UNDO), (ImportJob.DONE, ImportJob.FAILED),
                   total=cards, result=json_dumps(result)):
        raise Refused("There is nothing to take back.")
    _begin(job.pk, max(cards, _cards_there(job)) <= looking.AT_ONCE)


def throw_away(job):
    """Forget an import that was not stored."""
    ImportJob.objects.filter(pk=job.pk, status__in=(ImportJob.WAITING, ImportJob.FAILED)).delete()


def import_deck(payload):
    """The task of CHANNEL: do the next step of the job with the id payload["id"]."""
    worker.run(payload["id"])


def queue_due():
    """Tell the workers of every job that waits for one: when they start, and each minute."""
    waiting = ImportJob.objects.filter(status=ImportJob.QUEUED,
                                       changed__lt=timezone.now() - datetime.timedelta(seconds=10))
    lost = ImportJob.objects.filter(status=ImportJob.RUNNING,
                                    changed__lt=timezone.now() - claims.claim_time())
    for pk in sorted(set(waiting.values_list("pk", flat=True)) | set(lost.values_list("pk", flat=True))):
        _queue(pk)


def clear_old():
    """Forget imports that nobody comes back to, and what dead workers have left."""
    for status, days in KEPT.items():
        ImportJob.objects.filter(status=status,
                                 changed__lt=timezone.now() - datetime.timedelta(days=days)).delete()
    staging.clear_staged()


def _queued(job, options, statuses, **fields):
    """Whether the job was in one of these statuses and is queued now, for the step that the options name."""
    return ImportJob.objects.filter(pk=job.pk, status__in=statuses).update(
        status=ImportJob.QUEUED, options=json_dumps(options), done=0, changed=timezone.now(), **fields)


def _begin(pk, at_once):
    if at_once:
        worker.run(pk)
    else:
        _queue(pk)


def _cards_there(job):
    """How many cards the decks have that the dry run was compared with."""
    counts = result_of(job)["dry_run"]["counts"]
    return sum(counts[status] for status in (SAME, CHANGED, GONE))


def _queue(pk):
    try:
        send_task(CHANNEL, {"id": pk})
    except UnsentError as lost:
        logger.warning("No worker could be told of import %d (%s); the clock will find it.", pk, lost)
