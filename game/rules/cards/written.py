"""Texts that players write: on cards, and to each other."""
from __future__ import unicode_literals

import re
import unicodedata

import six

from game.rules.cards.coarse_words import masked
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
    kept = _BLANKS.sub("_", _on_one_line(text))
    require(kept.strip("_ " + _JOINERS), "empty_text")
    require(len(kept) <= LONGEST, "long_text", most=LONGEST)
    return kept


def tidy_remark(text):
    # type: (Args) -> str
    """What somebody has written to the others, tidied in the same way, with a mark for the letters of coarse
    words.

    Raises InvalidMoveError("bad_text", "empty_text", "long_remark").
    """
    kept = _on_one_line(text)
    require(kept.strip(_JOINERS + " "), "empty_text")
    require(len(kept) <= LONGEST, "long_remark", most=LONGEST)
    return masked(kept)


def _on_one_line(text):
    # type: (Args) -> str
    require(isinstance(text, six.text_type), "bad_text")
    return "".join(character for character in _SPACES.sub(" ", text[:20 * LONGEST])
                   if character in _JOINERS or unicodedata.category(character)[0] != "C").strip()
