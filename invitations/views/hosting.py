"""The host's side of invitations: what the panel in the room's page asks
(static/js/room/invitations/guests.js). Decides nothing.

Refusals are answered as panel.py says.
"""
from __future__ import unicode_literals

import six
from django.conf import settings
from django.http import Http404
from django.utils.http import urlencode
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from accounts import confirming
from accounts.profiles import language_of
from common.compat import reverse
from common.email_addresses import readable
from common.web import senders
from common.web.qr import qr_response
from invitations import status
from invitations.hosting import missed, night_card, nights, permissions, quota, services
from invitations.models import Invitation
from invitations.panel import always_answers, answers, pieces, read_body, visitor


@never_cache
@require_safe
@answers
def document(request, code):
    """Everything the panel begins with.

    {"may": "yes", "not_host", "sign_in" or "verify"; "sign_in_url", "sign_up_url", "verify_url";
     "left": {"hour": 12, "day": 92}, letters that may still go; "at_once": 50, guests in one go;
     "invitations": [status.document], the newest first; "again": [{"name", "email"}], people invited to
     earlier rooms, those of the room that this one goes on from first and with "group": true;
     "languages": [["en", "English"]]; "language": the host's own; "night": night_card.document or null;
     "mail": "smtp", or "folder" where letters do not leave this machine; "confirm": where no letter can
     confirm the host's address {"address", "link": of the page that does, "" but in debug mode}, else null}
    For whoever may not invite, `left` is {"hour": 0, "day": 0}, `invitations` and `again` are empty and
    `night` is null.
    """
    room, player = visitor(request, code)
    may = permissions.standing(player, request.user)
    then_here = "?" + urlencode({"next": room.get_absolute_url() + "#invite"})
    found = {"may": may, "sign_in_url": reverse("account_login") + then_here,
             "sign_up_url": reverse("account_signup") + then_here, "verify_url": reverse("account_email"),
             "at_once": settings.INVITES_AT_ONCE,
             "languages": [[language, "%s" % name] for language, name in settings.LANGUAGES],
             "language": language_of(request.user),
             "mail": "smtp" if senders.letters_leave() else "folder", "confirm": None,
             "left": {"hour": 0, "day": 0}, "invitations": [], "again": [], "night": None}
    if may == "verify" and not senders.letters_leave():
        found["confirm"] = _confirming(request.user)
    if may == "yes":
        night = nights.current(room)
        found.update({
            "left": quota.SendQuota(request.user).left,
            "invitations": [status.document(sent) for sent in permissions.sent_by(request.user, room)],
            "again": [dict({"name": name, "email": readable(email)}, **{str("group"): True} if group else {})
                      for name, email, group in permissions.former_guests(request.user, room)],
            "night": night_card.document(night) if night else None})
    return found


def _confirming(user):
    address = confirming.first_waiting_of(user)
    return address and {"address": address.email,
                        "link": confirming.link_for(address) if settings.DEBUG else ""}


@never_cache
@require_safe
@answers
def link(request, pk):
    """{"link": the guest's address, to copy or share}; 404 for another's, 409 once they sit."""
    return {"link": services.link_of(request.user, pk)}


@never_cache
@require_safe
def link_qr(request, pk):
    """The same link as a QR code, SVG; 404 where there is none."""
    try:
        return qr_response(services.link_of(request.user, pk))
    except (Invitation.DoesNotExist, services.Refused):
        raise Http404("There is no link of yours to show.")


@require_POST
@answers
def send(request, code):
    """Invite people: {"addresses": text as typed, "note": text, "language": "en"}; the last two may be
    missing.

    Answers {"invitations": [status.document of the new ones], "refused": [{"text", "why"}], "rest": the same
    texts for the box, "left": {"hour", "day"}, "plain": whether links in the note became plain text}.
    Without one good address: 400 {"code", "message", "refused"}.
    """
    _, player = visitor(request, code)
    asked = read_body(request)
    texts = [asked.get("addresses", ""), asked.get("note", ""), asked.get("language", settings.LANGUAGE_CODE)]
    if not all(isinstance(text, six.text_type) for text in texts):
        raise services.Refused("bad_request", "Addresses, note and language are texts.")
    batch = services.invite(player, request.user, *texts)
    return {"invitations": [status.document(invitation) for invitation in batch.invited],
            "refused": pieces(batch.refused), "rest": batch.rest, "left": batch.left,
            "plain": batch.plain}


@require_POST
@answers
def again(request, pk):
    """Send once more what this guest has missed, or the letter.

    Answers {"invitation": status.document, "left": {"hour", "day"}}; 404 for another's.
    """
    invitation, left = missed.again(request.user, pk)
    return {"invitation": status.document(invitation), "left": left}


@require_POST
@always_answers
def revoke(request, pk):
    """Close the link; who sits at the table already stays there. Answers like `again`; 404 for another's."""
    invitation = services.revoke(request.user, pk)
    return {"invitation": status.document(invitation), "left": quota.SendQuota(request.user).left}
