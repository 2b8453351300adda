"""Reads the numbers of cards, however they are written, and what a text says of its pick. Pure."""
from __future__ import unicode_literals

import re
from typing import Any

import six

from decks.limits import MAX_PICK

_WORDS = ("one", "two", "three", "four", "five")
_NUMBER = re.compile(r"\s*(\d{1,9})(?:[.,]0{0,9})?\s*\Z")
_PICK = re.compile(r"\b(?:pick|play|choose)(?:\s+|\s*[:=]\s*)(\d{1,2}|%s)\b" % "|".join(_WORDS),
                   re.IGNORECASE)
# A pick that somebody wrote behind the text of a card.
_REMARK = re.compile(r"\s*(?:[\[(]\s*(?:draw\s+\w{1,5}\s*[,;&]?\s*(?:and\s+)?)?(?:pick|play)\s+(?:\d|%s)"
                     r"(?:\s+cards?)?\s*[\])]|(?:DRAW \d[,;]? ?)?\bPICK \d)\.?\s*\Z" % "|".join(_WORDS),
                     re.IGNORECASE)
_HAIKU = re.compile(r"\bhaiku\b", re.IGNORECASE)


def whole(value):
    # type: (Any) -> int | None
    """The whole number that a value is or writes (3, 3.0, "3", "3.0", "PICK 3", "three"), or None."""
    if isinstance(value, bool):
        return None
    if isinstance(value, six.integer_types):
        return value
    if isinstance(value, float):
        return int(value) if value == value and abs(value) < 1e9 and value == int(value) else None
    if not isinstance(value, six.text_type):
        return None
    found = _NUMBER.match(value[:40])
    if found:
        return int(found.group(1))
    word = value[:40].strip().lower()
    return _WORDS.index(word) + 1 if word in _WORDS else said(value[:200])


def said(text):
    # type: (str) -> int | None
    """The pick that a text names in words, or None."""
    found = _PICK.search(text)
    if found is None:
        return None
    word = found.group(1).lower()
    number = _WORDS.index(word) + 1 if word in _WORDS else int(word)
    return number if 1 <= number <= MAX_PICK else None


def without_remark(text):
    # type: (str) -> tuple[str, int | None]
    """(text, pick) of a text that may end with a remark such as "(pick 2)"."""
    found = _REMARK.search(text[-60:])
    if found is None or not text[:-60] and not found.start():
        return text, None
    return text[:len(text) - len(found.group())], said(found.group())


def usual_pick(text, blanks):
    # type: (str, int) -> int
    """The pick of a text that does not name it: as many as it has blanks, three for a haiku, else one."""
    return blanks or (3 if _HAIKU.search(text) else 1)
