"""Tells lists of cards in values of JSON from what is a card itself, or only belongs to one. Pure."""

from __future__ import unicode_literals

from typing import Any

import six

from decks.imports.reading.vocabulary import kind_of, place_of

# How exports of databases name the type of a value: Firestore, DynamoDB, MongoDB.
_TYPES = frozenset(
    "stringValue integerValue doubleValue booleanValue timestampValue nullValue referenceValue "
    "S N BOOL NULL $oid $numberInt $numberLong $numberDouble $date".split()
)
_LONG_KEY = 12


def is_collection(value):
    # type: (dict[str, Any]) -> bool
    """Whether an object is a list whose members have keys: numbers, ids, names or texts."""
    keys = list(value)
    if not keys or any(kind_of(key) and len(key) > 1 for key in keys):
        return False
    if all(key.isdigit() for key in keys):
        return True
    parts = list(value.values())
    if all(map(is_typed, parts)):
        return False
    if all(isinstance(part, dict) for part in parts):
        return len(parts) > 1 and len({frozenset(part) for part in parts[:50]}) <= max(
            1, len(parts[:50]) // 2
        )
    if are_sentences(parts) and len(parts) > 2 and all(map(_is_id, keys)):
        return True
    are_texts = sum(len(key) > _LONG_KEY and " " in key for key in keys) > len(keys) // 2
    return are_texts and not any(isinstance(part, (dict, list)) for part in parts)


def is_list_of_cards(part):
    # type: (Any) -> bool
    """Whether a part of an object is a list of texts, objects or lists, and not of numbers or short words."""
    if isinstance(part, dict):
        return is_collection(part) or any(is_list_of_cards(inner) for inner in part.values())
    if not isinstance(part, list):
        return False
    texts = [item for item in part[:50] if isinstance(item, six.text_type)]
    return (
        any(isinstance(item, dict) for item in part[:50])
        or sum(" " in text for text in texts) > len(texts) // 4
    )


def are_sentences(item):
    # type: (Any) -> bool
    """Whether a list has texts only, and most of them have several words."""
    if not isinstance(item, list) or not all(isinstance(part, six.text_type) for part in item[:50]):
        return False
    return sum(" " in text for text in item[:50]) > len(item[:50]) // 2


def _is_id(key):
    # type: (str) -> bool
    """Whether a key only tells one thing from another, as "b12" or "-Kx7" do, and is no name of a field."""
    has_mark = key.startswith("-") or any(letter.isdigit() for letter in key)
    return has_mark and not any(place_of(key, what) is not None for what in ("text", "kind", "pick"))


def are_rows(items):
    # type: (list[Any]) -> bool
    """Whether the members of a list are the rows of a table: short lists of texts and numbers, of which some
    have several.
    """
    rows = items[:50]
    if len(rows) < 3 or not all(isinstance(row, list) and len(row) < 20 for row in rows):
        return False
    cells = [cell for row in rows for cell in row]
    return not any(isinstance(cell, (dict, list)) for cell in cells) and len(cells) > len(rows) and not any(
        map(is_long, rows))


def is_long(item):
    # type: (list[Any]) -> bool
    """Whether a list of texts is one of cards rather than the fields of one."""
    return len(item) > 8 and are_sentences(item)


def is_typed(part):
    # type: (Any) -> bool
    """Whether an object only says of what type its one value is, as exports of databases write it."""
    return isinstance(part, dict) and len(part) == 1 and next(iter(part)) in _TYPES
