"""Decks as files: our own, that of JSON Against Humanity, of Many Decks, and a table for spreadsheets.

What is read back here is what was written, as far as a format can say it (docs/DECKS.md). Reads only.
"""
from __future__ import unicode_literals

import json
import re
from collections import OrderedDict

import six
from django.utils.translation import gettext_noop as N_

from common.spreadsheets import csv_bytes
from decks.cards.texts import CardError, draw_for
from decks.history import documents
from decks.history.differences import as_dict
from decks.imports.formats import massive_decks
from decks.imports.reading.packs import OFFICIAL
from decks.imports.reading.tables import sheet
from decks.imports.reading.texts import hygiene
from decks.limits import MAX_PICK

# What people are offered: (name, what it is), the one that loses nothing first.
FORMATS = (
    ("deck", N_("Our own file: everything")),
    ("csv", N_("Table for spreadsheets (CSV)")),
    ("jah", "JSON Against Humanity"),
    ("manydecks", "Many Decks, Massive Decks"),
)
_BLANK = re.compile(r"_(?:\{(?=[^}])([1-9][0-9]?)?([\^!])?\})?")
_EMPHASIS = re.compile(r"(\*\*?)((?:[^*\s_](?:[^*_]*[^*\s_])?)|_(?:\{[^}]*\})?)\1(?!\*)")
_TRANSFORMS = {"^": "Capitalize", "!": "UpperCase"}
_STYLES = {"*": "Em", "**": "Strong"}


def export(deck, form):
    """(file name, content type, bytes) of a deck in one of FORMATS. Raises KeyError for any other."""
    write, ending, content_type = {
        "deck": (_deck_file, ".json", "application/json"),
        "csv": (_table, ".csv", "text/csv; charset=utf-8"),
        "jah": (_jah_compact, ".jah.json", "application/json"),
        "manydecks": (_many_decks, ".deck.json5", "application/json5"),
    }[form]
    return deck.slug + ending, content_type, write(documents.document(deck))


def deck_document(document):
    """A documents.document as our deck file has it: in order, with texts as readers of files see them."""
    document = dict(document, black=[_named(card) for card in document["black"]],
                    white=[_named(card) if isinstance(card, dict) else _literal(card)
                           for card in document["white"]])
    return OrderedDict((key, document[key]) for key in documents.FACTS + ("black", "white"))


def _deck_file(document):
    return as_json(deck_document(document), indent=1)


def _named(card):
    return OrderedDict(card, text=_literal(card["text"]))


def _table(document):
    rows = [sheet.COLUMNS]
    for card in document["black"]:
        rows.append(["black", _literal(card["text"]), card["pick"], card.get("draw", draw_for(card["pick"])),
                     card.get("tags", ""), card.get("attribution", "")])
    for card in map(as_dict, document["white"]):
        rows.append(["white", _literal(card["text"]), "", "", card.get("tags", ""),
                     card.get("attribution", "")])
    return csv_bytes(rows)


def _jah_compact(document):
    white = [_literal(as_dict(card)["text"]) for card in document["white"]]
    black = [_jah_black(card["text"]) for card in document["black"]]
    pack = OrderedDict([("name", document["name"]), ("official", OFFICIAL in document["tags"].split()),
                        ("white", list(range(len(white)))), ("black", list(range(len(black))))])
    if document["description"]:
        pack["description"] = document["description"]
    return as_json(OrderedDict([("white", white), ("black", black), ("packs", [pack])]))


def _jah_black(text):
    """It knows nothing of blanks that share an answer or name one, so each takes an answer of its own."""
    blanks = len(_BLANK.findall(text))
    return OrderedDict([("text", _literal(_BLANK.sub("_", text))), ("pick", max(1, min(blanks, MAX_PICK)))])


def _many_decks(document):
    facts = OrderedDict([("name", document["name"]), ("language", document["language"])])
    if document["author"]:
        facts["author"] = document["author"]
    facts["calls"] = [_call(card["text"], card["pick"]) for card in document["black"]]
    facts["responses"] = [_literal(as_dict(card)["text"]) for card in document["white"]]
    return as_json(facts)


def _call(text, pick):
    """The lines of parts of a black card, with styles unless those would be read in another way than
    asterisks.
    """
    styled, unstyled = _lines(text, pick, _styled), _lines(text, pick, _unstyled)
    try:
        return styled if massive_decks.black_card(styled) == massive_decks.black_card(unstyled) else unstyled
    except CardError:  # longer than we read it
        return unstyled


def _lines(text, pick, split):
    slots = _Slots(text, pick)
    return [[part for words, style in split(line) for part in slots.parts(words, style)]
            for line in text.split("\n")]


def _styled(line):
    """(words, style or "") pieces of "a *b* c"."""
    end = 0
    for found in _EMPHASIS.finditer(line):
        yield line[end:found.start()], ""
        yield found.group(2), _STYLES[found.group(1)]
        end = found.end()
    yield line[end:], ""


def _unstyled(line):
    yield line, ""


class _Slots(object):
    """Makes parts of words, blank after blank; `index` is written where the slots do not just count up."""

    def __init__(self, text, pick):
        plain, self.indexes = 0, []
        for number, _ in _BLANK.findall(text):
            self.indexes.append(min(int(number) - 1 if number else plain, pick - 1))
            plain += 0 if number else 1
        self.counts_up = self.indexes == list(range(len(self.indexes)))
        self.indexes = iter(self.indexes)

    def parts(self, words, style):
        end = 0
        for found in _BLANK.finditer(words):
            if found.start() > end:
                yield _text(words[end:found.start()], style)
            yield self._slot(found.group(2), style)
            end = found.end()
        if end < len(words):
            yield _text(words[end:], style)

    def _slot(self, mark, style):
        slot, index = OrderedDict(), next(self.indexes)
        if not self.counts_up:
            slot["index"] = index
        if mark:
            slot["transform"] = _TRANSFORMS[mark]
        if style:
            slot["style"] = style
        return slot


def _text(words, style):
    return OrderedDict([("text", _literal(words)), ("style", style)]) if style else _literal(words)


def _literal(text):
    """The text as readers of files will see it: "&amp;" is an ampersand to them."""
    return hygiene.escaped(text)


def as_json(value, indent=None):
    """The bytes of a value as JSON."""
    separators = (",", ": ") if indent else (",", ":")
    return six.ensure_binary(json.dumps(value, ensure_ascii=False, indent=indent, separators=separators)
                             + "\n")
