"""Which worker works on an ImportJob: its row is claimed by a conditional update, and `changed` is the claim.

The claim moves with every sign of life. A worker that gave none for IMPORT_CLAIM_SECONDS is dead: the clock
finds its row, and another worker claims it.
"""
from __future__ import unicode_literals

import datetime
import logging

from django.conf import settings
from django.utils import timezone

from common.compat import json_dumps
from common.heartbeat import Heartbeat
from decks.imports.looking import result_of
from decks.models import ImportJob

logger = logging.getLogger("decks")

TRIES = 3
# While a file is read and compared: signs of life in the time after which a worker is dead, and for how many
# such times.
BEATS, CLAIMS = 4, 10

OURS = "Something went wrong here. No deck was left half done; please try again."


class ClaimLostError(Exception):
    """Somebody else has taken this job, or it is gone."""


def claim(pk):
    """The ImportJob with this id, claimed; None when another worker has it, or when there is nothing to do.

    A job that has ended TRIES workers fails.
    """
    job = ImportJob.objects.filter(pk=pk, status__in=(ImportJob.QUEUED, ImportJob.RUNNING)).defer(
        "content", "report").first()
    if job is None or (job.status == ImportJob.RUNNING and timezone.now() - job.changed < claim_time()):
        return None
    result = result_of(job)
    result["tries"] = result.get("tries", 0) + 1 if job.status == ImportJob.RUNNING else 1
    if not ImportJob.objects.filter(pk=pk, status=job.status, changed=job.changed).update(
            status=ImportJob.RUNNING, changed=timezone.now(), result=json_dumps(result)):
        return None
    job = ImportJob.objects.defer("report").get(pk=pk)
    if result["tries"] > TRIES:
        logger.error("Import %d has ended %d workers and is given up.", pk, TRIES)
        end(job, ImportJob.FAILED, error=OURS)
        return None
    return job


def claim_time():
    """A worker that was not heard of for so long is dead, and another may go on."""
    return datetime.timedelta(seconds=settings.IMPORT_CLAIM_SECONDS)


def sign(job, **fields):
    """Write these fields of a claimed job down as a sign of life.

    Raises ClaimLostError where it is somebody else's by now.
    """
    if not _sign(job, fields):
        raise ClaimLostError()


def heartbeat(job):
    """A context manager that gives signs of life from another thread, while one step takes long."""
    return Heartbeat(lambda: _sign(job, {}), settings.IMPORT_CLAIM_SECONDS / float(BEATS), BEATS * CLAIMS)


def end(job, status, fields=None, **result):
    """Write down what became of a claimed job, unless it is somebody else's by now: its status, fields,
    and keys of its result.
    """
    fields = dict(fields or {}, status=status, changed=timezone.now(),
                  result=json_dumps(dict(result_of(job), **result)))
    if status == ImportJob.DONE:
        fields.update(content="", report="")
    ImportJob.objects.filter(pk=job.pk, status=ImportJob.RUNNING, changed=job.changed).update(**fields)


def _sign(job, fields):
    fields = dict(fields, changed=timezone.now())
    if not ImportJob.objects.filter(pk=job.pk, status=ImportJob.RUNNING,
                                    changed=job.changed).update(**fields):
        return False
    for name, value in fields.items():
        setattr(job, name, value)
    return True
