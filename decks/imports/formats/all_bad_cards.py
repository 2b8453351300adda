"""Reads packs of All Bad Cards: packName, blackCards and whiteCards, all plain texts.

Pure; a file holds one pack or a list of them.
"""
from __future__ import unicode_literals

from typing import Any

from decks.imports.reading import rows
from decks.imports.reading.packs import MOST_PACKS, has_other_cards, read_one, read_packs
from decks.imports.reading.shapes import Pack, Parsed

NAME = "all-bad-cards"
_KEYS = {"blackCards", "whiteCards"}


def recognises(document):
    # type: (Any) -> bool
    packs = document if isinstance(document, list) else [document]
    return any(isinstance(pack, dict) and "packName" in pack and _KEYS & set(pack)
               and not has_other_cards(pack, _KEYS) for pack in packs[:MOST_PACKS])


def parse(document, name=rows.UNNAMED):
    # type: (Any, str) -> Parsed
    """Parsed of one pack, called `name` unless it says how, or of many."""
    if isinstance(document, list):
        return read_packs(NAME, [("", raw) for raw in document], _pack)
    return read_one(NAME, lambda errors: _pack(document, name, errors))


def _pack(raw, label, errors):
    # type: (dict[str, Any], str, rows.Errors) -> Pack
    pack = rows.PackRows(rows.pack_name(raw.get("packName", label)), errors)
    pack.add_all("black", raw.get("blackCards"), _black)
    pack.add_all("white", raw.get("whiteCards"), rows.white_card)
    return pack.pack()


def _black(text):
    # type: (Any) -> tuple[str, int, int]
    """A hand there is always filled up to its size, so two blanks bring one more card."""
    said = text.get("draw") if isinstance(text, dict) else None
    text, pick, draw = rows.black_card(text)
    return text, pick, pick - 1 if said is None else draw
