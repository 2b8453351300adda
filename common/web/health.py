"""`/health/` for load balancers and probes: "ok", or 503 and what is wrong, within about two seconds.

It is answered before anything else looks at the request: a probe asks by an IP address, which is no host of
ours.
"""
from __future__ import unicode_literals

from django.http import HttpResponse, HttpResponseNotAllowed
from django.utils.cache import add_never_cache_headers

from common.compat import MiddlewareBase
from common.outage import outage
from common.storage.database import Probe

PATH = "/health/"
probe = Probe()


class HealthMiddleware(MiddlewareBase):
    """The first of all middleware."""

    def process_request(self, request):
        if request.path_info != PATH:
            return None
        if request.method not in ("GET", "HEAD"):
            return HttpResponseNotAllowed(["GET", "HEAD"])
        problem = probe.problem()
        if problem:
            outage.began(problem)
        # What is wrong stands in our log; strangers need not know it.
        response = HttpResponse("out of order" if problem else "ok", status=503 if problem else 200,
                                content_type="text/plain")
        add_never_cache_headers(response)
        return response
