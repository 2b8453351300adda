"""Where a mail provider hands over what was sent to the address of our letters: one raw message in each POST.

404 unless INBOX_SECRET is set. The secret is the password of HTTP's Basic authentication, or a Bearer token.
"""
from __future__ import unicode_literals

import base64
import binascii

from django.conf import settings
from django.http import Http404, HttpResponse, JsonResponse
from django.utils.crypto import constant_time_compare
from django.views.decorators.csrf import csrf_exempt
from django.views.decorators.http import require_POST

from common.limits import ratelimits
from common.web.http import client_address
from invitations.inbox import messages

WRONG_SECRETS = "10/m"


@csrf_exempt
@require_POST
def receive(request):
    """Take the message (RFC 5322) in the body, of up to messages.MESSAGE_BYTES.

    Answers {"taken": "answer", "bounce" or "nothing"}; 403 for a wrong secret, 413 for too much, 429 after
    ten wrong secrets in a minute.
    """
    if not settings.INBOX_SECRET:
        raise Http404("This site takes no messages here.")
    address = client_address(request)
    if ratelimits.is_over("inbox", address, WRONG_SECRETS):
        return HttpResponse(status=429)
    if not constant_time_compare(_secret_of(request), settings.INBOX_SECRET):
        ratelimits.hit("inbox", address, WRONG_SECRETS)
        return HttpResponse(status=403)
    if int(request.META.get("CONTENT_LENGTH") or 0) > messages.MESSAGE_BYTES:
        return HttpResponse(status=413)
    return JsonResponse({"taken": messages.take(request.body)})


def _secret_of(request):
    kind, _, given = request.META.get("HTTP_AUTHORIZATION", "").partition(" ")
    if kind.lower() != "basic":
        return given.strip() if kind.lower() == "bearer" else ""
    try:
        return base64.b64decode(given.encode("ascii")).decode("utf-8").partition(":")[2]
    except (ValueError, binascii.Error, TypeError):
        return ""
