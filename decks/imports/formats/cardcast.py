"""Reads decks of Cardcast: calls and responses whose text is a list of what stands between the blanks.

Pure; the service is gone, but files of it are everywhere.
"""
from __future__ import unicode_literals

from typing import Any

import six

from common.compat import gettext as _
from decks.cards.texts import CardError
from decks.imports.reading import rows
from decks.imports.reading.packs import fact, has_other_cards, read_one
from decks.imports.reading.shapes import Pack, Parsed

NAME = "cardcast"


def recognises(document):
    # type: (Any) -> bool
    if not isinstance(document, dict) or has_other_cards(document, ("calls", "responses")):
        return False
    cards = [card for key in ("calls", "responses") if isinstance(document.get(key), list)
             for card in document[key]]
    return any(isinstance(card, dict) and isinstance(card.get("text"), list) for card in cards)


def parse(document, name=rows.UNNAMED):
    # type: (Any, str) -> Parsed
    """Parsed with the one deck of the file, called `name` unless the file says it."""
    def read(errors):
        # type: (rows.Errors) -> Pack
        pack = rows.PackRows(rows.pack_name(document.get("name", name)), errors)
        pack.add_all("black", document.get("calls"), _black)
        pack.add_all("white", document.get("responses"), _white)
        return pack.pack(description=fact(document, "description"))
    return read_one(NAME, read)


def _black(card):
    # type: (Any) -> tuple[str, int, int]
    texts = _texts(card)
    return rows.black_card({"text": "_".join(texts), "pick": max(1, len(texts) - 1)})


def _white(card):
    # type: (Any) -> str
    return rows.white_card(" ".join(_texts(card)))


def _texts(card):
    # type: (Any) -> list[str]
    """What stands between the blanks; a blank that somebody wrote as a character would count twice."""
    texts = card.get("text") if isinstance(card, dict) else None
    if not isinstance(texts, list) or not all(isinstance(text, six.text_type) for text in texts):
        raise CardError(_("its text is not a list of strings"))
    return [text.replace("_", "-") for text in texts]
