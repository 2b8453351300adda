"""Reads the tab-separated cards of Cards Against Animals: Prompt or Response, the text, and tags.

Pure; the first line may be a header, and "\\n" in a text is a line break.
"""
from __future__ import unicode_literals

import re

from decks.cards.texts import CardError
from decks.imports.formats import rows
from decks.imports.formats.packs import read_one
from decks.limits import ROW_LENGTH

NAME = "animals-tsv"
_FIRST = re.compile(r"\s{0,1000}(?:Type\tText\b|(?:Prompt|Response)\t)", re.IGNORECASE)
_KINDS = {"prompt": "black", "response": "white"}


def recognises(text):
    return _FIRST.match(text) is not None


def parse(text, name=rows.UNNAMED):
    """Parsed of a whole file."""
    def read(errors):
        pack, first = rows.PackRows(rows.pack_name(name), errors), True
        for number, line in enumerate(text.split("\n"), 1):
            cells = [cell.strip() for cell in line[:ROW_LENGTH + 1].split("\t")]
            if len(line) > ROW_LENGTH:
                pack.add("white", line, rows.white_card, number)
            elif any(cells) and not (first and cells[0].lower() == "type"):
                _add(pack, cells, number)
            first = first and not any(cells)
        return pack.pack()
    return read_one(NAME, read)


def _add(pack, cells, line):
    kind = _KINDS.get(cells[0].lower())
    if kind is None or len(cells) < 2:
        pack.add("white", cells[0], _unreadable, line)
        return
    row = {"text": cells[1].replace("\\n", "\n"), "tags": [tag for tag in cells[2:] if tag]}
    pack.add(kind, row, rows.black_card if kind == "black" else rows.white_card, line)


def _unreadable(kind):
    if kind.lower() in _KINDS:
        raise CardError("it has no text after a tab")
    raise CardError('it begins with "%s", it must begin with Prompt or Response and a tab' % kind[:20])
