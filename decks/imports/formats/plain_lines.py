"""Reads plain text, one card on each line; a line with a blank ("_") is a black card.

Pure; any text is such a file, so it is the last guess.
"""
from __future__ import unicode_literals

import re

from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from decks.cards.texts import CardError
from decks.imports.generic.fields import has_blank
from decks.imports.generic.records import text_lines
from decks.imports.reading import rows
from decks.imports.reading.packs import read_one
from decks.imports.reading.shapes import FormatError, Pack, Parsed
from decks.limits import CARD_LENGTH

NAME = "lines"
_MOST = N_("most of its lines cannot be used")
_MARKUP = re.compile(r"\s{0,1000}<(?:!doctype|html|\?xml|head|body|svg)\b", re.IGNORECASE)
_MARKUP_LENGTH = 400000
_PAGE = N_("this is a web page, not a file of cards; save the file that it links to, or the cards as text")
_TABLE = N_("this is a web page with a table in it; open it as a spreadsheet and save it as .xlsx or .csv")


def parse(text, name=rows.UNNAMED):
    # type: (str, str) -> Parsed
    """Parsed of a whole text. Raises FormatError for a web page."""
    if _MARKUP.match(text):
        has_table = "<table" in text[:_MARKUP_LENGTH].lower()
        raise FormatError(_(_TABLE) if has_table else _(_PAGE))

    def read(errors):
        # type: (rows.Errors) -> Pack
        pack = rows.PackRows(rows.pack_name(name), errors)
        for number, line in enumerate(text_lines.bare(text.split("\n")), 1):
            if text_lines.is_ruler(line) or text_lines.is_remark(line.strip()):
                continue
            if has_blank(line):
                pack.add("black", line, rows.black_card, number)
            elif line.strip():
                pack.add("white", line, rows.white_card, number)
        found = pack.pack()
        is_long = max(map(len, text.split("\n"))) > 2 * CARD_LENGTH
        if is_long and len(errors) >= len(found.black) + len(found.white):
            raise CardError(_(_MOST))
        return found
    return read_one(NAME, read)
