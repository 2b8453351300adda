"""Answers to requests that we refuse wherever they lead: out of date, or too many of them."""
from __future__ import unicode_literals

from django.conf import settings
from django.http import JsonResponse
from django.shortcuts import render

TOO_MANY = "That was a lot in a short time. Wait a little and try again."
TOO_OLD = "This page is out of date. Load it again and send it once more; cookies must be allowed."


def csrf_failure(request, reason=""):
    """Say how to go on; the reason is for the log, not for people.

    Scripts that accept JSON know it by {"code": "csrf"}: they renew their token and try once more.
    """
    if _wants_json(request):
        return JsonResponse({"code": "csrf", "message": TOO_OLD}, status=403)
    return render(request, "403_csrf.html", {"cookies": settings.CSRF_COOKIE_NAME in request.COOKIES}, status=403)


def too_many(request, wait):
    """Say how long to wait, in seconds. Scripts that accept JSON get {"code": "too_fast", "message"}."""
    if _wants_json(request):
        response = JsonResponse({"code": "too_fast", "message": TOO_MANY}, status=429)
    else:
        response = render(request, "429.html", {"wait": wait}, status=429)
    response["Retry-After"] = "%d" % wait
    return response


def _wants_json(request):
    return "application/json" in request.META.get("HTTP_ACCEPT", "")
