"""Imports that people look at before they are stored: from the file to the dry run, from there to the end, and back.

The row is the truth, and the step in its options says what is next. A worker claims it by a conditional update; `changed` is
its claim and moves with every batch, and meanwhile by a heartbeat, so the row of a worker
that died is found by the clock. The next one looks again, or goes
on storing where whole decks end.
"""
from __future__ import unicode_literals

import base64
import datetime
import logging

from django.conf import settings
from django.utils import timezone

from common.compat import json_dumps
from common.heartbeat import Heartbeat
from decks import access, staging
from decks.history import restoring
from decks.imports import looking, storing
from decks.imports.comparing import CHANGED, GONE, SAME
from decks.imports.formats.shapes import FormatError
from decks.imports.looking import options_of, result_of
from decks.limits import ADULT, NAME_LENGTH
from decks.models import DRAFT, Deck, ImportJob
from live import UnsentError, send_task

logger = logging.getLogger("decks")

CHANNEL = "import-deck"
LOOK, STORE = "look", "store"
TRIES = 3
# While a file is read and compared: signs of life in the time after which a worker is dead, and for how many such times.
BEATS, CLAIMS = 4, 10
KEPT = {ImportJob.WAITING: 2, ImportJob.FAILED: 14, ImportJob.DONE: 90, ImportJob.UNDONE: 90}  # days

_OURS = "Something went wrong here. No deck was left half done; please try again."
_UNREADABLE = "This cannot be read: %s."
_FULL = "There is room for %d more decks of yours, and this has %d. Delete some in your archive, or choose fewer packs."
_RESTLESS = "Somebody else is changing the deck all the time. Please try again when they are done."


class Refused(ValueError):
    """It cannot be done now; the message tells the person why."""


class ClaimLostError(Exception):
    """Somebody else has taken this job, or it is gone."""


def look(user, content, file_name, deck=None, site=False, rating=ADULT, language="en", name=""):
    """A new ImportJob. A short one waits for a yes, with its dry run in `result`; a worker looks at a long one.

    The cards are for `deck`, or (None) for decks of the site or of the user. `name` is for a deck that would be alone.
    Raises FormatError when a short one cannot be read; a long one fails, then.
    """
    is_quick = looking.is_quick(content, file_name, name, deck, None if site else user)
    options = {"step": LOOK, "mode": None, "rating": rating, "language": language, "site": site, "keys": None, "name": name}
    job = ImportJob.objects.create(
        user=user, deck=deck, file_name=file_name[:NAME_LENGTH], options=json_dumps(options), status=ImportJob.QUEUED,
        content=base64.b64encode(content).decode("ascii"))
    _begin(job.pk, is_quick)
    return ImportJob.objects.defer("content").get(pk=job.pk)


def is_looked_at(job):
    """Whether its dry run is there. Imports from before there were steps have one."""
    return options_of(job).get("step", STORE) == STORE


def start(job, mode=None, keys=None):
    """Store it, or look again after a failure, at once or by a worker. `keys` are the packs wanted, None all. Raises Refused."""
    options = options_of(job)
    if is_looked_at(job):
        options.update(mode=mode or options["mode"], keys=keys)
    if not ImportJob.objects.filter(pk=job.pk, status__in=(ImportJob.WAITING, ImportJob.FAILED)).update(
            status=ImportJob.QUEUED, options=json_dumps(options), done=0, changed=timezone.now()):
        raise Refused("This import is being worked on, or is stored already.")
    _begin(job.pk, is_looked_at(job) and max(job.total, _cards_there(job)) <= looking.AT_ONCE)


def import_deck(payload):
    """The task of CHANNEL: do the next step of the job with the id payload["id"]."""
    run(payload["id"])


def run(pk):
    """Do the next step of the job with this id, unless another worker does."""
    job = _claim(pk)
    if job is None:
        return
    try:
        (_store if is_looked_at(job) else _look)(job)
    except ClaimLostError:
        logger.warning("Import %d was taken by another worker.", pk)
    except staging.StaleDeckError:
        _end(job, ImportJob.FAILED, error=_RESTLESS)
    except Refused as refusal:
        _end(job, ImportJob.FAILED, error="%s" % refusal)
    except FormatError as error:
        _end(job, ImportJob.FAILED, error=_UNREADABLE % error, unreadable=True)
    except Exception:
        logger.exception("Import %d failed.", pk)
        _end(job, ImportJob.FAILED, error=_OURS)


def undo(job):
    """Take back what the import stored: new decks go, others are again as they were. Raises Refused.

    A deck that somebody has changed since stands in the way of all.
    """
    entries = result_of(job).get("decks", [])
    decks = {deck.pk: deck for deck in Deck.objects.filter(pk__in=[entry["id"] for entry in entries])}
    for entry in entries:
        deck = decks.get(entry["id"])
        if deck is not None and deck.revision != entry["revision"]:
            raise Refused("\u201c%s\u201d has been changed since, so this import cannot be taken back as a whole." % deck.name)
    if not ImportJob.objects.filter(pk=job.pk, status__in=(ImportJob.DONE, ImportJob.FAILED)).update(
            status=ImportJob.UNDONE, changed=timezone.now()):
        raise Refused("There is nothing to take back.")
    for entry in entries:
        deck = decks.get(entry["id"])
        if deck is None:
            continue
        if entry["status"] == "new":
            staging.discard(deck)
        else:
            restoring.restore(deck, entry["before"], job.user)


