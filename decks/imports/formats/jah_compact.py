"""Reads the compact files of JSON Against Humanity of all years: two lists of cards, and packs that point
into them by numbers.

The packs are a list or an object keyed by abbreviation; before 2017 they stood beside the cards, which had
other names. Pure.
"""
from __future__ import unicode_literals

from typing import Any, Callable

import six

from common.compat import gettext
from decks.cards.texts import CardError
from decks.imports.reading import rows
from decks.imports.reading.packs import facts, in_order, keyed, read_packs
from decks.imports.reading.shapes import FormatError, Pack, Parsed
from decks.imports.reading.values.json_text import line_of

NAME = "jah-compact"
_PACKS, _OLD = ("packs", "decks", "sets"), {"black": "blackCards", "white": "whiteCards"}


def recognises(document):
    # type: (Any) -> bool
    if not isinstance(document, dict) or "name" in document:
        return False
    packs = _packs(document)
    if "packs" in document and not (isinstance(packs, (list, dict)) and packs):
        return True
    return packs is not None and any(_points(pack) for _, pack in keyed(packs))


def parse(document, name=""):
    # type: (Any, str) -> Parsed
    """Parsed of a whole file.

    Raises FormatError when one of its three parts is missing or of a wrong type.
    """
    cards = document["cards"] if isinstance(document.get("cards"), dict) else document
    white = _Cards("white", _part(cards, "white", list), rows.white_card)
    black = _Cards("black", _part(cards, "black", list), rows.black_card)
    packs = _packs(document)
    if not isinstance(packs, (list, dict)):
        raise FormatError(gettext('"packs" must be a list or an object'))

    def read(raw, label, errors):
        # type: (dict[str, Any], str, rows.Errors) -> Pack
        pack = rows.PackRows(rows.pack_name(raw.get("name", label)), errors)
        pack.add_all("black", raw.get("black"), black.at, black.line)
        pack.add_all("white", raw.get("white"), white.at, white.line)
        return pack.pack(**facts(raw))
    return read_packs(NAME, in_order(keyed(packs), document.get("order")), read)


def _packs(document):
    # type: (dict[str, Any]) -> Any
    """The packs of a file as they stand there; None without any."""
    for key in _PACKS:
        if key in document:
            return document[key]
    beside = {key: pack for key, pack in document.items() if isinstance(pack, dict) and _points(pack)}
    return beside or None


def _points(pack):
    # type: (Any) -> bool
    """Whether what a pack has of cards, if anything, are their numbers."""
    lists = [pack[key] for key in ("black", "white") if isinstance(pack.get(key), list)] if isinstance(
        pack, dict) else []
    return any(_is_number(number) for numbers in lists for number in numbers[:1])


def _part(document, key, kind):
    # type: (dict[str, Any], str, Any) -> Any
    key = _OLD[key] if key not in document and _OLD[key] in document else key
    if key not in document:
        raise FormatError(
            gettext('the file has no "%s"; a compact file has "white", "black" and "packs"') % key)
    if not isinstance(document[key], kind):
        raise FormatError(gettext('"%s" must be a list') % key)
    return document[key]


class _Cards(object):
    """One list of the file; many packs point at the same card, so each is made regular once."""

    def __init__(self, kind, raw, read):
        # type: (str, list[Any], Callable[[Any], Any]) -> None
        self.kind, self.raw, self.read = kind, raw, read
        self.known, self.lines = {}, {}  # type: dict[int, Any], dict[int, int]

    def at(self, index):
        # type: (Any) -> Any
        if not _is_number(index):
            raise CardError(gettext("it must be the number of a card"))
        if not 0 <= index < len(self.raw):
            raise CardError(gettext("index %d is out of range, the file has %d %s cards") % (
                index, len(self.raw), self.kind))
        if index not in self.known:
            self.known[index] = self.read(self.raw[index])
        return self.known[index]

    def line(self, index):
        # type: (Any) -> int
        """Where the card stands, or 0."""
        if not _is_number(index) or not 0 <= index < len(self.raw):
            return 0
        if index not in self.lines:
            self.lines[index] = line_of(self.raw[index])
        return self.lines[index]


def _is_number(index):
    # type: (Any) -> bool
    return isinstance(index, six.integer_types) and not isinstance(index, bool)
