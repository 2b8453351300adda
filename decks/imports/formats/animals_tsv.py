"""Reads the tab-separated cards of Cards Against Animals: Prompt or Response, the text, and tags.

Pure; the first line may be a header, and "\\n" in a text is a line break.
"""
from __future__ import unicode_literals

import re
from typing import Any

from common.compat import gettext as _
from decks.cards.texts import CardError
from decks.imports.reading import rows
from decks.imports.reading.packs import read_one
from decks.imports.reading.shapes import Pack, Parsed
from decks.imports.reading.vocabulary import kind_of
from decks.limits import ROW_LENGTH

NAME = "animals-tsv"
_FIRST = re.compile(r"\s{0,1000}(?:Type\tText\b|(?:Prompt|Response)\t)", re.IGNORECASE)
_SAMPLE = 20000
_KINDS = {"prompt": "black", "response": "white"}


def recognises(text):
    # type: (str) -> bool
    if _FIRST.match(text) is None:
        return False
    lines = [line[:ROW_LENGTH].split("\t") for line in text[:_SAMPLE].split("\n")[:50]]
    said = [cells[0].strip().lower() for cells in lines if len(cells) > 1]
    said = said[1:] if said[:1] == ["type"] else said
    if 2 * sum(kind in _KINDS for kind in said) < len(said) or any(map(kind_of, set(said) - set(_KINDS))):
        return False  # a table with other words for the kinds, or whose first column is another
    texts = [cells[1].strip() for cells in lines if len(cells) > 1]
    most = len(texts) // 2
    # Other tables have the kind first, too, and something else than the text behind it.
    return len(set(texts)) > most and sum(any(map(_is_letter, one)) for one in texts) > most


def parse(text, name=rows.UNNAMED):
    # type: (str, str) -> Parsed
    """Parsed of a whole file."""
    def read(errors):
        # type: (rows.Errors) -> Pack
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


def _is_letter(character):
    # type: (str) -> bool
    return character.isalpha()


def _add(pack, cells, line):
    # type: (rows.PackRows, list[str], int) -> None
    kind = _KINDS.get(cells[0].lower())
    if kind is None or len(cells) < 2:
        pack.add("white", cells[0], _unreadable, line)
        return
    row = {"text": cells[1].replace("\\n", "\n"), "tags": [tag for tag in cells[2:] if tag]}
    pack.add(kind, row, rows.black_card if kind == "black" else rows.white_card, line)


def _unreadable(kind):
    # type: (str) -> Any
    if kind.lower() in _KINDS:
        raise CardError(_("it has no text after a tab"))
    raise CardError(_('it begins with "%s", it must begin with Prompt or Response and a tab') % kind[:20])
