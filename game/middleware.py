"""Turns "too many tries" into an answer, in one place for all pages."""
from __future__ import unicode_literals

from common.compat import MiddlewareBase
from common.errors import too_many
from game.seats.lookup import TooManyTriesError


class TooManyMiddleware(MiddlewareBase):
    def process_exception(self, request, exception):
        return too_many(request, exception.wait) if isinstance(exception, TooManyTriesError) else None
