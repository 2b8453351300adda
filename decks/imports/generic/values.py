"""Finds the records in a value of JSON, or in data of source files: lists of texts and of objects, however
deep.

Pure, and linear in the size of the value. An object that holds such lists is not a record; its name is the
deck of what it holds.
"""

from __future__ import unicode_literals

from collections import OrderedDict
from typing import Any

import six

from decks.imports.generic.shapes import DECK, KEY, LIST, VALUE, Record, RecordSet
from decks.imports.reading.json_text import line_of
from decks.imports.reading.shapes import FormatError
from decks.imports.reading.vocabulary import is_container, is_name_field, kind_of, place_of, plain
from decks.limits import GENERIC_RECORDS

# Ends the names of sets of objects that hold lists: decks, for example.
OBJECTS = " (objects)"
_DEPTH = 12
# How exports of databases name the type of a value: Firestore, DynamoDB, MongoDB.
_TYPES = frozenset(
    "stringValue integerValue doubleValue booleanValue timestampValue nullValue referenceValue "
    "S N BOOL NULL $oid $numberInt $numberLong $numberDouble $date".split()
)
_LONG_KEY = 12


def record_sets(document, name=""):
    # type: (Any, str) -> list[RecordSet]
    """RecordSets of a value; the records of lists with the same name and fields are together."""
    finder = _Finder()
    finder.walk(document, name, "", (), 0)
    return finder.sets()


class _Finder(object):
    def __init__(self):
        # type: () -> None
        self._found = OrderedDict()  # type: OrderedDict[str, list[Record]]
        self._places = {}  # type: dict[tuple[str, tuple[str, ...]], tuple[str, str, str]]
        self._count = 0

    def sets(self):
        # type: () -> list[RecordSet]
        return [RecordSet(name, _fields(records), records, ()) for name, records in self._found.items()]

    def walk(self, value, name, deck, path, depth):
        # type: (Any, str, str, tuple[str, ...], int) -> bool
        """Find what is in a list or object that stands under `name`; False when there is nothing."""
        if depth > _DEPTH:
            return False
        if isinstance(value, dict):
            if _is_collection(value):
                return self._items(list(value.items()), name, deck, path, depth)
            return self._object(value, name, deck, path, depth)
        if isinstance(value, list):
            return self._items([("", item) for item in value], name, deck, path, depth)
        return False

    def _items(self, items, name, deck, path, depth):
        # type: (list[tuple[str, Any]], str, str, tuple[str, ...], int) -> bool
        """The members of a list (without keys) or of an object that is one."""
        found = False
        for key, item in items:
            if not item:
                continue
            if isinstance(item, (dict, list)) and self._holds(item):
                label = _title(item) or (key if not key.isdigit() else "") or deck
                found = self._inside(item, name, label, path, depth) or found
                continue
            values = _flat(item)
            if values:
                if key:
                    values[KEY] = key
                self._add(values, name, deck, path, line_of(item))
                found = True
        return found

    def _inside(self, item, name, deck, path, depth):
        # type: (Any, str, str, tuple[str, ...], int) -> bool
        if isinstance(item, list):
            return self.walk(item, name, deck, path, depth + 1)
        scalars = {key: value for key, value in item.items() if not isinstance(value, (dict, list))}
        if scalars:
            self._add(_flat(dict(scalars)), name + OBJECTS, deck, path, 0)
        return self._object(item, name, deck, path, depth)

    def _object(self, value, name, deck, path, depth):
        # type: (dict[str, Any], str, str, tuple[str, ...], int) -> bool
        """An object whose keys are names of parts."""
        deck, found = _title(value) or deck, False
        for key, part in value.items():
            if isinstance(part, (dict, list)):
                found = self.walk(part, key, deck, path + (key,), depth + 1) or found
        if not found and depth and not deck and _flat(value):
            self._add(_flat(value), name, deck, path, line_of(value))
            return True
        return found

    def _holds(self, item):
        # type: (Any) -> bool
        """Whether an object or list holds lists of texts or objects."""
        if isinstance(item, list):
            return any(isinstance(part, (dict, list)) for part in item)
        return any(
            _is_list_of_cards(part)
            for key, part in item.items()
            if isinstance(part, (dict, list)) and place_of(key, "tags") is None and plain(key) != "text"
        )

    def _add(self, values, name, deck, path, line):
        # type: (dict[str, Any], str, str, tuple[str, ...], int) -> None
        self._count += 1
        if self._count > GENERIC_RECORDS:
            raise FormatError("there are more than %d entries in the file; split it" % GENERIC_RECORDS)
        values[LIST], path_deck, label = self._place(name, path)
        if deck or path_deck:
            values[DECK] = deck or path_deck
        self._found.setdefault(label, []).append(Record(line, values))

    def _place(self, name, path):
        # type: (str, tuple[str, ...]) -> tuple[str, str, str]
        """(the list, the deck, the name of the set) that a path says."""
        if (name, path) not in self._places:
            label = ".".join(key for key in path[-2:] if key) or name or VALUE
            label += OBJECTS if name.endswith(OBJECTS) else ""
            kind_key = next((key for key in reversed(path) if kind_of(key)), name)
            self._places[name, path] = (kind_key, _deck_of(path), label)
        return self._places[name, path]


