"""What stands between two brackets of a source file while it is read. Pure."""

from __future__ import unicode_literals

import re
from collections import OrderedDict
from typing import Any, List, Optional, Tuple

import six

from decks.imports.reading.vocabulary import kind_of

GARBAGE = object()  # what is no data


class Frame(object):
    """What stands between two brackets: entries with keys or without, and whether all of it is data."""

    def __init__(self, bracket, call, key):
        # type: (str, str, Optional[str]) -> None
        self.bracket, self.call, self.key = bracket, call, key
        self.entries = []  # type: List[Tuple[Optional[str], Any]]
        self.found = []  # type: List[Tuple[str, Any]]
        self.garbage = 0
        self.next()

    def next(self):
        # type: () -> None
        """Begin with the next entry."""
        self.entry_key, self.value, self.name = None, None, ""  # type: Optional[str], Any, str
        self.filled = self.joining = self.line_ended = False

    def put(self, value):
        # type: (Any) -> None
        """One more value of the entry; two texts with a sign between are one."""
        if not self.filled:
            self.value, self.filled = value, True
        elif isinstance(self.value, six.text_type) and isinstance(value, six.text_type) and (
                self.joining or self.bracket):
            self.value += value
        else:
            self.value = GARBAGE
        self.joining = False

    def end(self):
        # type: () -> None
        """The entry is complete."""
        if self.name and not self.filled:
            # A constant such as CardType.BLACK says a kind, another one nothing.
            last = re.split(r"\W", self.name)[-1]
            is_kind = kind_of(last) and (last != self.name or last.isupper())
            self.value, self.filled = last if is_kind else GARBAGE, True
        if self.filled and self.value is not GARBAGE:
            self.entries.append((self.entry_key, self.value))
        elif self.filled:
            self.garbage += 1
        self.next()

    def is_size(self):
        # type: () -> bool
        """Whether there is nothing but a number in it."""
        return [type(value) for _, value in self.entries] == [int] and not self.garbage

    def data(self):
        # type: () -> Any
        """What the frame says, or GARBAGE."""
        keys = [key for key, _ in self.entries if key is not None]
        if not self.entries or self.garbage > len(self.entries) // (2 if keys else 5):
            return GARBAGE
        if keys:
            return OrderedDict(
                (key or "%d" % number, value) for number, (key, value) in enumerate(self.entries, 1)
            )
        values = [value for _, value in self.entries]
        return values[0] if len(values) == 1 and self.bracket == "(" else values
