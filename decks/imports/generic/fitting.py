"""Tells the kind of a record as a Mapping says, and how well such kinds fit the blanks of the texts. Pure."""

from __future__ import unicode_literals

from typing import Dict, List, Tuple

from decks.imports.generic.fields import SAMPLE, as_text, ends_asking, has_blank
from decks.imports.generic.shapes import ALL_BLACK, ALL_WHITE, BLANKS, BY_PICK, QUESTIONS, Mapping, RecordSet
from decks.imports.reading.vocabulary import BLACK, WHITE


def kind_by(mapping, values, text):
    # type: (Mapping, Dict[str, object], str) -> str
    """BLACK, WHITE, or nothing for a record whose kind is neither."""
    if mapping.kind in (ALL_BLACK, ALL_WHITE):
        return BLACK if mapping.kind == ALL_BLACK else WHITE
    if mapping.kind in (BLANKS, QUESTIONS):
        asks = mapping.kind == QUESTIONS and ends_asking(text)
        return BLACK if asks or has_blank(text) else WHITE
    if mapping.kind == BY_PICK:
        return BLACK if as_text(values.get(mapping.pick)) not in ("", "0") else WHITE
    value = as_text(values.get(mapping.kind))
    if not value and bool(mapping.black) != bool(mapping.white):
        return WHITE if mapping.black else BLACK  # beside marks of one kind
    return _listed(value, mapping) or _listed(value.lower(), _lower(mapping))


def _listed(value, mapping):
    # type: (str, Mapping) -> str
    return BLACK if value in mapping.black else WHITE if value in mapping.white else ""


def _lower(mapping):
    # type: (Mapping) -> Mapping
    """The Mapping with its values in small letters: a table of many hands has "B" and "b"."""
    black, white = (tuple(value.lower() for value in values) for values in (mapping.black, mapping.white))
    return mapping._replace(black=black, white=white)


def fit(mapping, together):
    # type: (Mapping, RecordSet) -> float
    """How well the kinds that a Mapping gives fit the blanks and question marks of the texts, from 0 to 1."""
    black = white = asking = answering = 0
    for text, kind in _kinds(mapping, together):
        looks_black = has_blank(text) or ends_asking(text) or text.rstrip().endswith(":")
        if kind == BLACK:
            black, asking = black + 1, asking + looks_black
        elif kind == WHITE:
            white, answering = white + 1, answering + (not has_blank(text))
    if not black or not white:
        return 0.7
    return min(0.97, 0.5 + asking / (2.0 * black), answering / float(white))


def splits(mapping, together):
    # type: (Mapping, RecordSet) -> bool
    """Whether the values of what is read as the deck may be kinds: most texts of some have blanks, and
    hardly any of the others.
    """
    found = {}  # type: Dict[str, List[bool]]
    for record in together.records[:SAMPLE]:
        text = as_text(record.values.get(mapping.text))
        found.setdefault(as_text(record.values.get(mapping.deck)), []).append(has_blank(text))
    shares = [sum(blanks) / float(len(blanks)) for blanks in found.values() if len(blanks) > 1]
    pure = {part > 0.6 for part in shares if part > 0.6 or part < 0.1}
    return len(pure) == 2 and not any(0.1 <= part <= 0.6 for part in shares)


def _kinds(mapping, together):
    # type: (Mapping, RecordSet) -> List[Tuple[str, str]]
    """(text, kind) of a part of the records."""
    step = max(1, len(together.records) // SAMPLE)
    found = []
    for record in together.records[::step]:
        text = next(
            (as_text(record.values[name]) for name in mapping.text.split("|") if record.values.get(name)), ""
        )
        if text:
            found.append((text, kind_by(mapping, record.values, text)))
    return found
