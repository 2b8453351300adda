"""Reads files that hold many packs: every pack that can be used, and an error for every other.

Shared by the parsers of such files.
"""
from __future__ import unicode_literals

import re
from typing import Any, Callable, Container, Iterable

import six

from common.compat import gettext as _
from decks.cards.texts import CardError
from decks.imports.reading import rows
from decks.imports.reading.shapes import FormatError, Pack, Parsed, RowError, describe
from decks.imports.reading.vocabulary import kind_of
from decks.limits import ADULT, DECKS_EVER, LANGUAGE_LENGTH, LANGUAGE_PATTERN, NAME_LENGTH, RATINGS

# A list of more objects than this is one of cards, and not of packs.
MOST_PACKS = 5 * DECKS_EVER
# The tag of decks that a file says the makers of the game have made.
OFFICIAL = "official"


def read_packs(form, labelled, read):
    # type: (str, Iterable[tuple[str, Any]], Callable[[Any, str, rows.Errors], Pack]) -> Parsed
    """Parsed of (label, raw pack) pairs; `read(raw, label, errors)` gives a Pack or raises CardError."""
    packs, errors = [], rows.Errors()
    for number, (label, raw) in enumerate(labelled, 1):
        try:
            if not isinstance(raw, dict):
                raise CardError(_("it is not an object"))
            packs.append(read(raw, label, errors))
        except CardError as error:
            errors.append(RowError(label or _name(raw) or _("pack %d") % number, "pack", number,
                                   six.text_type(error), 0))
    return Parsed(form, tuple(packs), tuple(errors), errors.notes(), None)


def read_one(form, read):
    # type: (str, Callable[[rows.Errors], Pack]) -> Parsed
    """Parsed of a file with one pack; `read(errors)` gives the Pack.

    Raises FormatError when it cannot be used.
    """
    errors = rows.Errors()
    try:
        pack = read(errors)
    except CardError as error:
        first = _("; the first row is %s") % describe(errors[0]) if errors else ""
        raise FormatError(_("the deck cannot be read: %s%s") % (error, first))
    return Parsed(form, (pack,), tuple(errors), errors.notes(), None)


def has_other_cards(document, known):
    # type: (dict[str, Any], Container[str]) -> bool
    """Whether an object has more lists of cards than those a format knows: then it is none of that format."""
    lists = [key for key, value in document.items() if value and isinstance(value, (list, dict))]
    return any(key not in known and len(key) > 1 and kind_of(key) for key in lists)


def keyed(packs):
    # type: (Any) -> list[tuple[str, Any]]
    """(label, raw pack) pairs of a list of packs, or of an object whose keys are their labels."""
    return list(packs.items()) if isinstance(packs, dict) else [("", pack) for pack in packs]


def fact(document, key, limit=None):
    # type: (dict[str, Any], str, int | None) -> str
    """A text of other games' files, cut to `limit`; whatever is no text is empty."""
    value = document.get(key)
    return value.strip()[:limit] if isinstance(value, six.text_type) else ""


def facts(raw):
    # type: (dict[str, Any]) -> dict[str, str]
    """What other games' files say of a deck, as arguments of Pack; whatever cannot be used is left out.

    A rating is never guessed: only words that name one of ours count, and a file that calls a deck unfit for
    work makes it one for adults.
    """
    found = {"description": fact(raw, "description"), "author": fact(raw, "author", NAME_LENGTH)}
    language = next((fact(raw, key) for key in ("language", "lang", "locale") if fact(raw, key)), "")
    language = language.replace("_", "-")
    if len(language) <= LANGUAGE_LENGTH and re.match(LANGUAGE_PATTERN, language):
        found["language"] = language
    if fact(raw, "rating").lower() in RATINGS:
        found["rating"] = fact(raw, "rating").lower()
    elif raw.get("nsfw") in (True, 1, "true") or raw.get("isNsfw") is True:
        found["rating"] = ADULT
    if raw.get("official") in (True, 1, "true"):
        found["tags"] = OFFICIAL
    return {key: value for key, value in found.items() if value}


def in_order(packs, order):
    # type: (list[tuple[str, Any]], Any) -> list[tuple[str, Any]]
    """(label, raw pack) pairs in the order of a list of labels; the others stand behind."""
    if not isinstance(order, list):
        return packs
    places = {label: place for place, label in enumerate(order) if isinstance(label, six.text_type)}
    return sorted(packs, key=lambda pack: places.get(pack[0], len(places)))


def _name(raw):
    # type: (Any) -> str
    name = raw.get("name") if isinstance(raw, dict) else None
    try:
        return rows.pack_name(name)
    except CardError:
        return ""
