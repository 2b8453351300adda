"""Short codes that people read aloud and type: their letters, and the colour that goes with one.

Knows no database.
"""
from __future__ import unicode_literals

import unicodedata
import zlib

from django.utils.crypto import get_random_string

from common.text import JOINERS, is_unshown

# No vowels, so that no code spells a word; none of 0 O 1 I L 2 Z 5 S 8 B, which look alike on a far screen.
ALPHABET = "CDFGHJKMNPQRTVWXY34679"
# Letters of other alphabets that are drawn like ours, from a keyboard that was left switched over.
SAME_SHAPE = {ord(other): ours for other, ours in zip(
    "\u0421\u041d\u041a\u041c\u0420\u0422\u0425\u0423\u0408\u0397\u039a\u039c\u039d\u03a1\u03a4\u03a7\u03a5",
    "CHKMPTXYJHKMNPTXY")}
HUES = 12  # as many as static/css has


def random_code(length):
    """A random code: one of 22 ** length."""
    return get_random_string(length, ALPHABET)


def pattern_of(length):
    """A regular expression for codes of this length, without anchors."""
    return "[%s]{%d}" % (ALPHABET, length)


def plain(text):
    """What somebody typed or pasted, in capitals as codes have them, whatever its width or keyboard."""
    capitals = unicodedata.normalize("NFKC", text).upper().translate(SAME_SHAPE)
    return "".join("%d" % unicodedata.decimal(letter) if letter.isdecimal() else letter
                   for letter in capitals if not is_unshown(letter) and letter not in JOINERS)


def hue_of(code):
    """The colour of a room's table or a deck, 0-11."""
    return zlib.crc32(code.encode("ascii")) % HUES
