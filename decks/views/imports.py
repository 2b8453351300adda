"""Where an import begins: choose a file or paste cards. What comes then is import_jobs.

It decides nothing.

Who signs in imports into decks of their own; with the permission to add decks, into decks of the site.
`?deck=<code>` names one deck that the person may edit.
"""
from __future__ import unicode_literals

import re
from functools import wraps

import six
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import SuspiciousOperation
from django.http import Http404
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.translation import gettext_noop as N_
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import csrf_exempt, csrf_protect, ensure_csrf_cookie
from django.views.decorators.http import require_http_methods, require_safe

from common.compat import gettext as _
from common.limits import ratelimits
from common.web.http import attachment
from decks import access
from decks.imports import jobs, looking, templates
from decks.imports.forms import PASTED, ImportForm
from decks.imports.pages import job as job_page
from decks.imports.reading.shapes import FormatError
from decks.limits import FILE_BYTES
from decks.models import Deck

# Besides the file: its frame, the other fields.
REQUEST_BYTES = FILE_BYTES + 64 * 1024
PATIENCE = "30/h"
TOO_BIG = N_("That is more than %d MB, which is too big for a deck of cards. Cut it into smaller files.")
PASTED_TOO_MUCH = N_("That is too much to paste at once. Save it as a file and choose the file.")
SIGNED_OUT = N_("You are signed out. Sign in in another tab, then press again: your cards are still here.")
SLOWLY = N_("You have imported a lot within the hour. Please go on a little later.")


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
            return render(request, "decks/imports/too_big.html",
                          {"message": _(TOO_BIG) % (FILE_BYTES >> 20)}, status=413)
        try:
            return protected(request)
        except SuspiciousOperation:  # Django's limit for what is no file
            return render(request, "decks/imports/too_big.html", {"message": _(PASTED_TOO_MUCH)}, status=413)
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
        form.add_error(None, _(SIGNED_OUT))
        return _form_page(request, form, None, 403)
    deck = _deck(request)
    if not valid:
        return _form_page(request, form, deck, 400)
    if ratelimits.hit("imports", request.user.pk, PATIENCE):
        form.add_error(None, _(SLOWLY))
        return _form_page(request, form, deck, 429)
    try:
        job = jobs.look(request.user, form.content(), form.file_name(), deck, _for_site(request.user),
                        form.cleaned_data["rating"], form.cleaned_data["language"], form.cleaned_data["name"])
    except FormatError as error:
        form.add_error(None, _("This cannot be read: %s.") % six.text_type(error))
        return _form_page(request, form, deck, 400)
    return redirect("decks:import_job", job.pk)


@require_safe
def import_template(request, form):
    """A table to fill in."""
    return attachment(*templates.template(form))


def _deck(request):
    """The deck that the address names, which the person may edit, or None."""
    code = request.GET.get("deck", "")
    if not code:
        return None
    deck = get_object_or_404(Deck, code=code)
    if not access.may_edit(request.user, deck):
        raise Http404("There is no such deck to import into.")
    return deck


def _for_site(user):
    return user.has_perms(("decks.add_deck", "decks.change_deck"))


def _form_page(request, form, deck, status=200):
    return render(request, "decks/imports/import.html", {
        "form": form, "deck": deck, "for_site": request.user.pk and _for_site(request.user),
        "most_mb": FILE_BYTES >> 20,
        "most_bytes": FILE_BYTES, "action": job_page.address(deck)}, status=status)


def _form_again(request, pk):
    """The form with what was pasted and chosen for an import that could not be read."""
    if not re.match(r"[0-9]{1,9}\Z", pk):
        raise Http404("There is no such import.")
    job = job_page.own(request.user, pk)
    options = looking.options_of(job)
    initial = {name: options[name] for name in ("name", "rating", "language")}
    if job.file_name == PASTED:
        initial["pasted"] = looking.content_of(job).decode("utf-8", "replace")
    return _form_page(request, ImportForm(initial=initial), job.deck)
