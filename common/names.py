"""Nicknames: any script, 1-24 characters, nothing that breaks a page or copies somebody else. Pure."""
from __future__ import unicode_literals

import unicodedata

from common.compat import LONE_SURROGATE
from common.compat import gettext as _
from common.text import JOINERS, is_unshown

NAME_LENGTH = 24


class BadNameError(ValueError):
    """The text cannot be a nickname; the message says why, to its writer."""


def tidy_name(text):
    """The name as it is stored and shown: composed, trimmed, single spaces. Raises BadNameError."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if LONE_SURROGATE.search(name) or any(is_unshown(letter) for letter in name):
        raise BadNameError(_("That name has a character that cannot be shown; use letters, digits and "
                             "emoji."))
    if not name.strip(JOINERS + " "):
        raise BadNameError(_("Give a name, so that the others know who you are."))
    if len(name) > NAME_LENGTH:
        raise BadNameError(_("That name is too long: 24 characters at most."))
    return name


def letters_of(text):
    """What a search compares: small letters without accents and invisible marks, single spaces."""
    parts = unicodedata.normalize("NFKD", unicodedata.normalize("NFKC", text).upper().lower())
    return " ".join("".join(part for part in parts
                            if not unicodedata.combining(part) and part not in JOINERS).split())


def name_key(name):
    """Equal for names that look the same at a glance: case, width,
    spaces and invisible marks do not count.
    """
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).upper().lower())
    return "".join(letter for letter in folded if not letter.isspace() and letter not in JOINERS)
