"""Reads the full files of JSON Against Humanity of all years: packs that hold their cards themselves, as a
list or keyed by abbreviation, and (2017 to 2020) cards that say which pack of the `metadata` they belong to.

Pure.
"""
from __future__ import unicode_literals

from typing import Any

from common.compat import gettext
from decks.imports.reading import rows
from decks.imports.reading.packs import MOST_PACKS, facts, in_order, keyed, read_packs
from decks.imports.reading.shapes import Pack, Parsed

NAME = "jah-full"
_CARDS = ("black", "white")
_PACKS = ("packs", "decks", "sets")


def recognises(document):
    # type: (Any) -> bool
    if isinstance(document, dict) and _is_pack(document):
        return _by_metadata(document)
    if isinstance(document, (list, dict)) and len(document) > MOST_PACKS:
        return False
    return any(_is_pack(pack) for _, pack in _labelled(document))


def parse(document, name=""):
    # type: (Any, str) -> Parsed
    """Parsed of a whole file."""
    if isinstance(document, dict) and _by_metadata(document):
        return read_packs(NAME, _gathered(document), _pack)
    return read_packs(NAME, _labelled(document), _pack)


def _pack(raw, label, errors):
    # type: (dict[str, Any], str, rows.Errors) -> Pack
    pack = rows.PackRows(rows.pack_name(raw.get("name", label)), errors)
    pack.add_all("black", raw.get("black"), rows.black_card)
    pack.add_all("white", raw.get("white"), rows.white_card)
    return pack.pack(**facts(raw))


def _is_pack(value):
    # type: (Any) -> bool
    return isinstance(value, dict) and any(isinstance(value.get(key), list) for key in _CARDS)


def _labelled(document):
    # type: (Any) -> list[tuple[str, Any]]
    """(label, raw pack) pairs of a list of packs or of an object of them, by itself or in another."""
    if isinstance(document, list):
        return keyed(document)
    if not isinstance(document, dict):
        return []
    for key in _PACKS:
        if isinstance(document.get(key), (list, dict)):
            return in_order(keyed(document[key]), document.get("order"))
    packs = [(key, pack) for key, pack in document.items() if isinstance(pack, dict) and "name" in pack]
    return in_order(packs, document.get("order"))


def _by_metadata(document):
    # type: (dict[str, Any]) -> bool
    return isinstance(document.get("metadata"), dict) and "name" not in document


def _gathered(document):
    # type: (dict[str, Any]) -> list[tuple[str, Any]]
    """(label, raw pack) pairs of a file whose cards name their packs; one more for cards that name none."""
    packs = {key: dict(pack, black=[], white=[]) for key, pack in document["metadata"].items()
             if isinstance(pack, dict)}
    order = list(document["metadata"])
    for kind in _CARDS:
        for card in document.get(kind) or ():
            label = card.get("deck", card.get("pack")) if isinstance(card, dict) else None
            label = "%s" % label if label is not None else gettext("Cards without a pack")
            if label not in packs:
                packs[label] = {"name": label, "black": [], "white": []}
                order.append(label)
            packs[label][kind].append(card)
    return in_order([(label, packs[label]) for label in order if label in packs], document.get("order"))
