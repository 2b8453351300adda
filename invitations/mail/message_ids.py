"""The Message-ID of a letter: which row it is of, under our signature, so that what comes back finds the row.

A letter that went twice for one press has the same one both times, so mail programs can show it once.
"""
from __future__ import unicode_literals

import re

from django.utils.crypto import constant_time_compare, salted_hmac

from common.web import sites

SALT = "invitations.letters"
# Short, so that its header is one line: some programs mind if it is not.
SIGNED = 24  # digits of the signature
FORM = re.compile(r"<?(?P<words>(?P<kind>[inr])(?P<row>[0-9]{1,18})(?:-(?P<press>[0-9]{1,18}))?)"
                  r"\.(?P<signature>[0-9a-f]{%d})@" % SIGNED)
INVITATION, NIGHT, RECAP = KINDS = "invitation", "night", "recap"


def make(kind, pk, press=None):
    """The Message-ID, in brackets, of an INVITATION with the pk of its Postage, or of another of KINDS."""
    words = "%s%d" % (kind[0], pk) + ("-%d" % press if press else "")
    return "<%s>" % sites.mailbox("%s.%s" % (words, _sign(words)))


def read(text):
    """(kind, pk of the row, pk of the Postage or None) of a Message-ID of ours; None for any other."""
    found = FORM.match(text.strip())
    if not found or not constant_time_compare(found.group("signature"), _sign(found.group("words"))):
        return None
    kind = next(kind for kind in KINDS if kind[0] == found.group("kind"))
    return kind, int(found.group("row")), int(found.group("press") or 0) or None


def _sign(words):
    return salted_hmac(SALT, words).hexdigest()[:SIGNED]