def _is_collection(value):
    # type: (dict[str, Any]) -> bool
    """Whether an object is a list whose members have keys: numbers, ids, names or texts."""
    keys = list(value)
    if not keys or any(kind_of(key) and len(key) > 1 for key in keys):
        return False
    if all(key.isdigit() for key in keys):
        return True
    parts = list(value.values())
    if all(map(_is_typed, parts)):
        return False
    if all(isinstance(part, dict) for part in parts):
        return len(parts) > 1 and len({frozenset(part) for part in parts[:50]}) <= max(
            1, len(parts[:50]) // 2
        )
    are_texts = sum(len(key) > _LONG_KEY and " " in key for key in keys) > len(keys) // 2
    return are_texts and not any(isinstance(part, (dict, list)) for part in parts)


def _is_list_of_cards(part):
    # type: (Any) -> bool
    """Whether a part of an object is a list of texts, objects or lists, and not of numbers or short words."""
    if isinstance(part, dict):
        return _is_collection(part) or any(_is_list_of_cards(inner) for inner in part.values())
    if not isinstance(part, list):
        return False
    texts = [item for item in part[:50] if isinstance(item, six.text_type)]
    return (
        any(isinstance(item, dict) for item in part[:50])
        or sum(" " in text for text in texts) > len(texts) // 4
    )


def _title(value):
    # type: (Any) -> str
    """The name that an object gives itself, or nothing."""
    if not isinstance(value, dict):
        return ""
    for key, name in value.items():
        if is_name_field(key) and isinstance(name, six.text_type) and name.strip() and len(name) < 200:
            return name.strip()
    return ""


def _deck_of(path):
    # type: (tuple[str, ...]) -> str
    """The nearest key that may be the name of a deck."""
    return next((key for key in reversed(path) if not kind_of(key) and not is_container(key)), "")


def _flat(item):
    # type: (Any) -> dict[str, Any]
    """{field: value} of a member of a list; the fields of objects in it are called "outer.inner"."""
    if isinstance(item, six.text_type):
        return {VALUE: item}
    if isinstance(item, list):
        pairs = [("%d" % number, part) for number, part in enumerate(item, 1)]
    elif isinstance(item, dict):
        pairs = list(item.items())
    else:
        return {}
    values = {}  # type: dict[str, Any]
    for key, part in pairs[:100]:
        key, part = key.replace("|", "/"), _bare(part)  # "|" stands between the names of several fields
        if isinstance(part, dict):
            inside = [(inner, _bare(value)) for inner, value in list(part.items())[:30]]
            values.update(
                ("%s.%s" % (key, inner), value)
                for inner, value in inside
                if not isinstance(value, (dict, list))
            )
        elif not isinstance(part, list):
            values[key] = part
        elif all(not isinstance(member, (dict, list)) for member in part):
            values[key] = part
    return values


def _is_typed(part):
    # type: (Any) -> bool
    """Whether an object only says of what type its one value is, as exports of databases write it."""
    return isinstance(part, dict) and len(part) == 1 and next(iter(part)) in _TYPES


def _bare(part):
    # type: (Any) -> Any
    """A value without its type."""
    return next(iter(part.values())) if _is_typed(part) else part


def _fields(records):
    # type: (list[Record]) -> list[str]
    fields = OrderedDict()  # type: OrderedDict[str, None]
    for record in records[:2000]:
        for field in record.values:
            fields.setdefault(field)
    return list(fields)
