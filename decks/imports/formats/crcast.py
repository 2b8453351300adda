"""Reads the files that CrCast gives out: blacks, whites and the code of the deck.

Pure.
"""
from __future__ import unicode_literals

from typing import Any

from decks.imports.reading import rows
from decks.imports.reading.packs import fact, has_other_cards, read_one
from decks.imports.reading.shapes import Pack, Parsed

NAME = "crcast"
_LISTS = {"blacks", "whites"}


def recognises(document):
    # type: (Any) -> bool
    return isinstance(document, dict) and bool(_LISTS & set(document)) and (
        not has_other_cards(document, _LISTS))


def parse(document, name=rows.UNNAMED):
    # type: (Any, str) -> Parsed
    """Parsed with the one deck of the file, called by its name, else its code, else `name`."""
    def read(errors):
        # type: (rows.Errors) -> Pack
        title = fact(document, "name") or fact(document, "deckname") or fact(document, "deckcode") or name
        pack = rows.PackRows(rows.pack_name(title), errors)
        pack.add_all("black", document.get("blacks"), rows.black_card)
        pack.add_all("white", document.get("whites"), rows.white_card)
        return pack.pack(description=fact(document, "description"))
    return read_one(NAME, read)
