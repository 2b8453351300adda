"""The answer to a request whose CSRF token does not fit; Django 1.8 has only a bare one of its own."""
from __future__ import unicode_literals

from django.conf import settings
from django.http import JsonResponse
from django.shortcuts import render

TOO_OLD = "This page is out of date. Load it again and send it once more; cookies must be allowed."


def csrf_failure(request, reason=""):
    """Say how to go on; the reason is for the log, not for people.

    Scripts that accept JSON know it by {"code": "csrf"}: they renew their token and try once more.
    """
    if "application/json" in request.META.get("HTTP_ACCEPT", ""):
        return JsonResponse({"code": "csrf", "message": TOO_OLD}, status=403)
    return render(request, "403_csrf.html", {"cookies": settings.CSRF_COOKIE_NAME in request.COOKIES}, status=403)
