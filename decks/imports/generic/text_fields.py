"""Tells which fields of records are the text of cards, by their names and by what is in them. Pure."""

from __future__ import unicode_literals

from typing import Dict, Iterable, List, Tuple

from decks.imports.generic import kinds
from decks.imports.generic.fields import Field
from decks.imports.generic.shapes import DECK, KEY, LIST, VALUE, RecordSet
from decks.imports.reading.vocabulary import is_header_word, kind_of, place_of

Fields = Dict[str, Field]


def of(one, fields):
    # type: (RecordSet, Fields) -> Tuple[List[str], float]
    """(names of the fields with the texts, how sure that is); no names when there is none."""
    kinds_of_columns = [
        name
        for name, field in fields.items()
        if kind_of(name) and len(name) > 1 and field.words > 0.8 and is_text_like(field)
    ]
    if len(kinds_of_columns) > 1:
        return kinds_of_columns, 0.9
    words = [name for name, field in fields.items() if name not in (LIST, DECK) and is_text_like(field)]
    if len(words) == 2 and all(name.isdigit() for name in words) and kinds.by_look(
        [fields[name] for name in words]
    ):
        return words, 0.9
    if len(words) > 1 and (are_decks(words, fields) or are_alike(words, fields)):
        return words, 0.6
    scores = sorted(
        (
            (_score(field, len(one.records)), name)
            for name, field in fields.items()
            if name not in (LIST, DECK) and is_text_like(field)
        ),
        reverse=True,
    )
    if not scores or scores[0][0] <= 0:
        return [], 0.0
    best, name = scores[0]
    is_named = place_of(name, "text") is not None
    is_alone = len(scores) == 1 or best > 2 * max(0.0, scores[1][0])
    return [name], 0.95 if is_named and (
        is_alone or (place_of(name, "text") or 0) < 8
    ) else 0.9 if is_alone else 0.6


def are_decks(names, fields):
    # type: (Iterable[str], Fields) -> bool
    """Whether columns without a header may be a deck each: every one has texts that ask, and others."""
    names = list(names)
    return len(names) > 1 and all(
        name.isdigit()
        and 0.02 < fields[name].blanks + fields[name].questions < 0.9
        and fields[name].distinct > 0.8
        for name in names
    )


def are_alike(names, fields):
    # type: (Iterable[str], Fields) -> bool
    """Whether three columns and more have texts of the same length, and no word that we know above them."""
    found = [fields[name] for name in names]
    lengths = [field.length for field in found]
    return len(found) > 2 and max(lengths) < 3 * min(lengths) and all(
        field.distinct > 0.8 and field.length > 5 and field.filled > 2 and not is_header_word(field.name)
        for field in found)


def is_text_like(field):
    # type: (Field) -> bool
    return (
        field.words > 0.6
        and field.code < 0.2
        and field.length > 2
        and not (field.values and all(kind_of(value) for value in field.values))
    )


def _score(field, records):
    # type: (Field, int) -> float
    """How much a field looks like the text of cards."""
    place = place_of(field.name, "text")
    by_name = 30.0 if place is None else 60.0 - place
    if place is None and any(place_of(field.name, what) is not None for what in ("kind", "deck", "tags")):
        by_name = 8.0
    if field.name == KEY:
        by_name = 20.0 if field.length > 15 else 0.0
    by_length = min(field.length, 60.0) / 20.0
    by_filling = min(1.0, field.filled / float(max(1, min(records, 1000))))
    return by_name * by_length * (0.2 + field.distinct) * field.words * (0.5 + by_filling / 2 + field.blanks)


def is_rich(one, fields):
    # type: (RecordSet, Fields) -> bool
    """Whether the texts of a set are longer than names."""
    names, _ = of(one, fields)
    field = fields[names[0]]
    return (place_of(names[0], "text") or 0) < 10 and (
        field.length > 18 or field.blanks > 0 or VALUE in names
    )
