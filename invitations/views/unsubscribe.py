"""The page behind "no more letters", for people and for mail programs that press it by themselves (RFC
8058).
"""
from __future__ import unicode_literals

import re
from functools import wraps

from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.utils import translation
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from common.compat import gettext, reverse
from common.web.languages import of_letter
from invitations.mail import unsubscribe


def with_address(view):
    """Call view(request, token, address) in the reader's language,
    or show what to do with a link that is not whole.
    """
    @wraps(view)
    def read_and_call(request, token):
        try:
            address = unsubscribe.address_of(token)
        except unsubscribe.BadTokenError:
            return _render_bad_token(request, token)
        with translation.override(of_letter(request, unsubscribe.language_for(address))):
            return view(request, token, address)
    return read_and_call


# Mail programs bring no cookies, and people who have had enough must not fail for want of one. Nobody else's
# page can send this, for the token is in the letter alone.
@csrf_exempt
@require_http_methods(["GET", "HEAD", "POST"])
@with_address
def stop(request, token, address):
    if request.method != "POST":
        return render(request, "invitations/stop.html", {
            "token": token, "address": unsubscribe.masked(address),
            "stopped": unsubscribe.is_stopped(address),
            "language": translation.get_language()})
    unsubscribe.stop(token)
    if request.POST.get("List-Unsubscribe") == "One-Click":
        return HttpResponse(gettext("No more letters will be sent to this address."),
                            content_type="text/plain; charset=utf-8")
    return redirect("invitations:stop", token)


@require_safe
def broken(request, rest):
    """A link to stop letters that a mail program has cut or added something to."""
    if re.match("(%s)$" % unsubscribe.TOKEN_PATTERN, rest):  # it was cut before its last slash
        return redirect("invitations:stop", rest)
    return _render_bad_token(request, rest)


@require_POST
@with_address
def start_again(request, token, address):
    unsubscribe.start_again(token)
    return redirect("invitations:stop", token)


def _render_bad_token(request, rest):
    whole = unsubscribe.whole_in(rest)
    with translation.override(of_letter(request, "")):
        return render(request, "invitations/gone.html", {
            "why": "bad_token", "whole": reverse("invitations:stop", args=[whole]) if whole else "",
            "language": translation.get_language()}, status=404)
