"""An upper bound for new sessions from one address: each is a row that is kept for weeks,
and looking at a page may make one.
"""
from __future__ import unicode_literals

from django.conf import settings

from common.compat import MiddlewareBase
from common.limits import ratelimits
from common.web.errors import too_many
from common.web.http import client_address

GROUP, WAIT = "sessions", 3600


class SessionLimitMiddleware(MiddlewareBase):
    """Above SESSIONS_AN_HOUR no page stores a new session, and our own forms without one are refused before
    they change anything.

    Who has a session notices nothing, and people can sign in: that has limits of its own.
    """

    def process_view(self, request, view, args, kwargs):
        # The user is asked first: that finds out whether the session of the cookie is there still.
        is_new = request.method == "POST" and request.user.pk is None and not request.session.session_key
        if is_new and request.resolver_match.namespaces and ratelimits.is_over(GROUP, client_address(request),
                                                                               _rate()):
            return too_many(request, WAIT)
        return None

    def process_response(self, request, response):
        session = getattr(request, "session", None)
        if session is None or not session.modified or session.session_key or session.is_empty():
            return response
        if ratelimits.hit(GROUP, client_address(request), _rate()):
            session.modified = False
            return too_many(request, WAIT)
        return response


def _rate():
    return "%d/h" % settings.SESSIONS_AN_HOUR
