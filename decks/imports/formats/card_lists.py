"""Reads one deck as an object with a list of black and one of white cards, whatever these are called, or many
such objects: exports of All Bad Cards' database and of Cardcast, `black_cards` and `white_cards`, ...

Pure. A card is a text, or an object with its text as `text` or `content`.
"""

from __future__ import unicode_literals

from typing import Any

import six

from decks.imports.reading import rows
from decks.imports.reading.packs import MOST_PACKS, fact, facts, keyed, read_one, read_packs
from decks.imports.reading.shapes import Pack, Parsed

NAME = "card-lists"
_NAMES = {
    "black": ("black", "blackCards", "black_cards", "blackcards", "blacks", "questions", "prompts", "calls"),
    "white": (
        "white",
        "whiteCards",
        "white_cards",
        "whitecards",
        "whites",
        "answers",
        "responses",
        "replies",
    ),
}
_KINDS = {name: kind for kind, names in _NAMES.items() for name in names}
_TITLES = ("name", "packName", "title", "deckName", "deckname", "deck_name", "deckcode")
_INSIDE = ("definition", "deck", "pack", "data", "cards")


def recognises(document):
    # type: (Any) -> bool
    if isinstance(document, (list, dict)) and len(document) > MOST_PACKS:
        return False
    decks = [
        raw for _, raw in _decks(document) if any(isinstance(part, (dict, list)) for part in raw.values())
    ]
    return bool(decks) and all(_cards(_inner(raw)) for raw in decks)


def parse(document, name=rows.UNNAMED):
    # type: (Any, str) -> Parsed
    """Parsed with one deck, called `name` unless the file says it, or with many."""
    decks = _decks(document)
    if len(decks) == 1:
        return read_one(NAME, lambda errors: _pack(decks[0][1], decks[0][0] or name, errors))
    return read_packs(NAME, decks, _pack)


def _decks(document):
    # type: (Any) -> list[tuple[str, Any]]
    """(label, raw deck) pairs."""
    if isinstance(document, dict) and _cards(_inner(document)):
        return [("", document)]
    return (
        [(label, raw) for label, raw in keyed(document) if isinstance(raw, dict)]
        if isinstance(document, (dict, list))
        else []
    )


def _inner(raw):
    # type: (Any) -> Any
    """The object that has the lists: the deck itself, or what it keeps them in."""
    if isinstance(raw, dict) and not _cards(raw):
        return next((raw[key] for key in _INSIDE if _cards(raw.get(key))), raw)
    return raw


def _cards(raw):
    # type: (Any) -> dict[str, list[Any]]
    """{kind: its list} of what an object has; nothing where it has other lists, or cards of another shape."""
    found = {}  # type: dict[str, list[Any]]
    for key, value in raw.items() if isinstance(raw, dict) else ():
        kind = _KINDS.get(key)
        if isinstance(value, list) and value and not all(map(_is_card, value[:20])):
            return {}
        if kind is not None and isinstance(value, dict) and value:
            return {}
        if isinstance(value, list) and kind is not None:
            found[kind] = value
        elif isinstance(value, list) and value and key not in ("tags", "order"):
            return {}
    return found


def _is_card(raw):
    # type: (Any) -> bool
    if not isinstance(raw, dict):
        return not isinstance(raw, list)
    return isinstance(raw.get("text", raw.get("content")), (six.text_type,) + six.integer_types)


def _pack(raw, label, errors):
    # type: (dict[str, Any], str, rows.Errors) -> Pack
    inner = _inner(raw)
    about = next((part["pack"] for part in (inner, raw) if isinstance(part.get("pack"), dict)), {})  # type: dict[str, Any]
    titles = [fact(part, key) for part in (about, inner, raw) for key in _TITLES]
    pack = rows.PackRows(rows.pack_name(next((title for title in titles if title), label)), errors)
    cards = _cards(inner)
    pack.add_all("black", cards.get("black"), rows.black_card)
    pack.add_all("white", cards.get("white"), rows.white_card)
    said = facts(raw)
    for part in (inner, about):
        said.update(facts(part))
    return pack.pack(**said)
