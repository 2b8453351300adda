"""Letters that stay on this machine, to look at while developing: with DEBUG on and letters kept as files,
else 404.
"""
from __future__ import unicode_literals

from django.conf import settings
from django.http import Http404, HttpResponse
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_safe

from invitations.mail import file_mailbox

# A letter's own page is shown in a frame: it may be drawn, and its links open beside it; nothing else.
LETTER_POLICY = ("default-src 'none'; style-src 'unsafe-inline'; img-src data:; frame-ancestors 'self'; "
                 "sandbox allow-popups allow-popups-to-escape-sandbox")


@never_cache
@require_safe
def letters(request):
    _require_folder()
    return render(request, "invitations/letters.html", {
        "letters": file_mailbox.newest(settings.EMAIL_FILE_PATH), "folder": settings.EMAIL_FILE_PATH})


@never_cache
@require_safe
def html_part(request, name, place):
    """The HTML of the letter at `place` in the file `name`."""
    _require_folder()
    try:
        html = file_mailbox.read(settings.EMAIL_FILE_PATH, name)[int(place)].html
    except (IOError, IndexError):
        raise Http404("There is no such letter.")
    response = HttpResponse('<base target="_blank">' + html, content_type="text/html; charset=utf-8")
    response["Content-Security-Policy"] = LETTER_POLICY
    response["X-Frame-Options"] = "SAMEORIGIN"
    return response


def _require_folder():
    if not settings.DEBUG or not settings.EMAIL_BACKEND.endswith("filebased.EmailBackend"):
        raise Http404("Letters are shown only in debug mode, where they are kept in a folder.")
