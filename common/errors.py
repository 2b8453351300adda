"""The page for a form whose token does not fit; Django 1.8 has only a bare one of its own."""
from __future__ import unicode_literals

from django.shortcuts import render


def csrf_failure(request, reason=""):
    """Say how to go on; the reason is for the log, not for people."""
    return render(request, "403_csrf.html", status=403)
