"""Reads packs of All Bad Cards: packName, blackCards and whiteCards, all plain texts.

Pure; a file holds one pack or a list of them.
"""
from __future__ import unicode_literals

from decks.imports.formats import rows
from decks.imports.formats.packs import read_one, read_packs

NAME = "all-bad-cards"
_KEYS = {"blackCards", "whiteCards"}


def recognises(document):
    packs = document if isinstance(document, list) else [document]
    return any(isinstance(pack, dict) and _KEYS & set(pack) for pack in packs)


def parse(document, name=rows.UNNAMED):
    """Parsed of one pack, called `name` unless it says how, or of many."""
    if isinstance(document, list):
        return read_packs(NAME, [("", raw) for raw in document], _pack)
    return read_one(NAME, lambda errors: _pack(document, name, errors))


def _pack(raw, label, errors):
    pack = rows.PackRows(rows.pack_name(raw.get("packName", label)), errors)
    pack.add_all("black", raw.get("blackCards"), _black)
    pack.add_all("white", raw.get("whiteCards"), rows.white_card)
    return pack.pack()


def _black(text):
    """A hand there is always filled up to its size, so two blanks bring one more card."""
    text, pick, _ = rows.black_card(text)
    return text, pick, pick - 1
