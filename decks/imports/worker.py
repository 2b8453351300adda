# coding: utf-8
"""The steps of an import that a worker does, or a page where they are short: look, store, undo.

What is next stands in the options of the ImportJob. Each step may be done again by another worker: looking
has stored nothing, storing goes on where whole decks end, undoing where decks have been taken back.
"""
from __future__ import unicode_literals

from typing import Any, Container

from django.conf import settings
from django.utils import translation
from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from common.compat import json_dumps
from decks import access, claims, deleted, staging
from decks.history import restoring
from decks.imports import looking, planning, storing
from decks.imports.looking import options_of, result_of
from decks.imports.reading.shapes import FormatError
from decks.models import DRAFT, Deck, ImportJob

LOOK, STORE, UNDO = "look", "store", "undo"
PLANS = 3  # so often a deck may change while its import is planned

_UNREADABLE = N_("This cannot be read: %s.")
_FULL = N_("There is room for %d more decks of yours, and this has %d. Delete some in your archive, or "
           "choose fewer packs.")
_RESTLESS = N_("Somebody else is changing the deck all the time. Please try again when they are done.")
TOO_BIG = N_("This needs more memory than an import may have. Cut the file into smaller ones.")
_CHANGED = N_("“%s” has been changed since, so nothing more was taken back. Take it back once more "
            "to be asked about that.")


class Refused(ValueError):
    """It cannot be done now; the message tells the person why."""


def step_of(job):
    # type: (ImportJob) -> str
    """LOOK, STORE or UNDO: what is done next. Imports from before there were steps are looked at."""
    return options_of(job).get("step", STORE)


def speaking(job):
    # type: (ImportJob) -> Any
    """A context in which words are those of who has asked for this step."""
    return translation.override(options_of(job).get("speaks") or settings.LANGUAGE_CODE)


def run(pk):
    # type: (int) -> None
    """Do the next step of the job with this id, unless another worker does."""
    job = claims.claim(pk)
    if job is None:
        return
    with speaking(job), claims.working(job):
        try:
            {LOOK: _look, STORE: _store, UNDO: _undo}[step_of(job)](job)
        except staging.StaleDeckError:
            claims.end(job, ImportJob.FAILED, error=_(_RESTLESS))
        except Refused as refusal:
            claims.end(job, ImportJob.FAILED, error="%s" % refusal)
        except FormatError as error:
            claims.end(job, ImportJob.FAILED, error=_(_UNREADABLE) % error, unreadable=True)
        except MemoryError:
            claims.end(job, ImportJob.FAILED, error=_(TOO_BIG), unreadable=step_of(job) == LOOK)


def changed_since(result, ids=None, even=None):
    # type: (dict[str, Any], Container[int] | None, dict[int, int] | None) -> list[Deck]
    """The decks that somebody has changed since the import with this result stored them.

    Of those with these ids, None all, and without those of which somebody has said that even their changes
    may go: {id: the revision that was meant}.
    """
    even = even or {}
    return [deck for entry, deck in entries(result)
            if deck is not None and (ids is None or deck.pk in ids)
            and deck.revision not in (entry["revision"], even.get(deck.pk))
            and deck.pk != result.get("undoing")]


def check_untouched(result, ids=None, even=None):
    # type: (dict[str, Any], Container[int] | None, dict[int, int] | None) -> None
    """Raises Refused when there are `changed_since`: then nothing is taken back."""
    for deck in changed_since(result, ids, even):
        raise Refused(_(_CHANGED) % deck.name)


def undo_of(job):
    # type: (ImportJob) -> tuple[list[int] | None, dict[int, int]]
    """(ids, even) of what is to be taken back, as in `changed_since`."""
    wanted = options_of(job).get("undo") or {"ids": None, "even": {}}
    return wanted["ids"], {int(pk): revision for pk, revision in wanted["even"].items()}


def _look(job):
    # type: (ImportJob) -> None
    with claims.heartbeat(job):
        summary, mode, report = looking.look(job)
    options = dict(options_of(job), step=STORE, mode=mode)
    claims.end(job, ImportJob.WAITING,
               {"options": json_dumps(options), "total": summary["black"] + summary["white"],
                "report": report},
               dry_run=summary, error="", unreadable=False)


def _store(job):
    # type: (ImportJob) -> None
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
    # type: (ImportJob) -> None
    """New decks go, others are again as they were; what was changed meanwhile can be brought back.

    A deck that is begun is named first, for a worker that goes on after this one.
    """
    result, (ids, even) = result_of(job), undo_of(job)
    check_untouched(result, ids, even)
    for entry, deck in entries(result):
        if ids is not None and entry["id"] not in ids:
            continue
        claims.sign(job, result=json_dumps(dict(result, undoing=entry["id"])))
        if deck is not None and entry["status"] != "new":
            with claims.heartbeat(job):
                back = restoring.restore(deck, entry["before"], job.user)
            if deck.pk not in even:
                _left_as(deck.pk, entry.get("was"), back.revision)
        elif deck is not None and deck.revision != entry["revision"]:
            deleted.put_away(deck)
        elif deck is not None:
            staging.discard(deck)
        result["decks"] = [other for other in result["decks"] if other["id"] != entry["id"]]
        result["taken"] = result.get("taken", []) + [{"name": entry["name"], "status": entry["status"]}]
        claims.sign(job, result=json_dumps(result), done=job.done + entry["added"] + entry["removed"])
    claims.end(job, ImportJob.DONE if result["decks"] else ImportJob.UNDONE, error="")


def _left_as(pk, was, now):
    # type: (int, int | None, int) -> None
    """The deck in the revision `now` is as it was in an older one: the import that had left it so has left it
    unchanged.
    """
    for job in ImportJob.objects.filter(status=ImportJob.DONE, result__contains='"id":%d,' % pk).defer(
            "content", "report"):
        result = result_of(job)
        for entry in result.get("decks", ()):
            if entry["id"] == pk and entry["revision"] == was:
                entry["revision"] = now
        ImportJob.objects.filter(pk=job.pk, status=ImportJob.DONE, changed=job.changed).update(
            result=json_dumps(result))


def entries(result):
    # type: (dict[str, Any]) -> list[tuple[dict[str, Any], Deck | None]]
    """[(entry of storing.Watch.shown, its Deck or None where it is gone)] of what an import has stored."""
    stored = result.get("decks", [])
    decks = {deck.pk: deck for chunk in staging.chunks(entry["id"] for entry in stored)
             for deck in Deck.objects.filter(pk__in=chunk)}
    return [(entry, decks.get(entry["id"])) for entry in stored]


def _check_room(owner, plan):
    # type: (Any, planning.Plan) -> None
    new = sum(planned.deck is None for planned in plan.decks)
    if owner is not None and new > access.decks_left(owner):
        raise Refused(_(_FULL) % (access.decks_left(owner), new))


class _Watch(storing.Watch):
    """Writes down how far the worker is; that is its sign of life, too."""

    def __init__(self, job, plan):
        # type: (ImportJob, planning.Plan) -> None
        self.job = job
        self.job.done = sum(entry["added"] + entry["removed"] for entry in result_of(job).get("decks", ()))
        claims.sign(job, done=self.job.done, total=self.job.done + storing.weight(plan))

    def written(self, cards):
        # type: (int) -> None
        claims.sign(self.job, done=self.job.done + cards)

    def shown(self, entries):
        # type: (list[dict[str, Any]]) -> None
        result = result_of(self.job)
        claims.sign(self.job, result=json_dumps(dict(result, decks=result.get("decks", []) + entries)))
