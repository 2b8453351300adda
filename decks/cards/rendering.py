"""Cards as parts to draw on the server: blanks, emphasis, sizes.

Pure; makes no markup, so a text never becomes HTML.

It reads like static/js/kit/text.js, which draws them in the browser.
"""
from __future__ import unicode_literals

import re
from collections import namedtuple

# A stretch of a card; a blank has no text.
Part = namedtuple("Part", "text blank em")

_EMPHASIS = re.compile(r"\*{1,2}([^*\n]+)\*{1,2}")
_BLANKS = re.compile(r"_+(?:\{(?=[^}])(?:[1-9][0-9]?)?[\^!]?\})?")
WIDTH_OF_A_BLANK = 6


def parts(text, blanks=True):
    """[Part] of a card's text; white cards have no `blanks`, only underscores."""
    found = []
    for piece, em in _pieces(text):
        for place, words in enumerate(_BLANKS.split(piece) if blanks else [piece]):
            found += [Part("", True, em)] if place else []
            found += [Part(words, False, em)] if words else []
    return found


def size(found):
    """Three steps of type size, so that a long card is never clipped: "short", "medium" or "long"."""
    length = sum(WIDTH_OF_A_BLANK if part.blank else len(part.text) for part in found)
    return "short" if length <= 45 else "medium" if length <= 110 else "long"


def _pieces(text):
    """(text, is emphasised) pairs of "a *b*"."""
    pieces, end = [], 0
    for found in _EMPHASIS.finditer(text):
        pieces += [(text[end:found.start()], False), (found.group(1), True)]
        end = found.end()
    return [piece for piece in pieces + [(text[end:], False)] if piece[0]]
