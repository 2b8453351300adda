"""What every parser yields: packs of regular cards, and the rows that had to stay outside.

Plain tuples; they know neither files nor the database.
"""
from __future__ import unicode_literals

from typing import Any, Dict, NamedTuple, Optional, Text, Tuple

from common.compat import gettext as _


class FormatError(ValueError):
    """A file that cannot be read at all; the message says what to mend."""


# `black` holds (text, pick, draw), `white` holds texts. An empty slug, language or rating means that the file
# does not say. `tags` and `source_note` are the deck's; `black_marks` and `white_marks` hold (tags,
# attribution) of each card, or nothing when no card of that kind has any. Tags are words with spaces between.
# `black_lines` and `white_lines` say where each card stands in a file that has lines, and nothing for other
# files.
Pack = NamedTuple("Pack", [
    ("name", Text), ("black", Tuple[Tuple[Text, int, int], ...]), ("white", Tuple[Text, ...]), ("slug", Text),
    ("language", Text),
    ("rating", Text), ("description", Text), ("author", Text), ("licence", Text), ("source_note", Text),
    ("tags", Text),
    ("black_marks", Tuple[Tuple[Text, Text], ...]), ("white_marks", Tuple[Tuple[Text, Text], ...]),
    ("black_lines", Tuple[int, ...]), ("white_lines", Tuple[int, ...])])
Pack.__new__.__defaults__ = ("",) * 8 + ((),) * 4

# `kind` is "pack", "black" or "white"; `row` counts from 1 inside the pack's list of that kind (inside the
# file for
# "pack"); `line` is where it stands in a file that has lines, else 0.
RowError = NamedTuple("RowError", [("pack", Text), ("kind", Text), ("row", int), ("problem", Text),
                                   ("line", int)])
RowError.__new__.__defaults__ = (0,)

# `format` names the parser; `notes` are sentences about the file as a whole. `proposal` tells how a file of
# no known shape was read (generic.reading), as {"mapping", "confidence", "sure", "reasons", "fields",
# "values", "sources"}; None for formats that say it themselves. What is not sure is stored only after a yes.
Parsed = NamedTuple("Parsed", [
    ("format", Text), ("packs", Tuple[Pack, ...]), ("errors", Tuple[RowError, ...]),
    ("notes", Tuple[Text, ...]), ("proposal", Optional[Dict[Text, Any]])])
Parsed.__new__.__defaults__ = ((), None)

NO_MARKS = ("", "")


def marks(pack, kind):
    # type: (Pack, str) -> list[tuple[str, str]]
    """[(tags, attribution)] of the black or white cards of a pack, one for each card."""
    cards, found = (pack.black, pack.black_marks) if kind == "black" else (pack.white, pack.white_marks)
    return list(found) or [NO_MARKS] * len(cards)


def lines(pack, kind):
    # type: (Pack, str) -> list[int]
    """The lines of the black or white cards of a pack, one for each card, 0 where there is none."""
    cards, found = (pack.black, pack.black_lines) if kind == "black" else (pack.white, pack.white_lines)
    return list(found) or [0] * len(cards)


def describe(error):
    # type: (RowError) -> str
    """One line about a RowError: "Office Pack, white row 3 (line 12): its text is empty"."""
    line = _(" (line %d)") % error.line if error.line else ""
    return "%s, %s row %d%s: %s" % (error.pack, error.kind, error.row, line, error.problem)
