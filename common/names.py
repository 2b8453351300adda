"""Nicknames: any script, 1-24 characters, nothing that breaks a page or copies somebody else. Pure."""
from __future__ import unicode_literals

import unicodedata

from common.compat import LONE_SURROGATE

NAME_LENGTH = 24
# A few letters unfold into many when they are compared; a key of this length still tells names apart.
KEY_LENGTH = 4 * NAME_LENGTH
# Control and formatting characters and private ones; then letters that are drawn as nothing, and marks of direction
# that are too new for Python 2.
UNSHOWN = ("Cc", "Cf", "Co")
BLANKS = "\u034f\u115f\u1160\u2800\u3164\uffa0\u061c\u2066\u2067\u2068\u2069"
# Emoji and some scripts join letters with these; alone they are nothing.
JOINERS = "\u200c\u200d\ufe0e\ufe0f"


class BadNameError(ValueError):
    """The text cannot be a nickname; the message says why, to its writer."""


def tidy_name(text):
    """The name as it is stored and shown: composed, trimmed, single spaces. Raises BadNameError."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if LONE_SURROGATE.search(name) or any(_is_unshown(letter) for letter in name):
        raise BadNameError("That name has a character that cannot be shown; use letters, digits and emoji.")
    if not name.strip(JOINERS + " "):
        raise BadNameError("Give a name, so that the others know who you are.")
    if len(name) > NAME_LENGTH:
        raise BadNameError("That name is too long: %d characters at most." % NAME_LENGTH)
    return name


def name_key(name):
    """Equal for names that look the same at a glance: case, width, spaces and invisible marks do not count."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).upper().lower())
    return "".join(letter for letter in folded if not letter.isspace() and letter not in JOINERS)[:KEY_LENGTH]


def _is_unshown(letter):
    return letter in BLANKS or letter not in JOINERS and unicodedata.category(letter) in UNSHOWN
