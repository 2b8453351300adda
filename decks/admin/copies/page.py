"""Copies of all decks of the site: written, downloaded, and restored after a look at what would happen.

For superusers alone: a copy has everybody's decks, private ones too.
"""
from __future__ import unicode_literals

from functools import wraps

from django.contrib import admin, messages
from django.core.exceptions import PermissionDenied
from django.http import Http404, StreamingHttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.views.decorators.http import require_POST, require_safe

from decks.admin.shared.permissions import log
from decks.copies import jobs, restoring, zips
from decks.limits import COPY_BYTES
from decks.models import Deck, SiteCopy
from live import streamed

SHOWN = 20
TOO_BIG = ("Choose a ZIP of at most %d MB; the command restore_decks takes bigger ones." % (COPY_BYTES >> 20))
# (status, what the page calls it, what becomes of such decks, and what became of them).
WORDS = (
    (restoring.NEW, "new", "to come in, with code, state and sets", "came in"),
    (restoring.BACK, "deleted here", "to be brought back", "brought back"),
    (restoring.SAME, "the same", "to be left alone", "left alone"),
    (restoring.DIFFERS, "different here", "to be left so, unless you say otherwise", "left as it was"),
    (restoring.BROKEN, "not readable", "to be left out", "left out"),
)
OVERWRITTEN = "overwritten; its history has what it was"


def _for_superusers(view):
    @wraps(view)
    def check(request, *args, **kwargs):
        if not request.user.is_superuser:
            raise PermissionDenied
        return view(request, *args, **kwargs)
    return check


@_for_superusers
def copies(request):
    """All copies that are still kept. POST do=export begins one, do=restore with a file looks at one."""
    if request.method == "POST":
        upload = request.FILES.get("file")
        if request.POST.get("do") == "export":
            return redirect("deck_copies:copy", jobs.export(request.user, name=_name()).pk)
        if upload is not None and upload.size <= COPY_BYTES:
            return redirect("deck_copies:copy", jobs.restore(request.user, upload).pk)
        messages.error(request, TOO_BIG)
    return render(request, "admin/decks/copies/copies.html", dict(
        admin.site.each_context(request), title="Copies of all decks", opts=Deck._meta,
        decks=Deck.objects.count(), kept_days=jobs.KEPT_DAYS,
        copies=SiteCopy.objects.filter(user=request.user)[:SHOWN]))


def copy(request, pk):
    """What a copy is at. POST restores it, with overwrite=yes also what is different here."""
    found = _own(request, pk)
    if request.method == "POST" and request.user.is_superuser:
        try:
            jobs.start(found, request.POST.get("overwrite") == "yes")
            log(request.user, found, "Restored.")
        except jobs.Refused as refusal:
            messages.error(request, "%s" % refusal)
        return redirect("deck_copies:copy", found.pk)
    result = jobs.result_of(found)
    counts = result.get("counts", {})
    return render(request, "admin/decks/copies/copy.html", dict(
        admin.site.each_context(request), title=found.file_name or "A copy of all decks", opts=Deck._meta,
        copy=found, result=result, at_work=found.status in (jobs.QUEUED, jobs.RUNNING),
        step=jobs.options_of(found)["step"],
        rows=[_row(found, words, counts[words[0]], result["names"].get(words[0], []))
              for words in WORDS if counts.get(words[0])],
        differs=counts.get(restoring.DIFFERS, 0), comes=sum(
            counts.get(status, 0) for status in (restoring.NEW, restoring.BACK))))


@require_safe
def download(request, pk):
    found = _own(request, pk)
    if found.direction != SiteCopy.EXPORT or found.status != jobs.DONE:
        raise Http404("This copy is not written yet.")
    response = StreamingHttpResponse(streamed(request, jobs.chunks(found)), content_type="application/zip")
    response["Content-Disposition"] = 'attachment; filename="%s"' % found.file_name
    return response


@require_POST
def forget(request, pk):
    _own(request, pk).delete()
    return redirect("deck_copies:copies" if request.user.is_superuser else "admin:decks_deck_changelist")


def _row(found, words, count, names):
    status, title, would, did = words
    if found.status == jobs.WAITING:
        says = would
    else:
        is_written = status == restoring.DIFFERS and jobs.options_of(found)["overwrite"]
        says = OVERWRITTEN if is_written else did
    return status, count, title, says, names, count - len(names)


def _own(request, pk):
    return get_object_or_404(SiteCopy, pk=pk, user=request.user)


def _name():
    return "all-decks-%s.zip" % zips.today()
