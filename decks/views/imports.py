"""The pages of an import: choose or paste, look at the dry run, say yes, watch it, and take it back.

They decide nothing.

Who signs in imports into decks of their own; with the permission to add decks, into decks of the site.
`?deck=<code>` names one deck that the person may edit.
"""
from __future__ import unicode_literals

import re
from functools import wraps

import six
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import SuspiciousOperation
from django.http import Http404, HttpResponse, JsonResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect, ensure_csrf_cookie
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from common import ratelimits
from common.compat import reverse
from decks import access
from decks.imports import dry_run, jobs, looking, worker
from decks.imports.comparing import ADD, MODES, ONLY_NEW, REPLACE
from decks.imports.formats import templates
from decks.imports.formats.shapes import FormatError
from decks.imports.forms import PASTED, ImportForm
from decks.limits import FILE_BYTES
from decks.models import Deck, ImportJob

# Besides the file: its frame, the other fields.
REQUEST_BYTES = FILE_BYTES + 64 * 1024
PATIENCE = "30/h"
TOO_BIG = "That is more than %d MB, which is too big for a deck of cards. Cut it into smaller files." % (
    FILE_BYTES >> 20)
PASTED_TOO_MUCH = "That is too much to paste at once. Save it as a file and choose the file."
SIGNED_OUT = "You are signed out. Sign in in another tab, then press again: your cards are still here."
MODE_WORDS = (
    (ADD, "Add to them", "New cards come in, other wordings take the place of the old ones, nothing goes."),
    (ONLY_NEW, "Only what is new",
     "Nothing that is there changes; what reads nearly like another card stays out."),
    (REPLACE, "Replace them", "Afterwards the deck has just what the file has."),
)
SLOWLY = "You have imported a lot within the hour. Please go on a little later."


def measured(view):
    """Refuse a body that is too big before anything reads it; the check of the token is such a reader."""
    protected = csrf_protect(view)

    @csrf_exempt
    @wraps(view)
    def measure(request):
        try:
            size = int(request.META.get("CONTENT_LENGTH") or 0)
        except ValueError:
            size = 0
        if size > REQUEST_BYTES:
            return render(request, "decks/import_too_big.html", {"message": TOO_BIG}, status=413)
        try:
            return protected(request)
        except SuspiciousOperation:  # Django's limit for what is no file
            return render(request, "decks/import_too_big.html", {"message": PASTED_TOO_MUCH}, status=413)
    return measure


@never_cache
@ensure_csrf_cookie
@require_http_methods(["GET", "HEAD", "POST"])
@measured
def choose(request):
    """A file or pasted lines, and what they are for. Leads to the dry run.

    `?again=<pk>` begins with what that import had.
    """
    if request.method != "POST":
        if request.user.pk is None:
            return redirect_to_login(request.get_full_path())
        if "again" in request.GET:
            return _form_again(request, request.GET["again"])
        return _form_page(request, ImportForm(), _deck(request))
    form = ImportForm(request.POST, request.FILES)
    valid = form.is_valid()
    if request.user.pk is None:
        form.add_error(None, SIGNED_OUT)
        return _form_page(request, form, None, 403)
    deck = _deck(request)
    if not valid:
        return _form_page(request, form, deck, 400)
    if ratelimits.hit("imports", request.user.pk, PATIENCE):
        form.add_error(None, SLOWLY)
        return _form_page(request, form, deck, 429)
    try:
        job = jobs.look(request.user, form.content(), form.file_name(), deck, _for_site(request.user),
                        form.cleaned_data["rating"], form.cleaned_data["language"], form.cleaned_data["name"])
    except FormatError as error:
        form.add_error(None, "This cannot be read: %s." % six.text_type(error))
        return _form_page(request, form, deck, 400)
    return redirect("decks:import_job", job.pk)


@never_cache
@ensure_csrf_cookie
@require_http_methods(["GET", "HEAD", "POST"])
def import_job(request, pk):
    """The dry run, the progress, or the result of an import.

    POST says yes, with the mode and the packs that are wanted.
    """
    job = _job(request, pk)
    problem = ""
    if request.method == "POST":
        mode = request.POST.get("mode")
        keys = request.POST.getlist("key") if "choosing" in request.POST else None
        try:
            if keys == []:
                raise jobs.Refused("Choose at least one pack.")
            jobs.start(job, mode if mode in MODES else None, keys)
            return redirect("decks:import_job", job.pk)
        except jobs.Refused as refusal:
            problem = "%s" % refusal
    return _job_page(request, job, problem)


