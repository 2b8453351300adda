"""What the page of one ImportJob shows, whichever step it is at."""
from __future__ import unicode_literals

from typing import Any

from django.http import Http404
from django.shortcuts import get_object_or_404

from common.compat import gettext, reverse
from decks import access
from decks.builder import metadata
from decks.imports import dry_run, jobs, looking, reading_as, worker
from decks.imports.forms import MODE_WORDS, PASTED
from decks.imports.pages import packs, rows
from decks.limits import DELETED_DAYS
from decks.models import RATING_CHOICES, Deck, ImportJob

# More decks of one import than this are only taken back together.
SHOWN = 1000


def own(user, pk):
    # type: (Any, str | int) -> ImportJob
    """The person's own import, with its deck still theirs to edit. Raises Http404."""
    job = get_object_or_404(ImportJob.objects.defer("content", "report"), pk=pk, user=user)
    if job.deck is not None and not access.may_edit(user, job.deck):
        raise Http404("There is no such deck to import into.")
    return job


def context(job, problem="", asked=None):
    # type: (ImportJob, str, dict[str, Any] | None) -> dict[str, Any]
    """What the template needs. `asked` is a question before decks are taken back (`question`)."""
    result, options = looking.result_of(job), looking.options_of(job)
    found = result.get("dry_run", {"counts": {}, "decks": [], "modes": {}})
    decks = packs.shown(found["decks"], options.get("packs") or {})
    stored = _stored(result) if job.status in (ImportJob.DONE, ImportJob.FAILED) else []
    return {
        "job": job, "problem": problem, "asked": asked, "result": result, "options": options,
        "dry_run": dict(found, decks=decks), "groups": rows.groups(found), "folds": len(decks) > packs.FEW,
        "tally": [(name, gettext(name), found["counts"].get(name, 0)) for name in dry_run.ROW_STATUSES],
        "choosing": 1 < len(decks) <= dry_run.PAGE_DECKS,
        "asking": len(decks) <= dry_run.PAGE_DECKS and any(
            deck["status"] in ("new", "changed") for deck in decks),
        "ratings": RATING_CHOICES, "languages": metadata.languages(), "kept_days": DELETED_DAYS,
        "may_store": found["modes"] or any(deck["status"] == "new" for deck in decks),
        "modes": [dict(found["modes"][name], name=name, title=gettext(title), says=gettext(says))
                  for name, title, says in MODE_WORDS if name in found["modes"]],
        "reading": reading_as.context(found.get("proposal")), "is_sure": jobs.is_sure(job),
        "looking": not jobs.is_looked_at(job), "step": worker.step_of(job),
        "stored": stored[:SHOWN], "more": max(0, len(stored) - SHOWN),
        "taken": result.get("taken", []), "one_new": _one_new(stored),
        "is_pasted": job.file_name == PASTED,
        "again": address(job.deck), "again_with": "%s?again=%d" % (reverse("decks:import"), job.pk),
    }


def address(deck):
    # type: (Deck | None) -> str
    """Where an import begins, into this deck or (None) into decks of its own."""
    return reverse("decks:import") + ("?deck=" + deck.code if deck is not None else "")


def question(job, ids, changed):
    # type: (ImportJob, list[int] | None, list[Deck]) -> dict[str, Any]
    """What to ask before the decks with these ids (None: all) are taken back, when some were changed."""
    kept = {deck.pk for deck in changed}
    others = [pk for pk in _meant(job, ids) if pk not in kept]
    return {"changed": changed, "ids": ids, "others": others,
            "even": ["%d:%d" % (deck.pk, deck.revision) for deck in changed]}


def _meant(job, ids):
    # type: (ImportJob, list[int] | None) -> list[int]
    stored = looking.result_of(job).get("decks", [])
    return [entry["id"] for entry in stored if ids is None or entry["id"] in ids]


def _one_new(stored):
    # type: (list[dict[str, Any]]) -> Deck | None
    """The one deck that an import made, to play with at once."""
    return stored[0]["deck"] if len(stored) == 1 and stored[0]["status"] == "new" else None


def _stored(result):
    # type: (dict[str, Any]) -> list[dict[str, Any]]
    """What the import has stored: its entries with `deck` (None where it is gone) and `changed` since."""
    return [dict(entry, deck=deck, changed=deck is not None and deck.revision != entry["revision"])
            for entry, deck in worker.entries(result)]
