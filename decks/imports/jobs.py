"""Imports that people look at before they are stored: from the file to the dry run, from there to the end,
and back.

The row of the ImportJob is the truth; `worker` does what it says is next, and `claims` says who may. Short
steps are done at once, long ones by a worker.
"""
from __future__ import unicode_literals

import base64
import datetime
import logging
from typing import Any, Container, Iterable

from django.utils import timezone, translation

from common.compat import gettext as _
from common.compat import json_dumps
from decks import claims, deleted, staging
from decks.imports import looking, planning, worker
from decks.imports.comparing import CHANGED, GONE, SAME
from decks.imports.generic import mapping
from decks.imports.looking import options_of, result_of
from decks.imports.reading.shapes import FormatError
from decks.imports.worker import LOOK, STORE, UNDO, Refused
from decks.limits import ADULT, NAME_LENGTH
from decks.models import Deck, ImportJob
from live import UnsentError, send_task

logger = logging.getLogger("decks")

CHANNEL = "import-deck"
KEPT = {ImportJob.WAITING: 2, ImportJob.FAILED: 14, ImportJob.DONE: 90, ImportJob.UNDONE: 90}  # days


def look(user, content, file_name, deck=None, site=False, rating=ADULT, language="en", name=""):
    # type: (Any, bytes, str, Deck | None, bool, str, str, str) -> ImportJob
    """A new ImportJob. A short one waits for a yes, with its dry run in `result`; a worker looks at a long
    one.

    The cards are for `deck`, or (None) for decks of the site or of the user. `name` is for a deck that would
    be alone.
    Raises FormatError when a short one cannot be read; a long one fails, then.
    """
    is_quick = looking.is_quick(content, file_name, name, deck, None if site else user)
    options = {"step": LOOK, "mode": None, "rating": rating, "language": language, "site": site, "keys": None,
               "name": name, "map": None, "speaks": translation.get_language()}
    job = ImportJob.objects.create(
        user=user, deck=deck, file_name=file_name[:NAME_LENGTH], options=json_dumps(options),
        status=ImportJob.QUEUED,
        content=base64.b64encode(content).decode("ascii"))
    _begin(job.pk, is_quick)
    return ImportJob.objects.defer("content", "report").get(pk=job.pk)


def is_looked_at(job):
    # type: (ImportJob) -> bool
    """Whether its dry run is there."""
    return worker.step_of(job) != LOOK


def is_sure(job):
    # type: (ImportJob) -> bool
    """Whether nobody has to be asked how the file is meant."""
    proposal = result_of(job).get("dry_run", {}).get("proposal")
    return proposal is None or proposal["sure"]


def read_as(job, document):
    # type: (ImportJob, dict[str, Any] | None) -> None
    """Look at it again, read as a mapping says (generic.mapping), or as it looks (None). Raises Refused."""
    at_once = len(looking.content_of(job)) <= looking.AT_ONCE_BYTES
    try:
        if at_once:
            looking.parsed_as(job, document)
        elif document is not None:
            mapping.from_dict(document)
    except FormatError as error:
        raise Refused(_("It cannot be read so: %s.") % error)
    options = dict(options_of(job), step=LOOK, map=document)
    if not _queued(job, options, (ImportJob.WAITING, ImportJob.FAILED)):
        raise Refused(_("This import is being worked on, or is stored already."))
    _begin(job.pk, at_once)


def start(job, mode=None, keys=None, is_right=False, packs=None):
    # type: (ImportJob, str | None, list[str] | None, bool, planning.Chosen | None) -> None
    """Store it, or look again after a failure, at once or by a worker. `keys` are the packs wanted, None all;
    `packs` is what somebody has said of single ones.

    `is_right` says that somebody has seen how the file was read. Raises Refused; where that is not sure, too.
    """
    options = options_of(job)
    if is_looked_at(job) and not is_right and not is_sure(job):
        raise Refused(_("Please say first that the cards are read right."))
    if is_looked_at(job):
        options.update(step=STORE, mode=mode or options["mode"], keys=keys, packs=packs or {})
    if not _queued(job, options, (ImportJob.WAITING, ImportJob.FAILED)):
        raise Refused(_("This import is being worked on, or is stored already."))
    _begin(job.pk, is_looked_at(job) and max(job.total, _cards_there(job)) <= looking.AT_ONCE)


def changed_since(job, ids=None, even=None):
    # type: (ImportJob, Container[int] | None, dict[int, int] | None) -> list[Deck]
    """The decks that stand in the way of `undo`, because somebody has changed them since."""
    return worker.changed_since(_anew(job), ids, even)


def undo(job, ids=None, even=None):
    # type: (ImportJob, list[int] | None, dict[int, int] | None) -> None
    """Take back what the import stored, at once or by a worker: new decks go, others are again as they were.
    All, or those with these ids.

    A deck that somebody has changed since stands in the way of all, unless it still has the revision that
    `even` ({id: revision}) says. Raises Refused.
    """
    result = _anew(job)
    worker.check_untouched(result, ids, even)
    wanted = [entry for entry in result.get("decks", ()) if ids is None or entry["id"] in ids]
    cards = sum(entry["added"] + entry["removed"] for entry in wanted)
    options = dict(options_of(job), step=UNDO,
                   undo={"ids": ids, "even": {"%d" % pk: number for pk, number in (even or {}).items()}})
    if not wanted or not _queued(job, options, (ImportJob.DONE, ImportJob.FAILED), total=cards,
                                 result=json_dumps(result)):
        raise Refused(_("There is nothing to take back."))
    _begin(job.pk, max(cards, _cards_there(job)) <= looking.AT_ONCE)


def throw_away(job):
    # type: (ImportJob) -> None
    """Forget an import that was not stored."""
    ImportJob.objects.filter(pk=job.pk, status__in=(ImportJob.WAITING, ImportJob.FAILED)).delete()


def queue_due():
    # type: () -> None
    """Tell the workers of every job that waits for one: when they start, and each minute."""
    for pk in claims.due(ImportJob):
        _queue(pk)


def clear_old():
    # type: () -> None
    """Forget imports that nobody comes back to, and what dead workers have left."""
    for status, days in KEPT.items():
        ImportJob.objects.filter(status=status,
                                 changed__lt=timezone.now() - datetime.timedelta(days=days)).delete()
    staging.clear_staged()
    deleted.clear_old()


def _anew(job):
    # type: (ImportJob) -> dict[str, Any]
    """The result, in which whatever an earlier try left half done counts as changed."""
    return dict(result_of(job), undoing=None)


def _queued(job, options, statuses, **fields):
    # type: (ImportJob, dict[str, Any], Iterable[str], **Any) -> bool
    """Whether the job was in one of these statuses and is queued now, for the step that the options name."""
    return ImportJob.objects.filter(pk=job.pk, status__in=statuses).update(
        status=ImportJob.QUEUED, done=0,
        options=json_dumps(dict(options, speaks=translation.get_language())), changed=timezone.now(),
        **fields)


def _begin(pk, at_once):
    # type: (int, bool) -> None
    if at_once:
        worker.run(pk)
    else:
        _queue(pk)


def _cards_there(job):
    # type: (ImportJob) -> int
    """How many cards the decks have that the dry run was compared with."""
    counts = result_of(job)["dry_run"]["counts"]
    return sum(counts[status] for status in (SAME, CHANGED, GONE))


def _queue(pk):
    # type: (int) -> None
    try:
        send_task(CHANNEL, {"id": pk})
    except UnsentError as lost:
        logger.warning("No worker could be told of import %d (%s); the clock will find it.", pk, lost)
