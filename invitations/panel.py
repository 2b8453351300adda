"""What all requests of the host's panel share: who asks, what they send, and how a refusal is answered.

What cannot be done is answered {"code", "message"}: the message is for the host, the status says what kind it
is. Codes of 403: not_host, sign_in, verify, closed (an account), csrf. Of 400: empty, unreadable, too_long,
bad_form, bad_request, bad_night, bad_email, code_wrong. Of 409: on_its_way, revoked, joined, declined,
no_room, stopped, confirmed (the address is, already), code_over, address_taken, letter_failed. Of 429: limit
(a letter may go later), too_fast, too_many_codes.
"""
from __future__ import unicode_literals

from functools import wraps

from django.http import Http404, JsonResponse

from common.compat import gettext as _
from common.compat import json_loads
from common.limits import ratelimits
from common.web.http import client_address
from game.seats import sessions
from game.seats.lookup import find_room
from invitations.hosting import services
from invitations.models import Invitation

BODY_BYTES = 128 * 1024
HAMMERING = "60/m"
STATUSES = {"not_host": 403, "sign_in": 403, "verify": 403, "empty": 400, "unreadable": 400, "too_long": 400,
            "bad_form": 400, "bad_request": 400, "bad_night": 400, "bad_email": 400, "code_wrong": 400,
            "closed": 403, "limit": 429, "too_fast": 429, "too_many_codes": 429}


def answers(view):
    """Count the request against hammering, and turn what is refused into JSON."""
    return _answering(view, True)


def always_answers(view):
    """The same without counting: no limit of ours keeps a host from calling off or taking back."""
    return _answering(view, False)


def _answering(view, counted):
    @wraps(view)
    def answer(request, *args, **kwargs):
        try:
            sender = request.user.pk or client_address(request)
            if counted and ratelimits.hit("invitations", sender, HAMMERING):
                raise services.Refused("too_fast", _("Slowly, please: try again in a minute."))
            return JsonResponse(view(request, *args, **kwargs))
        except Invitation.DoesNotExist:
            raise Http404("You have sent no such invitation.")
        except services.Refused as refusal:
            document = {"code": refusal.code, "message": refusal.message}
            if isinstance(refusal, services.UnreadableError):
                document["refused"] = pieces(refusal.refused)
            return JsonResponse(document, status=STATUSES.get(refusal.code, 409))
    return answer


def visitor(request, code):
    """The room, and the seat this visitor has in it or None. Raises Http404, TooManyTriesError."""
    room = find_room(request, code)
    player = sessions.seat_of(room, request.user, request.session)
    if player is not None:
        player.room = room
    return room, player


def read_body(request):
    """The JSON object that a script has sent. Raises services.Refused."""
    try:
        too_big = int(request.META.get("CONTENT_LENGTH") or 0) > BODY_BYTES
        asked = None if too_big else json_loads(request.body)
    except ValueError:
        asked, too_big = None, False
    if too_big:
        raise services.Refused("too_long")
    if not isinstance(asked, dict):
        raise services.Refused("bad_request", "Send a JSON object.")
    return asked


def pieces(refused):
    return [{"text": text, "why": why} for text, why in refused]
