"""Reads the JSON of the first Cards Against Django, of 2013: an object of packs whose blanks are U+FFFD.

Pure; watermarks become tags.
"""
from __future__ import unicode_literals

from typing import Any

from decks.imports.reading import rows
from decks.imports.reading.packs import fact, read_packs
from decks.imports.reading.shapes import Pack, Parsed

NAME = "django-2013"
_KEYS = {"blackcards", "whitecards"}


def recognises(document):
    # type: (Any) -> bool
    return isinstance(document, dict) and any(isinstance(pack, dict) and _KEYS & set(pack)
                                              for pack in document.values())


def parse(document, name=""):
    # type: (Any, str) -> Parsed
    """Parsed of a whole file."""
    return read_packs(NAME, list(document.items()), _pack)


def _pack(raw, label, errors):
    # type: (dict[str, Any], str, rows.Errors) -> Pack
    pack = rows.PackRows(rows.pack_name(label), errors)
    pack.add_all("black", raw.get("blackcards"), rows.black_card)
    pack.add_all("white", raw.get("whitecards"), rows.white_card)
    return pack.pack(description=fact(raw, "description"))