def throw_away(job):
    """Forget an import that was not stored."""
    ImportJob.objects.filter(pk=job.pk, status__in=(ImportJob.WAITING, ImportJob.FAILED)).delete()


def queue_due():
    """Tell the workers of every job that waits for one: when they start, and each minute."""
    waiting = ImportJob.objects.filter(status=ImportJob.QUEUED, changed__lt=timezone.now() - datetime.timedelta(seconds=10))
    lost = ImportJob.objects.filter(status=ImportJob.RUNNING, changed__lt=timezone.now() - _claim_time())
    for pk in sorted(set(waiting.values_list("pk", flat=True)) | set(lost.values_list("pk", flat=True))):
        _queue(pk)


def clear_old():
    """Forget imports that nobody comes back to, and what dead workers have left."""
    for status, days in KEPT.items():
        ImportJob.objects.filter(status=status, changed__lt=timezone.now() - datetime.timedelta(days=days)).delete()
    staging.clear_staged()


def _begin(pk, at_once):
    if at_once:
        run(pk)
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


def _claim_time():
    """A worker that was not heard of for so long is dead, and another may go on."""
    return datetime.timedelta(seconds=settings.IMPORT_CLAIM_SECONDS)


def _claim(pk):
    """The job, ours until somebody sees that it did not move for too long; None when it is not to be had."""
    job = ImportJob.objects.filter(pk=pk).defer("content").first()
    if job is None:
        return None
    if job.status == ImportJob.RUNNING and timezone.now() - job.changed < _claim_time():
        return None
    result = result_of(job)
    result["tries"] = result.get("tries", 0) + 1 if job.status == ImportJob.RUNNING else 1
    if job.status not in (ImportJob.QUEUED, ImportJob.RUNNING):
        return None
    now = timezone.now()
    if not ImportJob.objects.filter(pk=pk, status=job.status, changed=job.changed).update(
            status=ImportJob.RUNNING, changed=now, result=json_dumps(result)):
        return None
    job = ImportJob.objects.get(pk=pk)
    if result["tries"] > TRIES:
        logger.error("Import %d has ended %d workers and is given up.", pk, TRIES)
        _end(job, ImportJob.FAILED, error=_OURS)
        return None
    return job


def _look(job):
    with _heartbeat(job):
        summary, mode = looking.look(job)
    options = dict(options_of(job), step=STORE, mode=mode)
    _end(job, ImportJob.WAITING, {"options": json_dumps(options), "total": summary["black"] + summary["white"]},
         dry_run=summary, error="", unreadable=False)


def _store(job):
    for tries_left in reversed(range(TRIES)):
        try:
            with _heartbeat(job):
                plan = looking.plan_of(job)
            _check_room(looking.owner_of(job), plan)
            storing.store(plan, job.user, DRAFT, looking.owner_of(job), "Import of %s" % (job.file_name or "pasted cards"),
                          _Watch(job, plan))
            break
        except staging.StaleDeckError:
            if not tries_left:
                raise
    _end(job, ImportJob.DONE, error="")


def _check_room(owner, plan):
    new = sum(planned.deck is None for planned in plan.decks)
    if owner is not None and new > access.decks_left(owner):
        raise Refused(_FULL % (access.decks_left(owner), new))


def _heartbeat(job):
    seconds = settings.IMPORT_CLAIM_SECONDS / float(BEATS)
    return Heartbeat(lambda: _sign(job), seconds, BEATS * CLAIMS)


def _sign(job, **fields):
    """Write these fields of a claimed job down as a sign of life. Returns False where it is somebody else's by now."""
    fields["changed"] = timezone.now()
    if not ImportJob.objects.filter(pk=job.pk, status=ImportJob.RUNNING, changed=job.changed).update(**fields):
        return False
    for name, value in fields.items():
        setattr(job, name, value)
    return True


def _end(job, status, fields=None, **result):
    """Write down what became of a claimed job, unless it is somebody else's by now."""
    fields = dict(fields or {}, status=status, changed=timezone.now(), result=json_dumps(dict(result_of(job), **result)))
    if status == ImportJob.DONE:
        fields["content"] = ""
    ImportJob.objects.filter(pk=job.pk, status=ImportJob.RUNNING, changed=job.changed).update(**fields)


class _Watch(storing.Watch):
    """Writes down how far the worker is; that is its sign of life, too."""

    def __init__(self, job, plan):
        self.job = job
        self.job.done = sum(entry["added"] + entry["removed"] for entry in result_of(job).get("decks", ()))
        self._sign(done=self.job.done, total=self.job.done + storing.weight(plan))

    def written(self, cards):
        self._sign(done=self.job.done + cards)

    def shown(self, entries):
        result = result_of(self.job)
        self._sign(result=json_dumps(dict(result, decks=result.get("decks", []) + entries)))

    def _sign(self, **fields):
        if not _sign(self.job, **fields):
            raise ClaimLostError()
