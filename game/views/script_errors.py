"""Errors of our scripts in somebody's browser, for the log: a few short lines a minute,
whoever sends how many.
"""
from __future__ import unicode_literals

import hashlib
import logging
import numbers

import six
from django.http import HttpResponse
from django.views.decorators.http import require_POST

from common.compat import json_loads
from common.limits import ratelimits
from common.web.http import client_address

logger = logging.getLogger("game")
BODY_BYTES = 8 * 1024
FIELDS = ("message", "page", "release", "source", "line", "stack")
LINE_BYTES = 1000
# Together they bound the log: 10 KB a minute for one address, 30 KB for all.
PER_ADDRESS, PER_SITE = "10/m", "30/m"
# When a page of ours is broken, everybody who opens it reports the same.
SAME = "1/10m"


@require_POST
def client_errors(request):
    """Log a report, {name: text or number} with names of FIELDS;
    one that was logged within ten minutes is not repeated.
    """
    if len(request.body) > BODY_BYTES or ratelimits.hit("client-errors", client_address(request),
                                                        PER_ADDRESS):
        return HttpResponse(status=429)
    try:
        report = json_loads(request.body)
    except ValueError:
        return HttpResponse("Send JSON.", status=400)
    if not isinstance(report, dict):
        return HttpResponse("Send an object.", status=400)
    line = _line(report)
    if ratelimits.hit("client-errors-same", hashlib.sha256(line.encode("utf-8")).hexdigest(), SAME):
        return HttpResponse(status=204)
    if ratelimits.hit("client-errors-site", "all", PER_SITE):
        return HttpResponse(status=429)
    logger.error("A script failed in a browser: %s", line)
    return HttpResponse(status=204)


def _line(report):
    """The report as one line without line breaks."""
    told = ["%s %r" % (name, report[name]) for name in FIELDS
            if isinstance(report.get(name), (six.text_type, numbers.Number))]
    return ", ".join(told).encode("utf-8")[:LINE_BYTES].decode("utf-8", "ignore")
