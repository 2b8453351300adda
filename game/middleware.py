"""Turns refusals that any page may meet into answers, in one place for all pages."""
from __future__ import unicode_literals

from common.compat import MiddlewareBase
from common.web.errors import too_many, try_again
from game.moves.storage import Busy
from game.seats.lookup import TooManyTriesError


class RefusalsMiddleware(MiddlewareBase):
    """Answers TooManyTriesError by 429, and a room that cannot be used now (Busy) by 503."""

    def process_exception(self, request, exception):
        if isinstance(exception, TooManyTriesError):
            return too_many(request, exception.wait)
        return try_again(request, exception.code) if isinstance(exception, Busy) else None
