"""The ids of many rows as one short text for a form, "3-17 20": neither the number of fields nor the size of
a request ends a long list.
"""
from __future__ import unicode_literals

import re

MOST = 500000  # ids in one text
_RANGE = re.compile(r"^([0-9]{1,9})(?:-([0-9]{1,9}))?$")


def pack(ids):
    """The text that stands for these ids."""
    ranges = []
    for pk in sorted(ids):
        if ranges and ranges[-1][1] == pk - 1:
            ranges[-1][1] = pk
        else:
            ranges.append([pk, pk])
    return " ".join("%d" % first if first == last else "%d-%d" % (first, last) for first, last in ranges)


def unpack(text):
    """The ids in a text of `pack`; what else it says is passed over."""
    found = []
    for match in map(_RANGE.match, text.split()):
        if match:
            first, last = int(match.group(1)), int(match.group(2) or match.group(1))
            found += range(first, min(last, first + MOST - len(found) - 1) + 1)
    return found
