"""Answers to requests that fail wherever they lead: out of date, too many, a database that is away,
mistakes of our own.
"""
from __future__ import unicode_literals

import sys

from django.conf import settings
from django.http import HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.translation import gettext_noop as N_
from django.views import defaults

from common.compat import gettext as _
from common.outage import outage
from common.storage.database import is_away

TOO_MANY = N_("That was a lot in a short time. Wait a little and try again.")
TOO_OLD = N_("This page is out of date. Load it again and send it once more; cookies must be allowed.")
AWAY = N_("The table is being wiped. Try again in a moment.")
AWAY_SECONDS = 5


def csrf_failure(request, reason=""):
    """Say how to go on; the reason is for the log, not for people.

    Scripts that accept JSON know it by {"code": "csrf"}: they renew their token and try once more.
    """
    if _wants_json(request):
        return JsonResponse({"code": "csrf", "message": _(TOO_OLD)}, status=403)
    return render(request, "403_csrf.html", {"cookies": settings.CSRF_COOKIE_NAME in request.COOKIES},
                  status=403)


def too_many(request, wait):
    """Say how long to wait, in seconds. Scripts that accept JSON get {"code": "too_fast", "message"}."""
    if _wants_json(request):
        response = JsonResponse({"code": "too_fast", "message": _(TOO_MANY)}, status=429)
    else:
        response = render(request, "429.html", {"wait": wait}, status=429)
    response["Retry-After"] = "%d" % wait
    return response


def server_error(request):
    """Django calls it for every exception that nobody caught, those of middleware included,
    while it is being handled.
    """
    error = sys.exc_info()[1]
    if not is_away(error):
        return defaults.server_error(request)
    outage.began(error)
    return try_again(request, "database_away")


def try_again(request, code):
    """Say that it may go in a moment. Scripts that accept JSON get {"code": `code`, "message"}.

    Asks no database.
    """
    if _wants_json(request):
        response = JsonResponse({"code": code, "message": _(AWAY)}, status=503)
    else:
        # Without the request: its user and session would ask the database.
        again = request.get_full_path() if request.method == "GET" else settings.SCRIPT_NAME + "/"
        response = HttpResponse(render_to_string("503.html", {"message": _(AWAY), "again": again}),
                                status=503)
    response["Retry-After"] = "%d" % AWAY_SECONDS
    response["Cache-Control"] = "no-store"
    return response


def _wants_json(request):
    return "application/json" in request.META.get("HTTP_ACCEPT", "")
