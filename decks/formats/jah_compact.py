"""Reads the compact file of JSON Against Humanity: two lists of cards, and packs that point into them.

Both shapes of `packs` are read, a list of packs and an object keyed by abbreviation. Pure; the
cards' own words stay as they are but for what `texts` makes regular.
"""
from __future__ import unicode_literals

import six

from decks.formats import rows
from decks.formats.shapes import FormatError, Pack, Parsed, RowError
from decks.texts import CardError

NAME = "jah-compact"


def recognises(document):
    return isinstance(document, dict) and ("packs" in document or {"black", "white"} <= set(document)
                                           and "name" not in document)


def parse(document):
    """Parsed of a whole file. Raises FormatError when one of its three parts is missing or of a wrong type."""
    white = _Cards("white", _part(document, "white", list), rows.white_card)
    black = _Cards("black", _part(document, "black", list), rows.black_card)
    packs, errors = [], []
    for number, (abbreviation, raw) in enumerate(_keyed(_part(document, "packs", (list, dict))), 1):
        label = abbreviation or "pack %d" % number
        try:
            pack, row_errors = _pack(raw, abbreviation, black, white)
        except CardError as error:
            errors.append(RowError(label, "pack", number, six.text_type(error)))
            continue
        errors.extend(row_errors)
        if pack.black or pack.white:
            packs.append(pack)
        else:
            errors.append(RowError(pack.name, "pack", number, rows.ALL_BROKEN))
    return Parsed(NAME, tuple(packs), tuple(errors))


def _part(document, key, kind):
    if key not in document:
        raise FormatError('the file has no "%s"; a compact file has "white", "black" and "packs"' % key)
    if not isinstance(document[key], kind):
        raise FormatError('"%s" must be a list%s' % (key, " or an object" if key == "packs" else ""))
    return document[key]


def _keyed(packs):
    return packs.items() if isinstance(packs, dict) else [("", pack) for pack in packs]


def _pack(raw, abbreviation, black, white):
    if not isinstance(raw, dict):
        raise CardError("it is not an object")
    name = rows.pack_name(raw.get("name", abbreviation))
    black_cards, black_errors = rows.read_all(name, "black", raw.get("black"), black.at)
    white_cards, white_errors = rows.read_all(name, "white", raw.get("white"), white.at)
    return Pack(name, black_cards, white_cards), black_errors + white_errors


class _Cards(object):
    """One list of the file; many packs point at the same card, so each is made regular once."""

    def __init__(self, kind, raw, read):
        self.kind, self.raw, self.read, self.known = kind, raw, read, {}

    def at(self, index):
        if isinstance(index, bool) or not isinstance(index, six.integer_types):
            raise CardError("it must be the number of a card")
        if not 0 <= index < len(self.raw):
            raise CardError("index %d is out of range, the file has %d %s cards" % (
                index, len(self.raw), self.kind))
        if index not in self.known:
            self.known[index] = self.read(self.raw[index])
        return self.known[index]
