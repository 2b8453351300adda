"""Characters that nobody sees or that change what stands around them: one table, and what is asked of it.

Pure.

Each kind of text has its own policy: names refuse them (`common.names`), cards refuse some and drop others
(`decks.cards.texts`), letters drop them (`invitations.mail.sanitize`).
"""
from __future__ import unicode_literals

import re
import unicodedata

# Ranges for a character class of `re`. Control characters but tabs and whatever ends a line or a page.
CONTROLS = "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"
PAGE_BREAKS = "\x0b\x0c"
# Marks that turn the reading direction of whatever stands after them.
DIRECTION = "\u202a-\u202e\u2066-\u2069"
# Drawn as nothing, and good for nothing in these texts: soft hyphens, joiners, invisible operators, byte
# order marks.
ZERO_WIDTH = "\u00ad\u200b-\u200f\u2060-\u2064\ufeff"

# Control and formatting characters and private ones; then letters that are drawn as nothing, and marks of
# direction that are too new for Python 2.
UNSHOWN_CATEGORIES = ("Cc", "Cf", "Co")
BLANK_LETTERS = "\u034f\u115f\u1160\u2800\u3164\uffa0\u061c\u2066\u2067\u2068\u2069"
# Emoji and some scripts join letters with these; alone they are nothing.
JOINERS = "\u200c\u200d\ufe0e\ufe0f"


def any_of(*ranges):
    """A compiled pattern of one character out of these ranges."""
    return re.compile("[%s]" % "".join(ranges))


def is_unshown(letter):
    """Whether one character is drawn as nothing by itself.

    Joiners are not asked about here: they depend on their neighbours.
    """
    return letter in BLANK_LETTERS or letter not in JOINERS and unicodedata.category(
        letter) in UNSHOWN_CATEGORIES


def search_words(text):
    """The words that somebody looks for. No database takes a NUL."""
    return text.replace("\0", " ").split()


def is_ascii(text):
    """Whether every letter of `text` is one of ASCII."""
    return all(letter < "\x80" for letter in text)
