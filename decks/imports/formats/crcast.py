"""Reads the files that CrCast gives out: blacks, whites and the code of the deck.

Pure.
"""
from __future__ import unicode_literals

from decks.imports.formats import rows
from decks.imports.formats.packs import fact, read_one

NAME = "crcast"


def recognises(document):
    return isinstance(document, dict) and bool({"blacks", "whites"} & set(document))


def parse(document, name=rows.UNNAMED):
    """Parsed with the one deck of the file, called by its name, else its code, else `name`."""
    def read(errors):
        title = fact(document, "name") or fact(document, "deckname") or fact(document, "deckcode") or name
        pack = rows.PackRows(rows.pack_name(title), errors)
        pack.add_all("black", document.get("blacks"), rows.black_card)
        pack.add_all("white", document.get("whites"), rows.white_card)
        return pack.pack(description=fact(document, "description"))
    return read_one(NAME, read)