@require_POST
def import_undo(request, pk):
    job = _job(request, pk)
    try:
        jobs.undo(job)
    except jobs.Refused as refusal:
        return _job_page(request, job, "%s" % refusal)
    return redirect("decks:import_job", job.pk)


@require_POST
def import_forget(request, pk):
    """Throw an import away that is not stored, and begin again."""
    job = _job(request, pk)
    jobs.throw_away(job)
    return redirect(_import_address(job.deck))


@never_cache
@require_safe
def import_progress(request, pk):
    """{"status", "step", "done", "total"}: how far the worker is, in cards;
    they say nothing while it looks at them.
    """
    job = _job(request, pk)
    return JsonResponse({"status": job.status, "step": worker.step_of(job), "done": job.done,
                         "total": job.total})


@require_safe
def import_template(request, form):
    """A table to fill in."""
    name, content_type, content = templates.template(form)
    return _attachment(content, content_type, name)


@never_cache
@require_safe
def import_report(request, pk):
    """Every row of the dry run as CSV."""
    job = _job(request, pk)
    if not job.report:
        raise Http404("This import has no table: it is not read yet, or stored already.")
    return _attachment(looking.report(job), templates.CSV, "import-%d.csv" % job.pk)


def _attachment(content, content_type, name):
    response = HttpResponse(content, content_type=content_type)
    response["Content-Disposition"] = 'attachment; filename="%s"' % name
    return response


def _deck(request):
    """The deck that the address names, which the person may edit, or None."""
    code = request.GET.get("deck", "")
    if not code:
        return None
    deck = get_object_or_404(Deck, code=code)
    if not access.may_edit(request.user, deck):
        raise Http404("There is no such deck to import into.")
    return deck


def _job(request, pk):
    """The person's own import, with its deck still theirs to edit."""
    if request.user.pk is None:
        raise Http404("Sign in to see your imports.")
    job = get_object_or_404(ImportJob.objects.defer("content", "report"), pk=pk, user=request.user)
    if job.deck is not None and not access.may_edit(request.user, job.deck):
        raise Http404("There is no such deck to import into.")
    return job


def _for_site(user):
    return user.has_perms(("decks.add_deck", "decks.change_deck"))


def _import_address(deck):
    return reverse("decks:import") + ("?deck=" + deck.code if deck is not None else "")


def _form_page(request, form, deck, status=200):
    return render(request, "decks/import.html", {
        "form": form, "deck": deck, "for_site": request.user.pk and _for_site(request.user),
        "most_mb": FILE_BYTES >> 20,
        "most_bytes": FILE_BYTES, "action": _import_address(deck)}, status=status)


def _form_again(request, pk):
    """The form with what was pasted and chosen for an import that could not be read."""
    if not re.match(r"[0-9]{1,9}\Z", pk):
        raise Http404("There is no such import.")
    job = _job(request, pk)
    options = looking.options_of(job)
    initial = {name: options[name] for name in ("name", "rating", "language")}
    if job.file_name == PASTED:
        initial["pasted"] = looking.content_of(job).decode("utf-8", "replace")
    return _form_page(request, ImportForm(initial=initial), job.deck)


def _job_page(request, job, problem="", status=409):
    result, options = looking.result_of(job), looking.options_of(job)
    found = result.get("dry_run", {"counts": {}, "decks": [], "modes": {}})
    return render(request, "decks/import_job.html", {
        "job": job, "problem": problem, "result": result, "options": options, "dry_run": found,
        "tally": [(name, found["counts"].get(name, 0)) for name in dry_run.ROW_STATUSES],
        "choosing": 1 < len(found["decks"]) <= dry_run.PAGE_DECKS,
        "may_store": found["modes"] or any(deck["status"] == "new" for deck in found["decks"]),
        "modes": [dict(found["modes"][name], name=name, title=title, says=says)
                  for name, title, says in MODE_WORDS if name in found["modes"]],
        "looking": not jobs.is_looked_at(job), "step": worker.step_of(job),
        "is_pasted": job.file_name == PASTED,
        "again": _import_address(job.deck), "again_with": "%s?again=%d" % (reverse("decks:import"), job.pk),
    }, status=status if problem else 200)
