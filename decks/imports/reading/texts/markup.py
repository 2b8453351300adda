"""Turns the HTML of other games' cards into our plain text: *emphasis*, **strong emphasis** and line breaks.

Only known tags are read, everything else between angle brackets is text. Entities stay for `texts` to read.
"""
from __future__ import unicode_literals

import re

_EM, _STRONG, _BREAK = ("i", "em", "u", "cite"), ("b", "strong"), ("br", "p", "div", "li", "ul", "ol")
_DROPPED = ("span", "small", "h[1-6]", "nobr", "wbr", "abbr", "mark", "del", "ins",
            "big", "font", "a", "sup", "sub", "img", "center", "s", "strike", "tt", "code")
_TAG = re.compile(r"(</?(?:%s)(?:\s[^<>]{0,500})?/?>)" % "|".join(_EM + _STRONG + _BREAK + _DROPPED),
                  re.IGNORECASE)
_NAME = re.compile(r"\w+")


def plain(html):
    # type: (str) -> str
    """The text of a card that may hold tags."""
    if "<" not in html:
        return html
    pieces, em, strong = [], 0, 0
    for number, piece in enumerate(_TAG.split(html)):
        if number % 2 == 0:
            pieces.append(emphasised(piece, "**" if strong else "*" if em else ""))
            continue
        name, step = _NAME.findall(piece)[0].lower(), -1 if piece.startswith("</") else 1
        if name in _BREAK:
            pieces.append("\n")
        em = max(0, em + step) if name in _EM else em
        strong = max(0, strong + step) if name in _STRONG else strong
    return "".join(pieces)


def emphasised(text, mark):
    # type: (str, str) -> str
    """The text with `mark` around the words of each of its lines."""
    if not mark:
        return text
    return "\n".join(_marked(line, mark) for line in text.split("\n"))


def _marked(line, mark):
    # type: (str, str) -> str
    words = line.strip()
    if not words or "*" in words:
        return line
    start = line.index(words)
    return line[:start] + mark + words + mark + line[start + len(words):]
