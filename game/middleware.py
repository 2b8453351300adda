"""Turns "too many tries" into a page, in one place for all doors."""
from __future__ import unicode_literals

from django.shortcuts import render

from common.compat import MiddlewareBase
from game.access import TooMany


class TooManyMiddleware(MiddlewareBase):
    def process_exception(self, request, exception):
        if not isinstance(exception, TooMany):
            return None
        response = render(request, "429.html", {"wait": exception.wait}, status=429)
        response["Retry-After"] = "%d" % exception.wait
        return response
