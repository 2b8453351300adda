"""What every parser yields: packs of regular cards, and the rows that had to stay outside.

Plain tuples; they know neither files nor the database.
"""
from __future__ import unicode_literals

from collections import namedtuple


class FormatError(ValueError):
    """A file that cannot be read at all; the message says what to mend."""


# `format` names the parser; `packs` is a tuple of Pack, `errors` a tuple of RowError, `notes` a tuple of sentences about
# the file as a whole.
Parsed = namedtuple("Parsed", "format packs errors notes")
Parsed.__new__.__defaults__ = ((),)

# `black` holds (text, pick, draw), `white` holds texts. An empty slug, language or rating means that the file does not
# say. `tags` and `source_note` are the deck's; `black_marks` and `white_marks` hold (tags, attribution) of each card, or
# nothing when no card of that kind has any. Tags are words with spaces between. `black_lines` and `white_lines` say where
# each card stands in a file that has lines, and nothing for other files.
Pack = namedtuple("Pack", "name black white slug language rating description author licence source_note tags "
                          "black_marks white_marks black_lines white_lines")
Pack.__new__.__defaults__ = ("",) * 8 + ((),) * 4

# `kind` is "pack", "black" or "white"; `row` counts from 1 inside the pack's list of that kind (inside the file for
# "pack"); `line` is where it stands in a file that has lines, else 0.
RowError = namedtuple("RowError", "pack kind row problem line")
RowError.__new__.__defaults__ = (0,)

NO_MARKS = ("", "")


def marks(pack, kind):
    """[(tags, attribution)] of the black or white cards of a pack, one for each card."""
    cards, found = (pack.black, pack.black_marks) if kind == "black" else (pack.white, pack.white_marks)
    return list(found) or [NO_MARKS] * len(cards)


def lines(pack, kind):
    """The lines of the black or white cards of a pack, one for each card, 0 where there is none."""
    cards, found = (pack.black, pack.black_lines) if kind == "black" else (pack.white, pack.white_lines)
    return list(found) or [0] * len(cards)


def describe(error):
    """One line about a RowError: "Office Pack, white row 3 (line 12): its text is empty"."""
    line = " (line %d)" % error.line if error.line else ""
    return "%s, %s row %d%s: %s" % (error.pack, error.kind, error.row, line, error.problem)
