"""Mappings as people write them: JSON of a file or of the page, or "text=Card,kind=Type,black=Q+A". Pure."""

from __future__ import unicode_literals

import json
from typing import Any, Dict, List

import six

from decks.imports.generic.shapes import BY_COLUMN, COLUMN_DECKS, RULES, Mapping, RecordSet
from decks.imports.reading.shapes import FormatError

_LISTS = ("black", "white", "sources")
_MOST = 20000


def read(raw):
    # type: (str) -> Mapping
    """The Mapping of a text. Raises FormatError."""
    if len(raw) > _MOST:
        raise FormatError("the mapping is too long")
    if not raw.lstrip().startswith("{"):
        return from_dict(_pairs(raw))
    try:
        return from_dict(json.loads(raw))
    except ValueError as error:
        raise FormatError("the mapping is not JSON: %s" % error)


def from_dict(document):
    # type: (Any) -> Mapping
    """The Mapping of {field of Mapping: name, or list of names}. Raises FormatError."""
    if not isinstance(document, dict):
        raise FormatError("the mapping is not an object")
    unknown = sorted(set(document) - set(Mapping._fields))
    if unknown:
        raise FormatError('the mapping has "%s", known are %s' % (unknown[0], ", ".join(Mapping._fields)))
    values = {}  # type: Dict[str, Any]
    for name, value in document.items():
        if name in _LISTS:
            value = [value] if isinstance(value, six.text_type) else value
            if not isinstance(value, (list, tuple)) or not all(
                isinstance(one, six.text_type) for one in value
            ):
                raise FormatError('"%s" of the mapping must be a list of texts' % name)
            value = tuple(value)
        elif not isinstance(value, six.text_type):
            raise FormatError('"%s" of the mapping must be a text' % name)
        values[str(name)] = value
    return Mapping(**values)


def as_dict(mapping):
    # type: (Mapping) -> Dict[str, Any]
    """What `from_dict` reads, without what is empty."""
    return {
        name: list(value) if isinstance(value, tuple) else value
        for name, value in mapping._asdict().items()
        if value
    }


def as_text(mapping):
    # type: (Mapping) -> str
    """What `read` reads, as short as it can be written."""
    return ",".join(
        "%s=%s" % (name, "+".join(value) if isinstance(value, tuple) else value)
        for name, value in zip(mapping._fields, mapping)
        if value
    )


def check(mapping, sets):
    # type: (Mapping, List[RecordSet]) -> None
    """Raises FormatError when a Mapping names what is not in these sets."""
    fields = {name for one in sets for name in one.fields}
    if not mapping.text:
        raise FormatError(
            "the mapping does not say where the text is; there are %s" % ", ".join(sorted(fields))
        )
    wanted = mapping.text.split("|") + [
        name
        for name in (mapping.pick, mapping.draw, mapping.deck, mapping.tags)
        if name and name not in COLUMN_DECKS
    ]
    if mapping.kind not in RULES:
        wanted.append(mapping.kind)
    for name in wanted:
        if name not in fields:
            raise FormatError(
                'there is no "%s" in the file; there are %s' % (name, ", ".join(sorted(fields)))
            )
    if (mapping.kind not in RULES or mapping.kind == BY_COLUMN) and not mapping.black and not mapping.white:
        raise FormatError("the mapping does not say what black and white cards have in their kind")
    unknown = sorted(set(mapping.sources) - {one.name for one in sets})
    if unknown:
        raise FormatError('there is no list "%s" in the file' % unknown[0])


def _pairs(raw):
    # type: (str) -> Dict[str, Any]
    found = {}  # type: Dict[str, Any]
    for part in raw.split(","):
        name, equals, value = part.partition("=")
        if not equals:
            raise FormatError('"%s" of the mapping is no pair such as text=Card' % part.strip())
        name, value = name.strip(), value.strip()
        found[name] = [one for one in value.split("+") if one] if name in _LISTS else value
    return found
