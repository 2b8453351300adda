"""The marks that other programs put in place of an answer. Pure.

Some are blanks wherever they stand; the likely ones, such as "%s", "{}" or ".....", only in the text of a
black card that has no other.
"""
from __future__ import unicode_literals

import re

from decks.cards.texts import BLANK, count_blanks

_SPACES = r"(?:\s|&nbsp;|&#160;|\u00a0|_){0,40}"
_SURE = re.compile(
    "\u2588+|[\uff3f\u2017\u2581]{2,}"
    r"|\{\{ ?(?:blank|gap) ?\}\}|[<\[({] ?blank ?/?[>\])}]"
    r"|_{2,9}\([1-9]\)_{2,9}"
    r"|<u>" + _SPACES + r"</u>|<input\b[^<>]{0,200}>"
    r"|<(span|div|i|b|em)\s[^<>]{0,200}(?:blank|gap|underline)[^<>]{0,200}>" + _SPACES + r"</\1>",
    re.IGNORECASE | re.UNICODE)
_LIKELY = re.compile(
    r"(?<!\d)%(?:\d\$)?[s@](?!\w)|\$?\{\{? ?\w{0,2} ?\}?\}|\[ ?(?:\.{2,}|\u2026)? ?\]"
    r"|\( ?(?:\.{2,}|\u2026)? ?\)"
    r"|[#%:|*/~$@]{1,2}(?:blank|BLANK)[#%:|*/~$@]{1,2}|\bBLANK\b"
    # A run of marks with a space before it; behind a word it is that of a sentence that breaks off.
    "|(?:(?<=[\\s\"'(\u201c\u2018])|^)(?:\\.{4,}|\u2026{2,}|-{3,}|\u2014{2,}|\\*{3,}|#{3,}|~{3,})"
    "(?=[\\s.,!?;:\"')\u201d\u2019]|$)", re.UNICODE)

# "$1" alone is money.
_NUMBERED = re.compile(r"\$([1-9])(?![\d.,%]?\d|\w)")
_MANY = re.compile("_(?: ?_){3,}")


def replaced(text):
    # type: (str) -> str
    """The text with BLANK for what is one for sure."""
    return _SURE.sub(BLANK, text)


def filled_in(text):
    # type: (str) -> str
    """The text of a black card with BLANK for what is likely one, unless it has others."""
    if count_blanks(text):
        return text
    numbers = set(_NUMBERED.findall(text))
    if len(numbers) > 1 and numbers == set("123456789"[:len(numbers)]):
        text = _NUMBERED.sub(BLANK, text)
    return _LIKELY.sub(BLANK, text)


def joined(text):
    # type: (str) -> str
    """The text with one blank for four and more beside each other, which no game deals."""
    return _MANY.sub(BLANK, text)


def are_likely(text):
    # type: (str) -> bool
    """Whether a text has nothing but likely blanks."""
    return filled_in(text) != text
