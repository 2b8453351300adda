"""Texts that read nearly alike: few letters would have to change, come or go. Pure.

Comparing each with each would take hours for a big deck, so only texts that begin or end alike, or have their
longest words in common, are compared; of many such, only the last ones.
"""
from __future__ import unicode_literals

import re

from common.compat import edit_distance

# How much of the longer text may differ.
DIFFERENT = 0.15
# Signs that are no punctuation, emoji above all; on every Python, also where those are made of two halves.
_SIGNS = "[^\\w\\s\u0000-\u25ff\u3000-\u303f\uff00-\uffef]+"
_WORDS = re.compile("\\w+|" + _SIGNS, re.UNICODE)
# What makes another joke, however few letters it is: 7 ducks are not nearly 9 ducks.
_TELLING = re.compile("\\d+|" + _SIGNS, re.UNICODE)
_EDGE = 6
_LATEST = 30


class Nearby(object):
    """Texts with something that stands for each, to find those that are near to another text.

    `left` is how many texts it compares before it gives up and finds nothing any more.
    """

    def __init__(self, left):
        self.left, self._buckets = left, {}

    def add(self, text, value):
        plain = _plain(text)
        for key in _keys(plain):
            self._buckets.setdefault(key, []).append((plain, value))

    def near(self, text):
        """[(similarity from 0 to 1, value)] of the texts that are near to this one, the nearest first."""
        plain, found, seen = _plain(text), [], set()
        for key in _keys(plain):
            for other, value in self._buckets.get(key, ())[-_LATEST:]:
                if value not in seen:
                    seen.add(value)
                    similarity = self._similarity(plain, other)
                    if similarity:
                        found.append((similarity, value))
        return sorted(found, key=lambda pair: -pair[0])

    def _similarity(self, one, other):
        longest = max(len(one), len(other), 1)
        most = int(longest * DIFFERENT)
        if abs(len(one) - len(other)) > most or self.left <= 0:
            return 0
        self.left -= 1
        found = edit_distance(one, other, most)
        if found > most or found and _TELLING.findall(one) != _TELLING.findall(other):
            return 0
        return 1 - found / float(longest)


def _plain(text):
    lower = text.lower()
    return " ".join(_WORDS.findall(lower)) or lower.strip()


def _keys(plain):
    """What one of must be common to near texts."""
    longest = sorted(sorted(set(plain.split())), key=len)[-2:]
    return ("begins", plain[:_EDGE]), ("ends", plain[-_EDGE:]), ("words", " ".join(sorted(longest)))
