"""My decks: all of them, a new one, what becomes of those in the archive, and what was deleted.

They decide nothing.
"""
from __future__ import unicode_literals

import six
from django.contrib import messages
from django.shortcuts import get_object_or_404, redirect, render
from django.utils.dateparse import parse_datetime
from django.views.decorators.cache import never_cache
from django.views.decorators.csrf import ensure_csrf_cookie
from django.views.decorators.http import require_http_methods, require_POST

from common.compat import ngettext, reverse
from common.web.signing_in import signed_in_for
from decks import deleted
from decks.builder import metadata, steps
from decks.builder.forms import NewDeckForm
from decks.catalogue.sharing import tidy_code
from decks.editing.factory import EditError
from decks.models import ARCHIVED, Deck
from decks.review import workflow

LONGEST_STAMP = 40  # characters of a moment


def _mine(code=""):
    return reverse("decks:mine")


signed_in = signed_in_for(_mine)


@never_cache
@ensure_csrf_cookie
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def mine(request):
    """The decks of whoever is signed in, and the form for a new one."""
    form = NewDeckForm(request.POST if request.method == "POST" else None)
    status = 200
    if request.method == "POST":
        status = 400
        if form.is_valid():
            try:
                return redirect("decks:edit", metadata.create(request.user, **form.cleaned_data).code)
            except EditError as problem:
                form.add_error(None, six.text_type(problem))
    decks = steps.mine(request.user)
    return render(request, "decks/mine.html", {
        "form": form, "decks": [deck for deck in decks if deck["status"] != ARCHIVED],
        "archived": [deck for deck in decks if deck["status"] == ARCHIVED],
        "deleted": deleted.groups(_deleted(request))}, status=status)


@require_POST
@signed_in
def unarchive(request, code):
    deck = get_object_or_404(Deck, code=code, owner=request.user, status=ARCHIVED)
    workflow.unarchive(deck, request.user)
    return redirect("decks:edit", code)


@never_cache
@ensure_csrf_cookie
@require_http_methods(["GET", "HEAD", "POST"])
@signed_in
def delete(request):
    """Tick decks of one's own ("deck", by code), look at what would go, and say yes ("sure")."""
    chosen = _chosen(request)
    if request.method == "POST" and chosen and "sure" in request.POST:
        deleted.put_away(*chosen)
        return redirect("decks:mine")
    if chosen:
        return render(request, "decks/delete_sure.html", {
            "decks": chosen, "numbers": deleted.numbers(chosen), "days": deleted.DELETED_DAYS})
    return render(request, "decks/delete.html", {
        "decks": steps.mine(request.user), "nothing": request.method == "POST"})


@require_POST
@signed_in
def bring_back(request):
    """Undo a deletion: of one deck ("only", its code), or of all that were deleted at one moment ("when")."""
    count = deleted.bring_back(_chosen_deleted(request))
    messages.success(request, ngettext("%(count)d deck is "
                                       "back.", "%(count)d decks are back.", count) % {"count": count})
    return redirect("decks:mine")


@require_POST
@signed_in
def delete_for_good(request):
    """Take away at once what was deleted at one moment ("when"), with no way back."""
    count = deleted.for_good(_chosen_deleted(request))
    messages.success(request, ngettext("%(count)d deck is gone for good.", "%(count)d decks are gone for "
                                                "good.", count) % {"count": count})
    return redirect("decks:mine")


def _chosen(request):
    codes = [tidy_code(code) for code in request.POST.getlist("deck")]
    return list(Deck.objects.filter(owner=request.user, code__in=codes).order_by("name", "pk"))


def _deleted(request):
    return deleted.there().filter(owner=request.user)


def _chosen_deleted(request):
    if "only" in request.POST:
        return _deleted(request).filter(code=tidy_code(request.POST["only"]))
    try:
        moment = parse_datetime(request.POST.get("when", "")[:LONGEST_STAMP])
    except ValueError:
        moment = None
    return _deleted(request).filter(deleted=moment) if moment is not None else _deleted(request).none()
