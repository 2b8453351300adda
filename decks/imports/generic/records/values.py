"""Finds the records in a value of JSON, or in data of source files: lists of texts and of objects, however
deep.

Pure, and linear in the size of the value. An object that holds such lists is not a record; its name is the
deck of what it holds.
"""

from __future__ import unicode_literals

from collections import OrderedDict
from typing import Any

import six

from common.compat import gettext as _
from decks.imports.generic.fields import as_text
from decks.imports.generic.records import lists, tables
from decks.imports.generic.shapes import DECK, KEY, LIST, VALUE, Record, RecordSet
from decks.imports.reading.shapes import FormatError
from decks.imports.reading.values.json_text import line_of, lined
from decks.imports.reading.vocabulary import is_container, is_name_field, kind_of, place_of, plain
from decks.limits import GENERIC_RECORDS

# Ends the names of sets of objects that hold lists: decks, for example.
OBJECTS = " (objects)"
_DEPTH = 12
# Where the text of a card may be a list.
_IN_PARTS = ("text", "parts", "segments", "pieces")


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
            if lists.is_collection(value):
                return self._items(list(value.items()), name, deck, path, depth)
            return self._object(value, name, deck, path, depth)
        if isinstance(value, list) and lists.are_rows(value):
            return self._rows(value, name, deck, path)
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
            if isinstance(item, (dict, list)) and (self._holds(item) or key and lists.are_sentences(item)):
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

    def _rows(self, rows, name, deck, path):
        # type: (list[Any], str, str, tuple[str, ...]) -> bool
        """The rows of a table, perhaps below a header."""
        cells = [(number, list(map(as_text, row))) for number, row in enumerate(rows)]
        table = tables.record_set(name, cells)
        for record in table.records:
            values = {field: value for field, value in record.values.items() if field != LIST}
            self._add(values, name, deck, path, line_of(rows[record.line]))
        return bool(table.records)

    def _inside(self, item, name, deck, path, depth):
        # type: (Any, str, str, tuple[str, ...], int) -> bool
        if isinstance(item, list):
            if lists.is_long(item) and kind_of(item[0]):
                name, item = item[0], item[1:]  # a column below its name
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
            return any(isinstance(part, (dict, list)) for part in item) or lists.is_long(item)
        return any(
            lists.is_list_of_cards(part)
            for key, part in item.items()
            if isinstance(part, (dict, list)) and place_of(key, "tags") is None
            and plain(key) not in _IN_PARTS
        )

    def _add(self, values, name, deck, path, line):
        # type: (dict[str, Any], str, str, tuple[str, ...], int) -> None
        self._count += 1
        if self._count > GENERIC_RECORDS:
            raise FormatError(_("there are more than %d entries in the file; split it") % GENERIC_RECORDS)
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
                if not isinstance(value, dict) and not _has_parts(value)
            )
        elif not isinstance(part, list):
            values[key] = part
        elif plain(key) in _IN_PARTS and all(isinstance(member, six.text_type) for member in part):
            values[key] = _whole(part)
        elif not _has_parts(part):
            values[key] = part
    return values


def _has_parts(value):
    # type: (Any) -> bool
    """Whether a value is a list of lists or objects."""
    return isinstance(value, list) and any(isinstance(member, (dict, list)) for member in value)


def _whole(parts):
    # type: (list[str]) -> str
    """The text of a card whose parts stand in a list, with blanks between or as lines."""
    between = any(part != part.strip() or not part for part in parts)
    text = ("_" if between else "\n").join(parts)
    return lined(text, line_of(parts)) if line_of(parts) else text


def _bare(part):
    # type: (Any) -> Any
    """A value without its type."""
    return next(iter(part.values())) if lists.is_typed(part) else part


def _fields(records):
    # type: (list[Record]) -> list[str]
    fields = OrderedDict()  # type: OrderedDict[str, None]
    for record in records[:2000]:
        for field in record.values:
            fields.setdefault(field)
    return list(fields)
