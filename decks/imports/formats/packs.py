"""Reads files that hold many packs: every pack that can be used, and an error for every other.

Shared by the parsers of such files.
"""
from __future__ import unicode_literals

import six

from decks.cards.texts import CardError
from decks.imports.formats import rows
from decks.imports.formats.shapes import FormatError, Parsed, RowError, describe


def read_packs(form, labelled, read):
    """Parsed of (label, raw pack) pairs; `read(raw, label, errors)` gives a Pack or raises CardError."""
    packs, errors = [], rows.Errors()
    for number, (label, raw) in enumerate(labelled, 1):
        try:
            if not isinstance(raw, dict):
                raise CardError("it is not an object")
            packs.append(read(raw, label, errors))
        except CardError as error:
            errors.append(RowError(label or _name(raw) or "pack %d" % number, "pack", number,
                                   six.text_type(error)))
    return Parsed(form, tuple(packs), tuple(errors))


def read_one(form, read):
    """Parsed of a file with one pack; `read(errors)` gives the Pack.

    Raises FormatError when it cannot be used.
    """
    errors = rows.Errors()
    try:
        pack = read(errors)
    except CardError as error:
        first = "; the first row is %s" % describe(errors[0]) if errors else ""
        raise FormatError("the deck cannot be read: %s%s" % (error, first))
    return Parsed(form, (pack,), tuple(errors))


def keyed(packs):
    """(label, raw pack) pairs of a list of packs, or of an object whose keys are their labels."""
    return list(packs.items()) if isinstance(packs, dict) else [("", pack) for pack in packs]


def fact(document, key, limit=None):
    """A text of other games' files, cut to `limit`; whatever is no text is empty."""
    value = document.get(key)
    return value.strip()[:limit] if isinstance(value, six.text_type) else ""


def _name(raw):
    name = raw.get("name") if isinstance(raw, dict) else None
    try:
        return rows.pack_name(name)
    except CardError:
        return ""
