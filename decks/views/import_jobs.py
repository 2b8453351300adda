"""The pages of one import: look at the dry run, say yes, watch it, and take back what it stored.

They decide nothing. An import is its maker's alone.
"""
from __future__ import unicode_literals

import re

from django.http import Http404, JsonResponse
from django.shortcuts import redirect, render
from django.utils.translation import gettext_noop as N_
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from common.compat import gettext as _
from common.compat import reverse
from common.limits import ratelimits
from common.web.http import attachment
from common.web.signing_in import signed_in_for
from decks.imports import jobs, looking, reading_as, templates, worker
from decks.imports.comparing import MODES
from decks.imports.pages import job as job_page
from decks.imports.pages import packs

READINGS = "120/h"
SLOWLY = N_("You have read files anew a lot within the hour. Please go on a little later.")
_REVISION = re.compile(r"([0-9]{1,9}):([0-9]{1,9})\Z")


def _its_page(pk):
    return reverse("decks:import_job", args=[pk])


signed_in = signed_in_for(_its_page)


@never_cache
@ensure_csrf_cookie
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def import_job(request, pk):
    """The dry run, the progress, or the result of an import.

    POST says yes, with the mode, the packs that are wanted, and for whom they are.
    """
    job = job_page.own(request.user, pk)
    if request.method != "POST":
        return _page(request, job)
    mode = request.POST.get("mode")
    keys = request.POST.getlist("key") if "choosing" in request.POST else None
    try:
        if keys == []:
            raise jobs.Refused(_("Choose at least one pack."))
        decks = looking.result_of(job).get("dry_run", {}).get("decks", [])
        chosen = packs.posted(request.POST, decks) if "asking" in request.POST else {}
        jobs.start(job, mode if mode in MODES else None, keys, "right" in request.POST, chosen)
    except ValueError as refusal:  # jobs.Refused is one
        return _page(request, job, "%s" % refusal)
    return redirect("decks:import_job", job.pk)


@require_POST
@signed_in
def import_read_as(request, pk):
    """Read the file another way: as the posted fields and kinds say, or (kind "*auto") as it looks."""
    job = job_page.own(request.user, pk)
    if ratelimits.hit("import-readings", request.user.pk, READINGS):
        return _page(request, job, _(SLOWLY), status=429)
    try:
        jobs.read_as(job, reading_as.posted(request.POST))
    except jobs.Refused as refusal:
        return _page(request, job, "%s" % refusal)
    return redirect("decks:import_job", job.pk)


@require_POST
@signed_in
def import_undo(request, pk):
    """Take back one deck ("only"), those that are ticked ("deck"), or without any all.

    Decks that were changed since are taken back when each is named with its revision ("even"); else the page
    asks.
    """
    job = job_page.own(request.user, pk)
    ids = _ids(request)
    if ids == []:
        return _page(request, job, _("Tick at least one deck."))
    even = {int(found.group(1)): int(found.group(2))
            for found in map(_REVISION.match, request.POST.getlist("even")) if found}
    changed = jobs.changed_since(job, ids, even)
    if changed:
        return _page(request, job, asked=job_page.question(job, ids, changed), status=409)
    try:
        jobs.undo(job, ids, even)
    except jobs.Refused as refusal:
        return _page(request, job, "%s" % refusal)
    return redirect("decks:import_job", job.pk)


@require_POST
@signed_in
def import_forget(request, pk):
    """Throw an import away that is not stored, and begin again."""
    job = job_page.own(request.user, pk)
    jobs.throw_away(job)
    return redirect(job_page.address(job.deck))


@never_cache
@require_safe
@signed_in
def import_progress(request, pk):
    """{"status", "step", "done", "total"}: how far the worker is, in cards;
    they say nothing while it looks at them.
    """
    job = job_page.own(request.user, pk)
    return JsonResponse({"status": job.status, "step": worker.step_of(job), "done": job.done,
                         "total": job.total})


@never_cache
@require_safe
@signed_in
def import_report(request, pk):
    """Every row of the dry run as CSV."""
    job = job_page.own(request.user, pk)
    if not job.report:
        raise Http404("This import has no table: it is not read yet, or stored already.")
    return attachment("import-%d.csv" % job.pk, templates.CSV, looking.report(job))


def _ids(request):
    """The ids of the decks that are meant, None for all."""
    if request.POST.get("what") == "all":
        return None
    wanted = [request.POST["only"]] if "only" in request.POST else request.POST.getlist("deck")
    return [int(pk) for pk in wanted if re.match(r"[0-9]{1,9}\Z", pk)]


def _page(request, job, problem="", asked=None, status=409):
    return render(request, "decks/imports/job.html", job_page.context(job, problem, asked),
                  status=status if problem or asked else 200)
