"""Texts that players write on cards."""
from __future__ import unicode_literals

import re
import unicodedata

import six

from game.rules.errors import require
from game.rules.shapes import Args

LONGEST = 200  # characters
_BLANKS = re.compile("_+")
_SPACES = re.compile(r"\s+", re.UNICODE)
# Other, but for the joiners that emoji and some scripts need.
_JOINERS = "\u200c\u200d"


def tidy_card(text):
    # type: (Args) -> str
    """The text of a card as somebody has written it, on one line, without characters that cannot be seen.

    Raises InvalidMoveError("bad_text", "empty_text", "long_text").
    """
    require(isinstance(text, six.text_type), "bad_text")
    kept = "".join(character for character in _SPACES.sub(" ", text[:20 * LONGEST])
                   if character in _JOINERS or unicodedata.category(character)[0] != "C")
    kept = _BLANKS.sub("_", kept.strip())
    require(kept.strip("_ " + _JOINERS), "empty_text")
    require(len(kept) <= LONGEST, "long_text", most=LONGEST)
    return kept
