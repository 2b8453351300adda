"""What every parser yields: packs of regular cards, and the rows that had to stay outside.

Plain tuples; they know neither files nor the database.
"""
from __future__ import unicode_literals

from collections import namedtuple


class FormatError(ValueError):
    """A file that cannot be read at all; the message says what to mend."""


# `format` names the parser; `packs` is a tuple of Pack, `errors` a tuple of RowError.
Parsed = namedtuple("Parsed", "format packs errors")

# `black` holds (text, pick, draw), `white` holds texts. An empty slug, language or rating means that
# the file does not say.
Pack = namedtuple("Pack", "name black white slug language rating description author licence")
Pack.__new__.__defaults__ = ("", "", "", "", "", "")

# `kind` is "pack", "black" or "white"; `row` counts from 1 inside the pack's list of that kind
# (inside the file for "pack").
RowError = namedtuple("RowError", "pack kind row problem")


def describe(error):
    """One line about a RowError: "Office Pack, white row 3: its text is empty"."""
    return "%s, %s row %d: %s" % (error.pack, error.kind, error.row, error.problem)
