"""The steps of an import that a worker does, or a page where they are short: look, store, undo.

What is next stands in the options of the ImportJob. Each step may be done again by another worker: looking
has stored nothing, storing goes on where whole decks end, undoing where decks have been taken back.
"""
from __future__ import unicode_literals

import logging

from common.compat import json_dumps
from decks import access, staging
from decks.history import restoring
from decks.imports import claims, looking, storing
from decks.imports.formats.shapes import FormatError
from decks.imports.looking import options_of, result_of
from decks.models import DRAFT, Deck, ImportJob

logger = logging.getLogger("decks")

LOOK, STORE, UNDO = "look", "store", "undo"
PLANS = 3  # so often a deck may change while its import is planned

_UNREADABLE = "This cannot be read: %s."
_FULL = ("There is room for %d more decks of yours, and this has %d. Delete some in your archive, or choose "
         "fewer packs.")
_RESTLESS = "Somebody else is changing the deck all the time. Please try again when they are done."
_CHANGED = "\u201c%s\u201d has been changed since, so this import cannot be taken back as a whole."


class Refused(ValueError):
    """It cannot be done now; the message tells the person why."""


def step_of(job):
    """LOOK, STORE or UNDO: what is done next. Imports from before there were steps are looked at."""
    return options_of(job).get("step", STORE)


def run(pk):
    """Do the next step of the job with this id, unless another worker does."""
    job = claims.claim(pk)
    if job is None:
        return
    try:
        {LOOK: _look, STORE: _store, UNDO: _undo}[step_of(job)](job)
    except claims.ClaimLostError:
        logger.warning("Import %d was taken by another worker.", pk)
    except staging.StaleDeckError:
        claims.end(job, ImportJob.FAILED, error=_RESTLESS)
    except Refused as refusal:
        claims.end(job, ImportJob.FAILED, error="%s" % refusal)
    except FormatError as error:
        claims.end(job, ImportJob.FAILED, error=_UNREADABLE % error, unreadable=True)
    except Exception:
        logger.exception("Import %d failed.", pk)
        claims.end(job, ImportJob.FAILED, error=claims.OURS)


def check_untouched(result):
    """Raises Refused when somebody has changed a deck since the import with this result stored it:
    then nothing of it is taken back.
    """
    for entry, deck in _entries(result):
        if deck is not None and deck.revision != entry["revision"] and entry["id"] != result.get("undoing"):
            raise Refused(_CHANGED % deck.name)


def _look(job):
    with claims.heartbeat(job):
        summary, mode, report = looking.look(job)
    options = dict(options_of(job), step=STORE, mode=mode)
    claims.end(job, ImportJob.WAITING,
               {"options": json_dumps(options), "total": summary["black"] + summary["white"],
                "report": report},
               dry_run=summary, error="", unreadable=False)


def _store(job):
    for tries_left in reversed(range(PLANS)):
        try:
            with claims.heartbeat(job):
                plan = looking.plan_of(job)
            _check_room(looking.owner_of(job), plan)
            storing.store(plan, job.user, DRAFT, looking.owner_of(job),
                          "Import of %s" % (job.file_name or "pasted cards"),
                          _Watch(job, plan))
            break
        except staging.StaleDeckError:
            if not tries_left:
                raise
    claims.end(job, ImportJob.DONE, error="")


def _undo(job):
    """New decks go, others are again as they were.

    A deck that is begun is named first, for a worker that goes on after this one.
    """
    result = result_of(job)
    check_untouched(result)
    for entry, deck in _entries(result):
        claims.sign(job, result=json_dumps(dict(result, undoing=entry["id"])))
        if deck is not None and entry["status"] == "new":
            staging.discard(deck)
        elif deck is not None:
            with claims.heartbeat(job):
                restoring.restore(deck, entry["before"], job.user)
        result["decks"] = [other for other in result["decks"] if other["id"] != entry["id"]]
        claims.sign(job, result=json_dumps(result), done=job.done + entry["added"] + entry["removed"])
    claims.end(job, ImportJob.UNDONE, error="")


def _entries(result):
    """[(entry of storing.Watch.shown, its Deck or None where it is gone)] of what an import has stored."""
    entries = result.get("decks", [])
    decks = {deck.pk: deck for chunk in staging.chunks(entry["id"] for entry in entries)
             for deck in Deck.objects.filter(pk__in=chunk)}
    return [(entry, decks.get(entry["id"])) for entry in entries]


def _check_room(owner, plan):
    new = sum(planned.deck is None for planned in plan.decks)
    if owner is not None and new > access.decks_left(owner):
        raise Refused(_FULL % (access.decks_left(owner), new))


class _Watch(storing.Watch):
    """Writes down how far the worker is; that is its sign of life, too."""

    def __init__(self, job, plan):
        self.job = job
        self.job.done = sum(entry["added"] + entry["removed"] for entry in result_of(job).get("decks", ()))
        claims.sign(job, done=self.job.done, total=self.job.done + storing.weight(plan))

    def written(self, cards):
        claims.sign(self.job, done=self.job.done + cards)

    def shown(self, entries):
        result = result_of(self.job)
        claims.sign(self.job, result=json_dumps(dict(result, decks=result.get("decks", []) + entries)))
