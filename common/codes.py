"""Short codes that people read aloud and type: their letters, and the colour that goes with one.

Knows no database.
"""
from __future__ import unicode_literals

import zlib

from django.utils.crypto import get_random_string

# No vowels, so that no code spells a word; none of 0 O 1 I L 2 Z 5 S 8 B, which look alike on a far screen.
ALPHABET = "CDFGHJKMNPQRTVWXY34679"
HUES = 12  # as many as static/css has


def random_code(length):
    """A random code: one of 22 ** length."""
    return get_random_string(length, ALPHABET)


def pattern_of(length):
    """A regular expression for codes of this length, without anchors."""
    return "[%s]{%d}" % (ALPHABET, length)


def hue_of(code):
    """The colour of a room's table or a deck, 0-11."""
    return zlib.crc32(code.encode("ascii")) % HUES
