"""Puts the names of decks where records only point at them: by an id, by a table between, or from the deck
to its cards. Pure; changes the values of the records that it is given.
"""

from __future__ import unicode_literals

from typing import Any, Dict, List

import six

from decks.imports.generic.fields import SAMPLE, as_text
from decks.imports.generic.shapes import DECK, KEY, Record, RecordSet
from decks.imports.reading.vocabulary import is_name_field, kind_of, place_of, plain

_IDS = ("id", "pk", "key", "code", "uuid", "number", "slug", "abbr")
_MOST = 20000


def resolve(sets):
    # type: (List[RecordSet]) -> None
    """Name the decks of all records that point at something with a name, or that it points at."""
    named = [
        (one, _names(one))
        for one in sets
        if len(one.records) <= _MOST and any(is_name_field(field) for field in one.fields)
    ]
    pairs = [(cards, decks, names) for decks, names in named for cards in sets if cards is not decks]
    for cards, decks, names in pairs:
        _by_lists(cards, decks)
        if names:
            _by_table(cards, decks, names, sets)
    for cards, decks, names in pairs:
        if names:
            _by_field(cards, decks, names)


def _names(record_set):
    # type: (RecordSet) -> Dict[str, str]
    """{id: name} of records that have both, and different ids."""
    name = next((field for field in record_set.fields if is_name_field(field)), None)
    ids = _id_field(record_set)
    if name is None or ids is None or ids == name:
        return {}
    found = {
        as_text(record.values.get(ids)): as_text(record.values.get(name)) for record in record_set.records
    }
    found.pop("", None)
    return found if len(found) == len(record_set.records) and all(found.values()) else {}


def _id_field(record_set):
    # type: (RecordSet) -> Any
    fields = sorted(
        (field for field in record_set.fields if plain(field) in _IDS or field == KEY),
        key=lambda field: (_IDS + (KEY,)).index(plain(field)),
    )
    if fields:
        return fields[0]
    own = plain(record_set.name.split(".")[-1].split(" ")[0]).rstrip("s")
    return next((field for field in record_set.fields if plain(field) == own + "id"), None)


def _by_field(cards, decks, names):
    # type: (RecordSet, RecordSet, Dict[str, str]) -> None
    """A field of the cards has the ids of decks, or of kinds."""
    own = plain(decks.name.split(".")[-1].split(" ")[0]).rstrip("s")
    are_kinds = all(kind_of(name) for name in names.values())
    if not any(place_of(field, "text") is not None for field in cards.fields) and not _has_sentences(cards):
        return  # a table between
    for field in cards.fields:
        is_meant = (
            place_of(field, "deck") is not None
            or (own and plain(field) in (own, own + "id"))
            or (are_kinds and (place_of(field, "kind") is not None or plain(field).endswith("id")))
        )
        values = [
            record.values.get(field) for record in cards.records if record.values.get(field) is not None
        ]
        if is_meant and values and all(_all_in(value, names) for value in values):
            for record in cards.records:
                if record.values.get(field) is not None:
                    record.values[field] = _named(record.values[field], names)


def _has_sentences(cards):
    # type: (RecordSet) -> bool
    """Whether texts of several words stand in these records, whatever their field is called."""
    values = (value for record in cards.records[:SAMPLE] for value in record.values.values())
    return any(isinstance(value, six.text_type) and " " in value.strip() for value in values)


def _by_lists(cards, decks):
    # type: (RecordSet, RecordSet) -> None
    """A field of the decks has lists of ids or places of cards."""
    ids = _id_field(cards)
    for field in decks.fields:
        lists = [
            record.values[field] for record in decks.records if isinstance(record.values.get(field), list)
        ]
        members = {as_text(one) for numbers in lists for one in numbers}
        if not members or (kind_of(field) and kind_of(cards.name) and kind_of(field) != kind_of(cards.name)):
            continue
        known = {
            as_text(record.values.get(ids)) if ids else "%d" % place: record
            for place, record in enumerate(cards.records)
        }  # type: Dict[str, Record]
        if not members <= set(known):
            continue
        title = next(name for name in decks.fields if is_name_field(name))
        for deck in decks.records:
            for one in deck.values.get(field) or ():
                _put(known[as_text(one)], as_text(deck.values.get(title)))
        _tell(cards)


def _by_table(cards, decks, names, sets):
    # type: (RecordSet, RecordSet, Dict[str, str], List[RecordSet]) -> None
    """A table between has the ids of cards and of decks."""
    ids = _id_field(cards)
    own = [plain(one.name.split(".")[-1]).rstrip("s") for one in (cards, decks)]
    if ids is None or not all(own):
        return
    for between in sets:
        fields = {plain(field): field for field in between.fields}
        card, deck = (
            next((fields[name] for name in (one + "id", one) if name in fields), None) for one in own
        )
        if between in (cards, decks) or card is None or deck is None:
            continue
        known = {as_text(record.values.get(ids)): record for record in cards.records}
        for record in between.records:
            target = known.get(as_text(record.values.get(card)))
            name = names.get(as_text(record.values.get(deck)))
            if target is not None and name:
                _put(target, name)
        _tell(cards)


def _all_in(value, names):
    # type: (Any, Dict[str, str]) -> bool
    return all(as_text(one) in names for one in value) if isinstance(value, list) else as_text(value) in names


def _named(value, names):
    # type: (Any, Dict[str, str]) -> Any
    return [names[as_text(one)] for one in value] if isinstance(value, list) else names[as_text(value)]


def _put(record, deck):
    # type: (Record, str) -> None
    """The record is in this deck, too."""
    there = record.values.get(DECK)
    decks = there if isinstance(there, list) else []
    record.values[DECK] = decks if deck in decks else decks + [deck]


def _tell(record_set):
    # type: (RecordSet) -> None
    if DECK not in record_set.fields:
        record_set.fields.append(DECK)
