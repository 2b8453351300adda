"""The host's side of the letter box: what the panel in the room's page asks (static/js/room/invitations/guests.js). Decides nothing.

What cannot be done is answered {"code", "message"}: the message is for the host, the status says what kind it is.
Codes of 403: not_host, sign_in, verify, csrf. Of 400: empty, unreadable, too_long, bad_form, bad_request, bad_night. Of 409:
on_its_way, revoked, joined, declined, no_room, stopped. Of 429: limit (a letter may go later), too_fast.
"""
from __future__ import unicode_literals

from functools import wraps

import six
from django.conf import settings
from django.http import Http404, JsonResponse
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts.profiles import language_of
from common import ratelimits
from common.compat import json_loads, reverse
from common.http import client_address
from game.seats import sessions
from game.seats.lookup import find_room
from invitations import status
from invitations.hosting import nights, permissions, quota, services
from invitations.mail import diagnostics
from invitations.models import Invitation

BODY_BYTES = 128 * 1024
HAMMERING = "60/m"
STATUSES = {"not_host": 403, "sign_in": 403, "verify": 403, "empty": 400, "unreadable": 400, "too_long": 400,
            "bad_form": 400, "bad_request": 400, "bad_night": 400, "limit": 429, "too_fast": 429}


def answers(view):
    """Count the request against hammering, and turn what is refused into JSON."""
    @wraps(view)
    def answer(request, *args, **kwargs):
        try:
            if ratelimits.hit("invitations", request.user.pk or client_address(request), HAMMERING):
                raise services.Refused("too_fast", "Slowly, please: try again in a minute.")
            return JsonResponse(view(request, *args, **kwargs))
        except Invitation.DoesNotExist:
            raise Http404("You have sent no such invitation.")
        except services.Refused as refusal:
            document = {"code": refusal.code, "message": refusal.message}
            if isinstance(refusal, services.Unreadable):
                document["refused"] = _pieces(refusal.refused)
            return JsonResponse(document, status=STATUSES.get(refusal.code, 409))
    return answer


@never_cache
@require_safe
@answers
def document(request, code):
    """Everything the panel begins with.

    {"may": "yes", "not_host", "sign_in" or "verify"; "sign_in_url", "sign_up_url", "verify_url";
     "left": {"hour": 12, "day": 92}, letters that may still go; "at_once": 50, guests in one go;
     "invitations": [status.document], the newest first; "again": [{"name", "email"}], people invited to earlier rooms;
     "languages": [["en", "English"]]; "language": the host's own; "night": nights.document or null;
     "mail": "smtp", or "folder" where letters do not leave this machine}
    For whoever may not invite, `left` is noughts, `invitations` and `again` are empty and `night` is null.
    """
    room, player = visitor(request, code)
    may = permissions.standing(player, request.user)
    then_here = "?" + urlencode({"next": room.get_absolute_url() + "#invite"})
    found = {"may": may, "sign_in_url": reverse("account_login") + then_here,
             "sign_up_url": reverse("account_signup") + then_here, "verify_url": reverse("account_email"),
             "at_once": settings.INVITES_AT_ONCE,
             "languages": [[language, "%s" % name] for language, name in settings.LANGUAGES],
             "language": language_of(request.user), "mail": "smtp" if diagnostics.leaves_this_machine() else "folder",
             "left": {"hour": 0, "day": 0}, "invitations": [], "again": [], "night": None}
    if may == "yes":
        night = nights.current(room)
        found.update({
            "left": quota.Stamps(request.user).left,
            "invitations": [status.document(sent) for sent in permissions.sent_by(request.user, room)],
            "again": [{"name": name, "email": email} for name, email in permissions.former_guests(request.user, room)],
            "night": nights.document(night) if night else None})
    return found


@require_POST
@answers
def send(request, code):
    """Invite people: {"addresses": text as typed, "note": text, "language": "en"}; the last two may be missing.

    Answers {"invitations": [status.document of the new ones], "refused": [{"text", "why"}], "rest": the same texts
    for the box, "left": {"hour", "day"}}. Without one good address: 400 {"code", "message", "refused"}.
    """
    _, player = visitor(request, code)
    asked = read_body(request)
    texts = [asked.get("addresses", ""), asked.get("note", ""), asked.get("language", settings.LANGUAGE_CODE)]
    if not all(isinstance(text, six.text_type) for text in texts):
        raise services.Refused("bad_request", "Addresses, note and language are texts.")
    batch = services.invite(player, request.user, *texts)
    return {"invitations": [status.document(invitation) for invitation in batch.invited],
            "refused": _pieces(batch.refused), "rest": batch.rest, "left": batch.left}


@require_POST
@answers
def again(request, pk):
    """Send the letter once more. Answers {"invitation": status.document, "left": {"hour", "day"}}; 404 for another's."""
    invitation, left = services.send_again(request.user, pk)
    return {"invitation": status.document(invitation), "left": left}


@require_POST
@answers
def revoke(request, pk):
    """Close the link; who sits at the table already stays there. Answers like `again`; 404 for another's."""
    invitation = services.revoke(request.user, pk)
    return {"invitation": status.document(invitation), "left": quota.Stamps(request.user).left}


def visitor(request, code):
    """The room, and the seat this visitor has in it or None. Raises Http404, TooMany."""
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


def _pieces(refused):
    return [{"text": text, "why": why} for text, why in refused]
