"""Who a session belongs to, for callers that have no request."""
from __future__ import unicode_literals

from importlib import import_module

from django.conf import settings
from django.contrib.auth import get_user
from django.http import HttpRequest


def is_signed_in(cookies):
    """Whether these cookies (a dict) are those of somebody with an account; reads the database."""
    request = HttpRequest()
    request.session = import_module(settings.SESSION_ENGINE).SessionStore(
        cookies.get(settings.SESSION_COOKIE_NAME))
    return get_user(request).pk is not None
