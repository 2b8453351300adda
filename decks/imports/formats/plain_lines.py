"""Reads plain text, one card on each line; a line with a blank ("_") is a black card.

Pure; any text is such a file, so it is the last guess.
"""
from __future__ import unicode_literals

import re

from decks.cards.texts import count_blanks
from decks.imports.generic import tables
from decks.imports.reading import rows
from decks.imports.reading.packs import read_one
from decks.imports.reading.shapes import FormatError, Pack, Parsed
from decks.limits import ROW_LENGTH

NAME = "lines"
_MARKUP = re.compile(r"\s{0,1000}<(?:!doctype|html|\?xml|head|body|svg)\b", re.IGNORECASE)


def parse(text, name=rows.UNNAMED):
    # type: (str, str) -> Parsed
    """Parsed of a whole text. Raises FormatError for a web page."""
    if _MARKUP.match(text):
        raise FormatError("this is a web page, not a file of cards; save the file that it links to")

    def read(errors):
        # type: (rows.Errors) -> Pack
        pack = rows.PackRows(rows.pack_name(name), errors)
        for number, line in enumerate(tables.bare(text.split("\n")), 1):
            if tables.is_ruler(line):
                continue
            if count_blanks(line[:ROW_LENGTH]):
                pack.add("black", line, rows.black_card, number)
            elif line.strip():
                pack.add("white", line, rows.white_card, number)
        return pack.pack()
    return read_one(NAME, read)
