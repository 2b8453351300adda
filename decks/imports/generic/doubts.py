"""What a mapping leaves out that may be cards or say something of them, and what is hardly a card. Pure."""

from __future__ import unicode_literals

from typing import Dict, Iterable, List, Set

from decks.imports.generic import text_fields
from decks.imports.generic.fields import SAMPLE, Field, as_text, has_blank, is_words
from decks.imports.generic.records import text_lines
from decks.imports.generic.shapes import DECK, KEY, LIST, VALUE, Mapping, RecordSet
from decks.imports.reading.shapes import Parsed
from decks.imports.reading.vocabulary import is_header_word, kind_of, place_of, plain

Fields = Dict[str, Field]
# What stands in a column that says whether a card is in a deck.
_MARKS = [
    set(marks.split()) for marks in ("x", "true", "false", "true false", "yes", "yes no", "1", "1 0")
]


def left_out(mapping, fields, together):
    # type: (Mapping, Fields, RecordSet) -> List[str]
    """The fields that may be texts of cards, too, where the name of the chosen one does not say that it is
    the text.
    """
    chosen = mapping.text.split("|")
    places = [place_of(name, "text") for name in chosen]
    if len(together.records) < 3 or any(place is not None and place < 8 for place in places):
        return []
    used = _used(mapping)
    length = max(fields[name].length for name in chosen)
    return [
        name
        for name, field in fields.items()
        if name not in used
        and name not in (LIST, DECK, KEY)
        and text_fields.is_text_like(field)
        and field.distinct > 0.8
        and field.filled > 2
        and field.length > length / 4
    ]


def lists_left_out(sets, chosen):
    # type: (List[RecordSet], List[RecordSet]) -> List[str]
    """The names of the lists that are called like a kind of cards, have words, and are not read."""
    kept = {one.name for one in chosen}
    return [one.name for one in sets if one.name not in kept and _is_of_a_kind(one) and any(
        is_words(as_text(value)) for record in one.records[:SAMPLE]
        for name, value in record.values.items() if name not in (LIST, DECK, KEY))]


def _is_of_a_kind(one):
    # type: (RecordSet) -> bool
    return any(len(name) > 1 and kind_of(name) for name in (
        record.values.get(LIST, "") for record in one.records[:1]))


def are_exchanged(parsed):
    # type: (Parsed) -> bool
    """Whether most white cards have a blank, and most black ones have none but at their end, where it was
    added.
    """
    black = [text for pack in parsed.packs for text, _, _ in pack.black]
    white = [text for pack in parsed.packs for text in pack.white]
    asking = sum(map(has_blank, white[:SAMPLE]))
    bare = sum(not has_blank(text.rstrip("_ ")) for text in black[:SAMPLE])
    return len(white) > 1 and 2 * asking > min(len(white), SAMPLE) and 2 * bare > min(len(black), SAMPLE)


def kinds_left_out(mapping, fields):
    # type: (Mapping, Fields) -> List[str]
    """The fields that are called like a kind and are not read: each may say which cards are of that."""
    used = _used(mapping)
    return [name for name, field in fields.items() if name not in used and name not in (LIST, DECK, KEY)
            and field.filled and place_of(name, "pick") is None and _is_called_a_kind(name)]


def _is_called_a_kind(name):
    # type: (str) -> bool
    last = plain(name.split(".")[-1])
    return len(last) > 1 and bool(kind_of(last[2:] if last.startswith("is") else last))


def flags(mapping, fields):
    # type: (Mapping, Fields) -> List[str]
    """The fields that may say which decks a card is in, each by a mark."""
    used = _used(mapping)
    found = [
        name for name, field in fields.items()
        if name not in used and not name.isdigit() and not is_header_word(name) and field.values
        and {value.lower() for value in field.values} in _MARKS
    ]
    return found if len(found) > 1 else []


def _used(mapping):
    # type: (Mapping) -> Set[str]
    """The fields that mean something already."""
    named = {mapping.kind, mapping.pick, mapping.draw, mapping.deck, mapping.tags}
    return named | set(mapping.text.split("|"))


def are_data(texts, together):
    # type: (Iterable[str], RecordSet) -> bool
    """Whether the texts are lines that no card looks like."""
    words = [as_text(record.values[name]) for record in together.records[:SAMPLE] for name in texts
             if name == VALUE and record.values.get(name)]
    return text_lines.are_like_data(words)
