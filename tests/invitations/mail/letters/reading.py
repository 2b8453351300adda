"""Letters of each kind, and how people see their headers."""
from __future__ import unicode_literals

import re
from email.header import decode_header

import six

from invitations.mail import letters
from invitations.models import NightLetter
from tests.invitations.samples import a_night_letter, an_invitation_to_a_night, sent

CARDS = "https://cards.example.org"
LANGUAGES = ["en", "de", "es", "fr", "pl"]


def header(letter, name):
    """A header as people see it."""
    pieces = decode_header(re.sub(r"\r?\n(?=[ \t])", "", sent(letter)[name]))
    return "".join(six.ensure_text(text, charset or "ascii") for text, charset in pieces)


def all_letters(**fields):
    """One of each kind, newest first, for the same guest."""
    invitation = an_invitation_to_a_night(**fields)
    build = letters.night_letter
    yield letters.invitation_letter(invitation)
    yield build(a_night_letter(NightLetter.NIGHT, 0, invitation))
    yield build(a_night_letter(NightLetter.NIGHT, 1, invitation))
    yield build(a_night_letter(NightLetter.REMINDER, 1, invitation))
    yield build(a_night_letter(NightLetter.CANCELLED, 2, invitation))
