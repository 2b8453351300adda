"""Room codes and seat keys. Knows no database."""
from __future__ import unicode_literals

import re

from django.utils.crypto import get_random_string
from django.utils.translation import gettext_noop as N_

from common.codes import ALPHABET, pattern_of, plain, random_code
from common.compat import gettext as _

CODE_LENGTH = 5
CODE_PATTERN = pattern_of(CODE_LENGTH)
KEY_LENGTH = 32
LONGEST = 2000  # characters that somebody may type or paste: a message with a link in it, for example
_NOISE = re.compile(r"[\s\-_.,:;!?'\"()<>\u2010-\u2015]+", re.UNICODE)
_LINK = re.compile(r"/(?:ROOMS|TV)/(%s)(?![0-9A-Z])" % CODE_PATTERN)
_WORD = re.compile(r"(?<![0-9A-Z])%s(?![0-9A-Z])" % CODE_PATTERN)
# What may have been meant by what is in no code. It is said and not taken for granted: there is no better
# guess than to look once more.
_LOOKS_LIKE = {"O": N_("D or Q"), "0": N_("D or Q"), "I": N_("J or "
                                                             "T"), "1": "7", "L": "J", "2": "7", "Z": "7",
                                                             "5": "6",
               "S": "6", "8": N_("3 or 6"), "B": N_("3 or R"), "A": N_("4 or R"), "E": "F", "U": "V"}
# Longer texts are no code with a letter too many.
_LONG = 12


class BadCodeError(ValueError):
    """The text has no room code in it; the message says why, to its writer."""


def new_code():
    """A random room code: one of five million."""
    return random_code(CODE_LENGTH)


def new_key():
    """A random secret of 32 letters and digits (190 bits)."""
    return get_random_string(KEY_LENGTH, "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789")


def read_code(text):
    """The code in what somebody typed or pasted: alone, in a link, or as the one word of a message that can
    be a code. Raises BadCodeError.
    """
    typed = plain(text)
    code = _NOISE.sub("", typed)
    if re.match("%s$" % CODE_PATTERN, code):
        return code
    found = set(_LINK.findall(typed)) or set(_WORD.findall(typed))
    if len(found) == 1:
        return found.pop()
    raise BadCodeError(_several(found) if found else _why_not(typed, code))


def _several(codes):
    return _("There are several codes in that: %s. Which one is it?") % ", ".join(sorted(codes)[:3])


def _why_not(typed, code):
    """What is wrong with a text that has no code in it; `code` is the same without spaces and marks."""
    if not code:
        return _("Type the five letters that the host sees.")
    if "/" in typed:
        return _("That link leads to no room. The link of a room ends like this: /rooms/KX7PQ/")
    if len(code) > _LONG:
        return _("There is no code in that. A code has %d letters and digits, like KX7PQ.") % CODE_LENGTH
    if len(code) != CODE_LENGTH:
        return _("A code has %d letters and digits; this has %d.") % (CODE_LENGTH, len(code))
    strange = [letter for place, letter in enumerate(code)
               if letter not in ALPHABET and letter not in code[:place]]
    if len(strange) > 1:
        return _("There is no %s in codes. Look once more.") % _(" and no ").join(strange)
    if strange[0] not in _LOOKS_LIKE:
        return _("There is no %s in codes. Look once more.") % strange[0]
    words = _("There is no digit %(strange)s in codes. Look once more: is it %(other)s?") if strange[
        0].isdigit() else _("There is no letter %(strange)s in codes. Look once more: is it %(other)s?")
    return words % {"strange": strange[0], "other": _(_LOOKS_LIKE[strange[0]])}
