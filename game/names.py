"""Nicknames: any script, 1-24 characters, nothing that breaks a page or copies somebody else. Pure."""
from __future__ import unicode_literals

import unicodedata

NAME_LENGTH = 24
# Control and formatting characters, private ones, and halves of characters; but where a Python stores an emoji as
# two halves, halves are all it sees.
UNSHOWN = ("Cc", "Cf", "Co") + (("Cs",) if len("\U0001f600") == 1 else ())
# Emoji and some scripts join letters with these; alone they are nothing.
JOINERS = "\u200c\u200d\ufe0e\ufe0f"


class BadName(ValueError):
    """The text cannot be a nickname; the message says why, to its writer."""


def tidy_name(text):
    """The name as it is stored and shown: composed, trimmed, single spaces. Raises BadName."""
    name = " ".join(unicodedata.normalize("NFC", text).split())
    if any(unicodedata.category(letter) in UNSHOWN and letter not in JOINERS for letter in name):
        raise BadName("That name has a character that cannot be shown; use letters, digits and emoji.")
    if not name.strip(JOINERS + " "):
        raise BadName("Give a name, so that the others know who you are.")
    if len(name) > NAME_LENGTH:
        raise BadName("That name is too long: %d characters at most." % NAME_LENGTH)
    return name


def name_key(name):
    """Equal for names that look the same at a glance: case, width, spaces and invisible marks do not count."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", name).upper().lower())
    return "".join(letter for letter in folded if not letter.isspace() and letter not in JOINERS)
