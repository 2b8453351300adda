"""Lines of a filled sentence for a picture: words with their styles, broken to a width, in reading order from
left to right or from right to left. Pure: widths come from the caller.
"""
from __future__ import unicode_literals

import re
import unicodedata
from typing import Callable, List, NamedTuple, Text

from game.history.sentence import Part

# A stretch of one style within a word.
Piece = NamedTuple("Piece", [("text", Text), ("answer", bool)])
Word = List[Piece]
# `words` in the order of the drawing, from the left; `rtl` says where the line begins.
Line = NamedTuple("Line", [("words", List[Word]), ("rtl", bool)])
SPACES = re.compile(r"([ \n]+)")
RIGHT_TO_LEFT = ("R", "AL")


def is_rtl(text):
    # type: (str) -> bool
    """Whether the first letter with a direction is written from right to left."""
    return next((kind in RIGHT_TO_LEFT for kind in map(unicodedata.bidirectional, text)
                 if kind == "L" or kind in RIGHT_TO_LEFT), False)


def needs_shaping(text):
    # type: (str) -> bool
    """Whether letters of this text have to be joined or turned before they are drawn."""
    return any(unicodedata.bidirectional(letter) in RIGHT_TO_LEFT or "\u0900" <= letter <= "\u0dff" or
               "\u0e00" <= letter <= "\u0eff" for letter in text)


def paragraphs(parts):
    # type: (list[Part]) -> list[list[Word]]
    """The words of each paragraph. A word goes on from one part into the next where no space is between."""
    found, word = [[]], []  # type: list[list[Word]], Word
    for part in parts:
        for text in SPACES.split(part.text):
            if not text or not SPACES.match(text):
                word += [Piece(text, part.answer)] if text else []
                continue
            if word:
                found[-1].append(word)
                word = []
            if "\n" in text:
                found.append([])
    return [words for words in found[:-1] + [found[-1] + ([word] if word else [])] if words]


def broken(words, width, length, space):
    # type: (list[Word], float, Callable[[Word], float], float) -> list[list[Word]]
    """The words in lines of at most this width; a wider word is broken where it has to be."""
    lines, left = [[]], width  # type: list[list[Word]], float
    for word in words:
        for piece in [word] if length(word) <= width else _chopped(word, width, length):
            need = length(piece)
            if lines[-1] and need > left:
                lines.append([])
                left = width
            lines[-1].append(piece)
            left -= need + space
    return lines


def ordered(words, rtl):
    # type: (list[Word], bool) -> Line
    """A line as it is drawn: runs of words of the other direction keep their own order within it."""
    runs = []  # type: list[tuple[bool, list[Word]]]
    for word in words:
        turned = _direction(word, runs[-1][0] if runs else rtl)
        if runs and runs[-1][0] == turned:
            runs[-1][1].append(word)
        else:
            runs.append((turned, [word]))
    runs = runs[::-1] if rtl else runs
    return Line([word for turned, run in runs for word in (run[::-1] if turned else run)], rtl)


def text_of(word):
    # type: (Word) -> str
    return "".join(piece.text for piece in word)


def _direction(word, before):
    # type: (Word, bool) -> bool
    """Whether a word is written from right to left; signs and numbers go with what stands before them."""
    kinds = {unicodedata.bidirectional(letter) for letter in text_of(word)}
    if kinds.intersection(RIGHT_TO_LEFT):
        return True
    return before and "L" not in kinds


def _chopped(word, width, length):
    # type: (Word, float, Callable[[Word], float]) -> list[Word]
    """Pieces of one long word, each as long as a line may be."""
    chopped, line = [], []  # type: list[Word], Word
    for letter, answer in [(letter, piece.answer) for piece in word for letter in piece.text]:
        longer = _joined(line, letter, answer)
        if line and length(longer) > width:
            chopped.append(line)
            longer = [Piece(letter, answer)]
        line = longer
    return chopped + [line]


def _joined(line, letter, answer):
    # type: (Word, str, bool) -> Word
    if line and line[-1].answer == answer:
        return line[:-1] + [Piece(line[-1].text + letter, answer)]
    return line + [Piece(letter, answer)]
