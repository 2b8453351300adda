"""How guests without their link get to it, from an address that is no secret: the one in their calendars.

A browser that has opened a link keeps which invitation it was in a signed cookie, for that page alone.
"""
from __future__ import unicode_literals

from django.conf import settings
from django.db.models import Q
from django.utils import timezone

from accounts import verified_addresses
from common.compat import reverse
from common.email_addresses import canonical
from common.limits import ratelimits
from invitations import remembered
from invitations.mail import delivery, unsubscribe
from invitations.models import Invitation

COOKIE, SALT, YEAR_SECONDS = "invited", "invitations.links", 366 * 24 * 60 * 60
# How often a day the page sends somebody their link.
LETTERS = "3/d"


def remember(response, invitation):
    """Let this browser find the invitation again."""
    response.set_signed_cookie(COOKIE, "%d" % invitation.pk, salt=SALT, max_age=YEAR_SECONDS, httponly=True,
                               secure=settings.SESSION_COOKIE_SECURE, path=page_of(invitation.room))


def page_of(room):
    """The path of the room's page for guests without their link."""
    return reverse("invitations:invited", args=[room.code])


def find(request, room):
    """The Invitation to `room` that this browser has opened, or that is to an address of this account;
    None for neither.
    """
    invitations = Invitation.objects.filter(room=room, revoked=None)
    opened = request.get_signed_cookie(COOKIE, default=None, salt=SALT)
    found = invitations.filter(pk=int(opened)).first() if opened else None
    found = found or next((one for one in remembered.of(request.session) if one.room_id == room.pk), None)
    return found or invitations.filter(email__in=verified_addresses.addresses_of(request.user)).first()


def send(room, address):
    """Send the link to `address` once more if it is invited to the room. Says nothing of whether it is."""
    good = Q(expires__gt=timezone.now()) | Q(accepted__isnull=False)
    invitation = Invitation.objects.filter(good, room=room, revoked=None, due=None,
                                           email=canonical(address)).exclude(sender=None).first()
    if invitation is None or unsubscribe.is_stopped(invitation.email):
        return
    if not ratelimits.hit("link again", invitation.pk, LETTERS):
        delivery.send_again(invitation)
        delivery.queue(invitation)
