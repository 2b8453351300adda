"""Stopping all letters to an address, until its owner wants them again (RFC 8058).

The token in a letter is the address under our signature: it needs no row, never expires, and opens nothing
else.
"""
from __future__ import unicode_literals

import re

from django.core import signing
from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as N_

from common.email_addresses import canonical, readable
from invitations import status
from invitations.models import Invitation, NightLetter, RecapLetter, StoppedAddress

SALT = "invitations.stopping"  # of letters that were sent long ago, too: it never changes
TOKEN_PATTERN = r"[\w:.=-]+"
REASON = N_("They want no more letters from this site.")
WANTED_AGAIN = N_("They wanted no letters then, and want them again.")


class BadTokenError(ValueError):
    """The token was not made by us, or is not whole."""


def token_for(email):
    """What the link in a letter to `email` says; whoever has it may stop and start the letters to that
    address.
    """
    return signing.dumps(canonical(email), salt=SALT)


def address_of(token):
    """The canonical address of a token. Raises BadTokenError."""
    try:
        return canonical(signing.loads(token, salt=SALT))
    except signing.BadSignature:
        raise BadTokenError()


def whole_in(text):
    """The token that this text begins with, before what a mail program has added; "" for none."""
    found = re.match(TOKEN_PATTERN, text)
    for token in (found.group(), found.group().rstrip(".:=-_")) if found else ():
        try:
            address_of(token)
            return token
        except BadTokenError:
            continue
    return ""


def is_stopped(email):
    """Whether nothing may be sent to `email`."""
    return StoppedAddress.objects.filter(address=canonical(email)).exists()


def stop(token):
    """Send nothing more to the token's address; letters that wait have failed, and their hosts are told.

    Raises BadTokenError. A letter that a worker holds at this moment is left to it: it asks `is_stopped`
    before each try.
    """
    address, waiting = address_of(token), {"due__isnull": False, "claimed": None}
    with transaction.atomic():
        StoppedAddress.objects.get_or_create(address=address)
        invitations = Invitation.objects.filter(email=address, **waiting)
        letters = NightLetter.objects.filter(invitation__email=address, **waiting)
        for rows in (invitations, letters, RecapLetter.objects.filter(invitation__email=address, **waiting)):
            _give_up(rows)
    _tell_hosts(address)


def start_again(token):
    """Let letters go to the token's address again; what has failed meanwhile stays failed, and its hosts are
    told that they may send it once more.

    Raises BadTokenError.
    """
    let_letters_go(address_of(token))


def let_letters_go(address):
    """What `start_again` does, for a canonical address."""
    stopped = {"cause": Invitation.STOPPED}
    with transaction.atomic():
        StoppedAddress.objects.filter(address=address).delete()
        invitations = Invitation.objects.filter(email=address, **stopped)
        letters = NightLetter.objects.filter(invitation__email=address, **stopped)
        for rows in (invitations, letters):
            rows.update(last_error=WANTED_AGAIN, cause=Invitation.UNREACHED)
    _tell_hosts(address)


def _tell_hosts(address):
    invitations = Invitation.objects.filter(email=address, revoked=None).order_by("pk")
    for pk in invitations.values_list("pk", flat=True):
        status.tell(pk)


def language_for(address):
    """The language of the last invitation to this address; "" where there is none any more."""
    return Invitation.objects.filter(email=address).values_list("language", flat=True).first() or ""


def masked(address):
    """The address as its owner knows it and a stranger does not: "a***@example.org"."""
    name, _, host = readable(address).rpartition("@")
    return "%s***@%s" % (name[:1], host)


def _give_up(letters):
    letters.update(due=None, failed=timezone.now(), last_error=REASON, cause=Invitation.STOPPED)
