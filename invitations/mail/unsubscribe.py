"""Stopping all letters to an address, until its owner wants them again (RFC 8058).

The token in a letter is the address under our signature: it needs no row, never expires, and opens nothing
else.
"""
from __future__ import unicode_literals

from django.core import signing
from django.db import transaction
from django.utils import timezone

from invitations import status
from invitations.models import Invitation, NightLetter, StoppedAddress

SALT = "invitations.stopping"  # of letters that were sent long ago, too: it never changes
TOKEN_PATTERN = r"[\w:.=-]+"
REASON = "They want no more letters from this site."


class BadTokenError(ValueError):
    """The token was not made by us, or is not whole."""


def token_for(email):
    """What the link in a letter to `email` says; whoever has it may stop and start the letters to that
    address.
    """
    return signing.dumps(_tidy(email), salt=SALT)


def address_of(token):
    """The address of a token, in small letters. Raises BadTokenError."""
    try:
        return signing.loads(token, salt=SALT)
    except signing.BadSignature:
        raise BadTokenError()


def is_stopped(email):
    """Whether nothing may be sent to `email`."""
    return StoppedAddress.objects.filter(address=_tidy(email)).exists()


def stop(token):
    """Send nothing more to the token's address; letters that wait have failed, and their hosts are told.

    Raises BadTokenError. A letter that a worker holds at this moment is left to it: it asks `is_stopped`
    before each try.
    """
    address, waiting = address_of(token), {"due__isnull": False, "claimed": None}
    with transaction.atomic():
        StoppedAddress.objects.get_or_create(address=address)
        invitations = Invitation.objects.filter(email=address, **waiting)
        stopped = list(invitations.values_list("pk", flat=True))
        _give_up(invitations)
        _give_up(NightLetter.objects.filter(invitation__email=address, **waiting))
    for pk in stopped:
        status.tell(pk)


def start_again(token):
    """Let letters go to the token's address again; what has failed meanwhile stays failed.

    Raises BadTokenError.
    """
    StoppedAddress.objects.filter(address=address_of(token)).delete()


def language_for(address):
    """The language of the last invitation to this address; "" where there is none any more."""
    return Invitation.objects.filter(email=address).values_list("language", flat=True).first() or ""


def masked(address):
    """The address as its owner knows it and a stranger does not: "a***@example.org"."""
    name, _, host = address.rpartition("@")
    return "%s***@%s" % (name[:1], host)


def _give_up(letters):
    letters.update(due=None, failed=timezone.now(), last_error=REASON)


def _tidy(email):
    return email.strip().lower()
