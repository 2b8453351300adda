"""Reads the full file of JSON Against Humanity: a list of packs that hold their cards themselves.

Pure; what a card says of its pack is not needed.
"""
from __future__ import unicode_literals

from decks.imports.formats import rows
from decks.imports.formats.packs import fact, keyed, read_packs

NAME = "jah-full"


def recognises(document):
    return isinstance(document, list) and any(
        isinstance(pack, dict) and {"black", "white"} & set(pack) for pack in document)


def parse(document, name=""):
    """Parsed of a whole file."""
    return read_packs(NAME, keyed(document), _pack)


def _pack(raw, label, errors):
    pack = rows.PackRows(rows.pack_name(raw.get("name")), errors)
    pack.add_all("black", raw.get("black"), rows.black_card)
    pack.add_all("white", raw.get("white"), rows.white_card)
    return pack.pack(description=fact(raw, "description"))
