"""Reads tables in which each column is a deck: one record for each cell. Pure."""

from __future__ import unicode_literals

from typing import Iterable, Iterator, List

from decks.imports.generic.fields import as_text, describe, has_blank
from decks.imports.generic.shapes import (
    BY_COLUMN,
    DECK,
    EACH_COLUMN,
    FIRST_ROW,
    LIST,
    VALUE,
    Mapping,
    Record,
    RecordSet,
)
from decks.imports.reading.vocabulary import BLACK, kind_of

_NAME_LENGTH = 40


def records(sets, mapping, name):
    # type: (List[RecordSet], Mapping, str) -> Iterator[Record]
    """The records of all sets, as `by_cell` of the mapping reads them; `name` is for columns without one."""
    fields = mapping.text.split("|")
    for one in sets:
        called = {field: _called(field, mapping, name) for field in fields}
        for number, record in enumerate(one.records):
            if mapping.deck == FIRST_ROW and number == 0:
                said = {field: as_text(record.values.get(field)) for field in fields}
                called.update((field, cell) for field, cell in said.items() if cell)
                continue
            for field in fields:
                if record.values.get(field):
                    cell = {VALUE: record.values[field], DECK: called[field], LIST: field}
                    yield record._replace(values=dict(record.values, **cell))


def by_cell(mapping):
    # type: (Mapping) -> Mapping
    """The Mapping for what `records` gives."""
    found = mapping._replace(text=VALUE, deck=DECK)
    if mapping.kind == BY_COLUMN:
        white = tuple(field for field in mapping.text.split("|") if field not in mapping.black)
        found = found._replace(kind=LIST, white=white)
    return found


def complete(mapping, sets):
    # type: (Mapping, List[RecordSet]) -> Mapping
    """A Mapping with BY_COLUMN that does not say which columns are black, as their names or texts say."""
    names = mapping.text.split("|")
    together = RecordSet("", names, [record for one in sets for record in one.records], ())
    fields = [describe(together, name) for name in names]
    asking = {field.name: field.blanks + field.questions for field in fields}
    likely = [name for name in names if asking[name] >= 0.5 and not kind_of(name)]
    black = [name for name in names if kind_of(name) == BLACK or name in likely]
    black = black or [max(names, key=lambda name: asking[name])]
    return mapping._replace(black=tuple(black), white=tuple(name for name in names if name not in black))


def deck_rule(names, records):
    # type: (List[str], List[Record]) -> str
    """EACH_COLUMN, or FIRST_ROW where what stands above all the others may be names of decks."""
    if not all(name.isdigit() for name in names):
        return EACH_COLUMN
    first = [as_text(records[0].values.get(name)) for name in names]
    are_names = all(
        cell and len(cell) <= _NAME_LENGTH and "?" not in cell and not has_blank(cell) for cell in first
    )
    return FIRST_ROW if are_names else EACH_COLUMN


def are_pairs(names, black):
    # type: (List[str], Iterable[str]) -> bool
    """Whether columns of one kind are of several decks, with a black and a white one for each."""
    of_black = [_without_kind(name) for name in names if name in black]
    of_white = [_without_kind(name) for name in names if name not in black]
    return len(of_black) > 1 and all(of_black) and len(set(of_black)) == len(of_black) and sorted(
        of_black) == sorted(of_white)


def _called(field, mapping, name):
    # type: (str, Mapping, str) -> str
    """What the deck of a column is called: like the column, without the word for its kind."""
    if field.isdigit():
        return "%s %s" % (name, field)
    return _without_kind(field) or field if mapping.kind == BY_COLUMN else field


def _without_kind(field):
    # type: (str) -> str
    words = [word for word in field.split() if len(word) < 2 or not kind_of(word.strip("()[]:,-"))]
    return " ".join(words)
