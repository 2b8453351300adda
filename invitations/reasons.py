"""Why a letter has failed, as it is stored, in English, and in the language of who reads it."""
from __future__ import unicode_literals

from django.utils.translation import gettext_noop as N_

from common.compat import gettext

NO_LOGIN = N_("Our mail server does not let us in; the people who run this site must look at it.")
NOT_FOR_US = N_("Our mail server does not send for this site; the people who run this site must look at it: "
                "%s %s")
NOT_THERE = N_("The mail server does not take letters for this address: %s %s")
REFUSED = N_("The mail server refused the letter: %s %s")
UNREACHED = N_("The mail server could not be reached.")
BROKEN = N_("Something broke on our side; it is in our log, and we try again.")


def in_words(reason):
    """A reason as it is stored, in English, in the language of who reads it; what a mail server has said
    stays as it was.
    """
    for sentence in (NOT_FOR_US, NOT_THERE, REFUSED):
        start = sentence[:-len("%s %s")]
        if reason.startswith(start):
            code, _, said = reason[len(start):].partition(" ")
            return (gettext(sentence) % (code, said)).strip()
    return gettext(reason) if reason else ""
