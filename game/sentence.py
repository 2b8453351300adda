"""A black card with the answers in its blanks, for pages that are drawn on the server. Pure; makes no markup.

It reads like static/js/text.js, which does the same in the browser.
"""
from __future__ import unicode_literals

import re
from collections import namedtuple

# A stretch of the sentence: `answer` tells whether it comes from a white card, `em` whether it is emphasised.
Part = namedtuple("Part", "text answer em")

_EMPHASIS = re.compile(r"\*{1,2}([^*\n]+)\*{1,2}")
_BLANKS = re.compile(r"_+")
_SENTENCE_BEGINS = re.compile("(^|\n|([^.\u2026]\\.|[!?])[\"'\u201d\u2019)]*\\s)\\s*[\"'\u201c\u2018(]*$")
_FIRST_LETTER = re.compile("^([*\"'\u201c\u2018(]*)(\\w)(\\w?)", re.UNICODE)
_OWN_FULL_STOP = re.compile(r"([^.])\.$")
OPEN = "____"


def fill(black, pick, cards):
    """[Part] of the black card `black` with the texts `cards` in its blanks.

    Blank i takes card min(i, pick - 1); answers without a blank of their own follow on a new line.
    """
    parts, blanks = [], 0
    for piece, em in _pieces(black):
        for place, text in enumerate(_BLANKS.split(piece)):
            if place:
                card = cards[min(blanks, max(pick, 1) - 1):][:1]
                parts += _answer(_OWN_FULL_STOP.sub(r"\1", card[0]), parts, em) if card else [Part(OPEN, False, em)]
                blanks += 1
            parts += [Part(text, False, em)] if text else []
    for place, card in enumerate(cards[blanks:]):
        parts.append(Part(" " if place else "\n", False, False))
        parts += _answer(card, parts, False)
    return parts


def _answer(card, before, em):
    """The parts of an answer, with a capital letter where it begins a sentence."""
    if _SENTENCE_BEGINS.search("".join(part.text for part in before)):
        card = _FIRST_LETTER.sub(_capital, card)
    return [Part(text, True, em or strong) for text, strong in _pieces(card)]


def _capital(found):
    marks, first, second = found.groups()
    is_word = first.islower() and not second.isupper()  # not "iPads"
    return marks + (first.upper() if is_word else first) + second


def _pieces(text):
    """(text, is emphasised) pairs of "a *b*"."""
    pieces, end = [], 0
    for found in _EMPHASIS.finditer(text):
        pieces += [(text[end:found.start()], False), (found.group(1), True)]
        end = found.end()
    return [piece for piece in pieces + [(text[end:], False)] if piece[0]]
