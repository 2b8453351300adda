"""Reads our own deck file: one JSON object with the deck's name, its facts and its cards.

Pure; the starter decks have this shape, and it is the easiest one to write by hand.
"""
from __future__ import unicode_literals

import re

import six

from decks.imports.formats import rows
from decks.imports.formats.packs import read_one
from decks.imports.formats.shapes import FormatError
from decks.limits import LANGUAGE_LENGTH, LANGUAGE_PATTERN, NAME_LENGTH, RATINGS, SLUG_LENGTH, SLUG_PATTERN

NAME = "deck-file"


def recognises(document):
    return isinstance(document, dict) and "name" in document and bool({"black", "white"} & set(document))


def parse(document, name=""):
    """Parsed with the one pack of the file. Raises FormatError when a fact about the deck is wrong."""
    def read(errors):
        deck = rows.PackRows(rows.pack_name(document["name"]), errors)
        deck.add_all("black", document.get("black"), rows.black_card_of_ours)
        deck.add_all("white", document.get("white"), rows.white_card)
        return deck.pack(
            slug=_matching(document, "slug", SLUG_PATTERN, SLUG_LENGTH, 'small letters, digits and "-"'),
            language=_matching(document, "language", LANGUAGE_PATTERN, LANGUAGE_LENGTH,
                               'a tag such as "en" or "pt-BR"'),
            rating=_matching(document, "rating", "^(%s)$" % "|".join(RATINGS), NAME_LENGTH,
                             ", ".join(RATINGS)),
            description=_string(document, "description"),
            author=_string(document, "author", NAME_LENGTH),
            licence=_string(document, "licence", NAME_LENGTH),
            source_note=_string(document, "source_note"),
            tags=rows.tag_words(document.get("tags", "")))
    return read_one(NAME, read)


def _string(document, key, limit=None):
    value = document.get(key, "")
    if not isinstance(value, six.text_type):
        raise FormatError('"%s" must be a string' % key)
    if limit and len(value) > limit:
        raise FormatError('"%s" has %d characters, the limit is %d' % (key, len(value), limit))
    return six.text_type(value)


def _matching(document, key, pattern, limit, wanted):
    value = _string(document, key, limit)
    if value and not re.match(pattern, value):
        raise FormatError('"%s" is "%s", it must be %s' % (key, value, wanted))
    return value
