"""Reads the compact file of JSON Against Humanity: two lists of cards, and packs that point into them.

Both shapes of `packs` are read, a list of packs and an object keyed by abbreviation. Pure; the
cards' own words stay as they are but for what `texts` makes regular.
"""
from __future__ import unicode_literals

import six

from decks.cards.texts import CardError
from decks.imports.formats import rows
from decks.imports.formats.json_text import line_of
from decks.imports.formats.packs import keyed, read_packs
from decks.imports.formats.shapes import FormatError

NAME = "jah-compact"


def recognises(document):
    return isinstance(document, dict) and ("packs" in document or {"black", "white"} <= set(document)
                                           and "name" not in document)


def parse(document, name=""):
    """Parsed of a whole file.

    Raises FormatError when one of its three parts is missing or of a wrong type.
    """
    white = _Cards("white", _part(document, "white", list), rows.white_card)
    black = _Cards("black", _part(document, "black", list), rows.black_card)

    def read(raw, label, errors):
        pack = rows.PackRows(rows.pack_name(raw.get("name", label)), errors)
        pack.add_all("black", raw.get("black"), black.at, black.line)
        pack.add_all("white", raw.get("white"), white.at, white.line)
        return pack.pack()
    return read_packs(NAME, keyed(_part(document, "packs", (list, dict))), read)


def _part(document, key, kind):
    if key not in document:
        raise FormatError('the file has no "%s"; a compact file has "white", "black" and "packs"' % key)
    if not isinstance(document[key], kind):
        raise FormatError('"%s" must be a list%s' % (key, " or an object" if key == "packs" else ""))
    return document[key]


class _Cards(object):
    """One list of the file; many packs point at the same card, so each is made regular once."""

    def __init__(self, kind, raw, read):
        self.kind, self.raw, self.read, self.known, self.lines = kind, raw, read, {}, {}

    def at(self, index):
        if not _is_number(index):
            raise CardError("it must be the number of a card")
        if not 0 <= index < len(self.raw):
            raise CardError("index %d is out of range, the file has %d %s cards" % (
                index, len(self.raw), self.kind))
        if index not in self.known:
            self.known[index] = self.read(self.raw[index])
        return self.known[index]

    def line(self, index):
        """Where the card stands, or 0."""
        if not _is_number(index) or not 0 <= index < len(self.raw):
            return 0
        if index not in self.lines:
            self.lines[index] = line_of(self.raw[index])
        return self.lines[index]


def _is_number(index):
    return isinstance(index, six.integer_types) and not isinstance(index, bool)
