"""A black card with the answers in its blanks, for pages that are drawn on the server. Pure; makes no markup.

It reads like static/js/kit/text.js, which does the same in the browser; tests/sentences.json holds both to
it.
"""
from __future__ import unicode_literals

import re
from typing import NamedTuple, Text

# A stretch of the sentence: `answer` tells whether it comes from a white card, `em` whether it is emphasised.
Part = NamedTuple("Part", [("text", Text), ("answer", bool), ("em", bool)])

_EMPHASIS = re.compile(r"\*{1,2}([^*\n]+)\*{1,2}")
_BLANK = re.compile(r"_+(?:\{(?=[^}])([1-9][0-9]?)?([\^!])?\})?")
_SENTENCE_BEGINS = re.compile("(^|\n|([^.\u2026]\\.|[!?])[\"'\u201d\u2019)]*\\s)\\s*[\"'\u201c\u2018(]*$")
_FIRST_LETTER = re.compile("^([*\"'\u201c\u2018(]*)(\\w)(\\w?)", re.UNICODE)
_OWN_FULL_STOP = re.compile(r"([^.])\.$")
OPEN = "____"
CAPITAL, CAPITALS = "^", "!"


def fill(black, pick, cards):
    # type: (str, int, list[str]) -> list[Part]
    """[Part] of the black card `black` with the texts `cards` in its blanks.

    A blank takes the card it names ("_{2}"); blank i of the others takes card i, and the last card fills all
    that are left. Cards without a blank of their own follow on a new line.
    """
    parts, used, plain = [], set(), 0
    for piece, em in _pieces(black):
        end = 0
        for found in _BLANK.finditer(piece):
            parts += [Part(piece[end:found.start()], False, em)] if found.start() > end else []
            number, style = found.groups()
            place = min(int(number) - 1 if number else plain, max(pick, 1) - 1)
            plain += 0 if number else 1
            used.add(place)
            answer = _OWN_FULL_STOP.sub(r"\1", cards[place]) if place < len(cards) else None
            parts += [Part(OPEN, False, em)] if answer is None else _answer(answer, parts, em, style)
            end = found.end()
        parts += [Part(piece[end:], False, em)] if end < len(piece) else []
    for count, place in enumerate(sorted(set(range(len(cards))) - used)):
        parts.append(Part(" " if count else "\n", False, False))
        parts += _answer(cards[place], parts, False)
    return parts


def _answer(card, before, em, style=None):
    # type: (str, list[Part], bool, str | None) -> list[Part]
    """The parts of an answer: written as its blank wants it,
    with a capital letter where it begins a sentence.
    """
    if style == CAPITALS:
        card = card.upper()
    elif style == CAPITAL:
        card = _FIRST_LETTER.sub(lambda found: found.group(1) + found.group(2).upper() + found.group(3), card)
    elif _SENTENCE_BEGINS.search("".join(part.text for part in before)):
        card = _FIRST_LETTER.sub(_capital, card)
    return [Part(text, True, em or strong) for text, strong in _pieces(card)]


def _capital(found):
    # type: (re.Match[str]) -> str
    marks, first, second = found.groups()
    is_word = first.islower() and not second.isupper()  # not "iPads"
    return marks + (first.upper() if is_word else first) + second


def _pieces(text):
    # type: (str) -> list[tuple[str, bool]]
    """(text, is emphasised) pairs of "a *b*"."""
    pieces, end = [], 0
    for found in _EMPHASIS.finditer(text):
        pieces += [(text[end:found.start()], False), (found.group(1), True)]
        end = found.end()
    return [piece for piece in pieces + [(text[end:], False)] if piece[0]]
