"""Which worker works on a job (ImportJob, SiteCopy, DeckJob): its row is claimed by a conditional update, and
`changed` is the claim.

The claim moves with every sign of life. A worker that gave none for IMPORT_CLAIM_SECONDS is dead: the clock
finds its row, and another worker claims it.
"""
from __future__ import unicode_literals

import datetime
import logging
from contextlib import contextmanager
from typing import Any, Iterator

from django.conf import settings
from django.db.models import Q
from django.utils import timezone
from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from common.compat import json_dumps, json_loads
from common.heartbeat import Heartbeat
from decks.models import ImportJob

logger = logging.getLogger("decks")

TRIES = 3
# While a file is read and compared: signs of life in the time after which a worker is dead, and for how many
# such times.
BEATS, CLAIMS = 4, 10

OURS = N_("Something went wrong here. No deck was left half done; please try again.")


class ClaimLostError(Exception):
    """Somebody else has taken this job, or it is gone."""


def claim(pk, model=ImportJob):
    # type: (int, Any) -> Any
    """The job with this id, claimed; None when another worker has it, or when there is nothing to do.

    `model` is ImportJob, or another one with its `status`, `changed` and `result`. A job that has ended TRIES
    workers fails.
    """
    job = model.objects.filter(pk=pk, status__in=(ImportJob.QUEUED, ImportJob.RUNNING)).defer(
        *_heavy(model)).first()
    if job is None or (job.status == ImportJob.RUNNING and timezone.now() - job.changed < claim_time()):
        return None
    result = json_loads(job.result)
    result["tries"] = result.get("tries", 0) + 1 if job.status == ImportJob.RUNNING else 1
    if not model.objects.filter(pk=pk, status=job.status, changed=job.changed).update(
            status=ImportJob.RUNNING, changed=timezone.now(), result=json_dumps(result)):
        return None
    job = model.objects.defer(*[name for name in _heavy(model) if name == "report"]).get(pk=pk)
    if result["tries"] > TRIES:
        logger.error("Job %d has ended %d workers and is given up.", pk, TRIES)
        end(job, ImportJob.FAILED, error=_(OURS))
        return None
    return job


@contextmanager
def working(job):
    # type: (Any) -> Iterator[None]
    """Around the work on a claimed job: one that another worker has taken is left to that one, and one that
    fails unforeseen ends as FAILED.
    """
    try:
        yield
    except ClaimLostError:
        logger.warning("%s %d was taken by another worker.", _kind(job), job.pk)
    except Exception:
        logger.exception("%s %d failed.", _kind(job), job.pk)
        end(job, ImportJob.FAILED, error=_(OURS))


def due(model):
    # type: (Any) -> list[int]
    """The ids of the jobs that workers are to be told of: that nobody has begun for ten seconds, or whose
    worker is dead.
    """
    now = timezone.now()
    waiting = Q(status=ImportJob.QUEUED, changed__lt=now - datetime.timedelta(seconds=10))
    lost = Q(status=ImportJob.RUNNING, changed__lt=now - claim_time())
    return list(model.objects.filter(waiting | lost).order_by("pk").values_list("pk", flat=True))


def claim_time():
    # type: () -> datetime.timedelta
    """A worker that was not heard of for so long is dead, and another may go on."""
    return datetime.timedelta(seconds=settings.IMPORT_CLAIM_SECONDS)


def sign(job, **fields):
    # type: (ImportJob, **Any) -> None
    """Write these fields of a claimed job down as a sign of life.

    Raises ClaimLostError where it is somebody else's by now.
    """
    if not _sign(job, fields):
        raise ClaimLostError()


def heartbeat(job):
    # type: (ImportJob) -> Heartbeat
    """A context manager that gives signs of life from another thread, while one step takes long."""
    return Heartbeat(lambda: _sign(job, {}), settings.IMPORT_CLAIM_SECONDS / float(BEATS), BEATS * CLAIMS)


def end(job, status, fields=None, **result):
    # type: (ImportJob, str, dict[str, Any] | None, **Any) -> None
    """Write down what became of a claimed job, unless it is somebody else's by now: its status, fields,
    and keys of its result. Of a model with SPENT that is forgotten, and what was left for another worker.
    """
    spent = getattr(job, "SPENT", {})
    kept = {name: value for name, value in json_loads(job.result).items() if not spent or name != "left"}
    fields = dict(dict(spent, **fields or {}), status=status, changed=timezone.now(),
                  result=json_dumps(dict(kept, **result)))
    if status == ImportJob.DONE:
        fields.update(dict.fromkeys(_heavy(type(job)), ""))
    _all(job).filter(pk=job.pk, status=ImportJob.RUNNING, changed=job.changed).update(**fields)


def _kind(job):
    # type: (Any) -> str
    return job._meta.concrete_model.__name__


def _heavy(model):
    # type: (Any) -> tuple[str, ...]
    """What is only read where it is needed, and forgotten when the job is done."""
    return ("content", "report") if issubclass(model, ImportJob) else ()


def _all(job):
    # type: (Any) -> Any
    # Rows that are read without some of their fields are of a class of their own in the old Django.
    return (ImportJob if isinstance(job, ImportJob) else type(job)).objects


def _sign(job, fields):
    # type: (ImportJob, dict[str, Any]) -> bool
    fields = dict(fields, changed=timezone.now())
    if not _all(job).filter(pk=job.pk, status=ImportJob.RUNNING, changed=job.changed).update(**fields):
        return False
    for name, value in fields.items():
        setattr(job, name, value)
    return True
