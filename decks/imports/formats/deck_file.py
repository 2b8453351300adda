"""Reads our own deck file: one JSON object with the deck's name, its facts and its cards.

Pure; the starter decks have this shape, and it is the easiest one to write by hand.
"""
from __future__ import unicode_literals

import re
from typing import Any

import six

from common.compat import gettext as _
from decks.imports.reading import rows
from decks.imports.reading.packs import has_other_cards, read_one
from decks.imports.reading.shapes import FormatError, Pack, Parsed
from decks.limits import LANGUAGE_LENGTH, LANGUAGE_PATTERN, NAME_LENGTH, RATINGS, SLUG_LENGTH, SLUG_PATTERN

NAME = "deck-file"
_LISTS = {"black", "white"}
# Files with any of these facts are ours; only there may one answer fill several blanks without being named.
_OURS = {"slug", "rating", "licence", "source_note"}


def recognises(document):
    # type: (Any) -> bool
    return isinstance(document, dict) and "name" in document and bool(_LISTS & set(document)) and (
        not has_other_cards(document, _LISTS))


def parse(document, name=""):
    # type: (Any, str) -> Parsed
    """Parsed with the one pack of the file. Raises FormatError when a fact about the deck is wrong."""
    def read(errors):
        # type: (rows.Errors) -> Pack
        deck = rows.PackRows(rows.pack_name(document["name"]), errors)
        deck.add_all("black", document.get("black"),
                     rows.black_card_of_ours if _OURS & set(document) else rows.black_card)
        deck.add_all("white", document.get("white"), rows.white_card)
        return deck.pack(
            slug=_matching(document, "slug", SLUG_PATTERN, SLUG_LENGTH, _('small letters, digits and "-"')),
            language=_matching(document, "language", LANGUAGE_PATTERN, LANGUAGE_LENGTH,
                               _('a tag such as "en" or "pt-BR"')),
            rating=_matching(document, "rating", "^(%s)$" % "|".join(RATINGS), NAME_LENGTH,
                             ", ".join(RATINGS)),
            description=_string(document, "description"),
            author=_string(document, "author", NAME_LENGTH),
            licence=_string(document, "licence", NAME_LENGTH),
            source_note=_string(document, "source_note"),
            tags=rows.tag_words(document.get("tags", "")))
    return read_one(NAME, read)


def _string(document, key, limit=None):
    # type: (dict[str, Any], str, int | None) -> str
    value = document.get(key, "")
    if not isinstance(value, six.text_type):
        raise FormatError(_('"%s" must be a string') % key)
    if limit and len(value) > limit:
        raise FormatError(_('"%s" has %d characters, the limit is %d') % (key, len(value), limit))
    return six.text_type(value)


def _matching(document, key, pattern, limit, wanted):
    # type: (dict[str, Any], str, str, int, str) -> str
    value = _string(document, key, limit)
    if value and not re.match(pattern, value):
        raise FormatError(_('"%s" is "%s", it must be %s') % (key, value, wanted))
    return value
