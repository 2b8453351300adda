"""Texts that read nearly alike: few letters would have to change, come or go. Pure.

Comparing each with each would take hours for a big deck, so only texts that begin or end alike, or have their longest words
in common, are compared; of many such, only the last ones.
"""
from __future__ import unicode_literals

import os
import re

from six.moves import range

# How much of the longer text may differ.
DIFFERENT = 0.15
_WORDS = re.compile(r"\w+", re.UNICODE)
_EDGE = 6
_LATEST = 30


class Nearby(object):
    """Texts with something that stands for each, to find those that are near to another text.

    `left` is how many letters it compares before it gives up and finds nothing any more.
    """

    def __init__(self, left):
        self.left, self._shelves = left, {}

    def add(self, text, value):
        plain = _plain(text)
        for key in _keys(plain):
            self._shelves.setdefault(key, []).append((plain, value))

    def near(self, text):
        """[(similarity from 0 to 1, value)] of the texts that are near to this one, the nearest first."""
        plain, found, seen = _plain(text), [], set()
        for key in _keys(plain):
            for other, value in self._shelves.get(key, ())[-_LATEST:]:
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
        one, other = _trimmed(one, other)
        self.left -= min(len(one), len(other)) * (2 * most + 1)
        found = distance(one, other, most)
        return 0 if found > most else 1 - found / float(longest)


def distance(one, other, most):
    """How many letters must change, come or go to make one text of the other; `most` + 1 for anything beyond `most`."""
    if len(one) > len(other):
        one, other = other, one
    if len(other) - len(one) > most:
        return most + 1
    far = most + 1
    row = list(range(len(other) + 1))
    for place, letter in enumerate(one, 1):
        # Outside this band the distance is beyond `most` anyway.
        first, last = max(1, place - most), min(len(other), place + most)
        before, row = row, [far] * (len(other) + 1)
        if place <= most:
            row[0] = place
        for column in range(first, last + 1):
            cost = before[column - 1] if letter == other[column - 1] else 1 + min(
                before[column - 1], before[column], row[column - 1])
            row[column] = cost if cost < far else far
        if min(row) > most:
            return far
    return min(row[-1], far)


def _trimmed(one, other):
    """What is left of two texts without their common beginning and end."""
    start = len(os.path.commonprefix([one, other]))
    one, other = one[start:], other[start:]
    end = len(os.path.commonprefix([one[::-1], other[::-1]]))
    return one[:len(one) - end], other[:len(other) - end]


def _plain(text):
    return " ".join(_WORDS.findall(text.lower()))


def _keys(plain):
    """What one of must be common to near texts."""
    longest = sorted(sorted(set(plain.split())), key=len)[-2:]
    return ("begins", plain[:_EDGE]), ("ends", plain[-_EDGE:]), ("words", " ".join(sorted(longest)))
