"""Reads plain text, one card on each line; a line with a blank ("_") is a black card.

Pure; any text is such a file, so it is the last guess.
"""
from __future__ import unicode_literals

import re

from decks.cards.texts import count_blanks
from decks.imports.formats import rows
from decks.imports.formats.packs import read_one
from decks.imports.formats.shapes import FormatError
from decks.limits import ROW_LENGTH

NAME = "lines"
_MARKUP = re.compile(r"\s{0,1000}<(?:!doctype|html|\?xml|head|body|svg)\b", re.IGNORECASE)


def parse(text, name=rows.UNNAMED):
    """Parsed of a whole text. Raises FormatError for a web page."""
    if _MARKUP.match(text):
        raise FormatError("this is a web page, not a file of cards; save the file that it links to")

    def read(errors):
        pack = rows.PackRows(rows.pack_name(name), errors)
        for number, line in enumerate(text.split("\n"), 1):
            if count_blanks(line[:ROW_LENGTH]):
                pack.add("black", line, rows.black_card, number)
            elif line.strip():
                pack.add("white", line, rows.white_card, number)
        return pack.pack()
    return read_one(NAME, read)
