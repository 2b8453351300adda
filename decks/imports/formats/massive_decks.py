"""Reads decks of Massive Decks and Many Decks: calls of lines of parts, with styles, transforms and indexed
slots.

Pure; styles become *emphasis*, and a slot becomes a blank that names its answer or its letters only where it
must:
"_{2}" is the second answer, "_{1^}" is capitalised, "_{!}" is in upper case.
"""
from __future__ import unicode_literals

import re
from typing import Any, Iterable

import six

from common.compat import gettext as _
from decks.cards.texts import CardError
from decks.imports.reading import rows
from decks.imports.reading.packs import fact, has_other_cards, read_one
from decks.imports.reading.shapes import Pack, Parsed
from decks.imports.reading.texts.markup import emphasised
from decks.limits import LANGUAGE_PATTERN, MAX_PICK, NAME_LENGTH

NAME = "massive-decks"
_LISTS = ("calls", "responses")
_STYLES = {"": "", "Em": "*", "Strong": "**"}
_TRANSFORMS = {"": "", "Capitalize": "^", "UpperCase": "!"}


def recognises(document):
    # type: (Any) -> bool
    if not isinstance(document, dict) or has_other_cards(document, _LISTS):
        return False
    calls = document.get("calls") or []
    return any(isinstance(document.get(key), list) for key in _LISTS) and isinstance(calls, list) and (
        not calls or any(isinstance(call, list) for call in calls[:20]))


def parse(document, name=rows.UNNAMED):
    # type: (Any, str) -> Parsed
    """Parsed with the one deck of the file."""
    def read(errors):
        # type: (rows.Errors) -> Pack
        deck = rows.PackRows(rows.pack_name(document.get("name", name)), errors)
        deck.add_all("black", document.get("calls"), black_card)
        deck.add_all("white", document.get("responses"), rows.white_card)
        language = fact(document, "language")
        return deck.pack(language=language if re.match(LANGUAGE_PATTERN, language) else "",
                         author=_author(document),
                         source_note=_translation(document))
    return read_one(NAME, read)


def black_card(call):
    # type: (Any) -> tuple[str, int, int]
    """(text, pick, draw) of a call, a list of lines that are lists of parts. Raises CardError."""
    if not isinstance(call, list) or not all(isinstance(line, list) for line in call):
        raise CardError(_("it is not a list of lines"))
    slots = _Slots(_numbers(part for line in call for part in line if _is_slot(part)))
    text = "\n".join("".join(_part(part, slots) for part in line) for line in call)
    if not slots.pick:
        raise CardError(_("it has no slot for an answer"))
    # Two slots side by side are two blanks, not a long one.
    return rows.black_card_of_ours({"text": text.replace("__", "_ _").replace("__", "_ _"),
                                    "pick": slots.pick})


def _is_slot(part):
    # type: (Any) -> bool
    return isinstance(part, dict) and "text" not in part


def _numbers(slots):
    # type: (Iterable[dict[str, Any]]) -> list[int]
    """The answers of the slots of a call, from 0 and without gaps; one that names none takes the next."""
    numbers, after = [], 0
    for slot in slots:
        number = slot.get("index")
        if number is None:
            numbers.append(after)
            after += 1
            continue
        if isinstance(number, bool) or not isinstance(number,
                                                      six.integer_types) or not 0 <= number < MAX_PICK:
            raise CardError(_("the index of a slot must be a whole number from 0 to %d") % (MAX_PICK - 1))
        numbers.append(number)
    order = sorted(set(numbers))
    return [order.index(number) for number in numbers]


class _Slots(object):
    """Writes the slots of one call as blanks, one after another."""

    def __init__(self, numbers):
        # type: (list[int]) -> None
        self.numbers, self.pick = iter(numbers), len(set(numbers))
        # Blanks that take one answer after another need no numbers.
        self.named = numbers != list(range(len(numbers)))

    def blank(self, slot):
        # type: (dict[str, Any]) -> str
        number = "%d" % (next(self.numbers) + 1) if self.named else ""
        said = number + _known(slot, "transform", _TRANSFORMS)
        return "_{%s}" % said if said else "_"


def _part(part, slots):
    # type: (Any, _Slots) -> str
    if isinstance(part, six.text_type):
        return _words(part)
    if not isinstance(part, dict):
        raise CardError(_("a part of it is neither a text nor an object"))
    mark = _known(part, "style", _STYLES)
    if _is_slot(part):
        return mark + slots.blank(part) + mark
    if not isinstance(part["text"], six.text_type):
        raise CardError(_("the text of a part is not a string"))
    return emphasised(_words(part["text"]), mark)


def _words(text):
    # type: (str) -> str
    """Our mark for a blank is an ordinary character there."""
    return text.replace("_", "-")


def _known(part, key, values):
    # type: (dict[str, Any], str, dict[str, str]) -> str
    value = part.get(key) or ""
    if not isinstance(value, six.text_type) or value not in values:
        raise CardError(_('its %s must be %s') % (
            key, " or ".join('"%s"' % known for known in sorted(values) if known)))
    return values[value]


def _author(document):
    # type: (dict[str, Any]) -> str
    author = document.get("author")
    return fact(author, "name", NAME_LENGTH) if isinstance(author,
                                                           dict) else fact(document, "author", NAME_LENGTH)


def _translation(document):
    # type: (dict[str, Any]) -> str
    translator = fact(document, "translator", NAME_LENGTH)
    return _("Translated by %s.") % translator if translator else ""
