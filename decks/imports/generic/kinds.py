# coding: utf-8
"""Tells from which field or rule the kind of a card follows. Pure."""

from __future__ import unicode_literals

from typing import Dict, List, Tuple

from common.compat import gettext as _
from decks.imports.generic.fields import SAMPLE, Field, as_text, beginning, describe, ends_asking, has_blank
from decks.imports.generic.fitting import fit
from decks.imports.generic.shapes import (
    ALL_BLACK,
    ALL_WHITE,
    BLANKS,
    BY_PICK,
    LIST,
    QUESTIONS,
    Mapping,
    RecordSet,
)
from decks.imports.reading.texts import blanks, hygiene
from decks.imports.reading.vocabulary import BLACK, WHITE, kind_of, kinds_of, place_of, plain

Fields = Dict[str, Field]
_UNFIT = 0.2  # what fits no better has another meaning
_YES = "true 1 yes y ja j oui si s\u00ed sim tak \u0434\u0430".split()
_NO = "false 0 no n nein nee non nie n\u00e3o nej \u043d\u0435\u0442".split()


def choose(mapping, together, fields):
    # type: (Mapping, RecordSet, Fields) -> Tuple[Mapping, float, str]
    """(the Mapping with its kind, how sure that is, why) for records with these fields."""
    against = ""
    for name in _candidates(mapping, fields):
        meanings = kinds_of(fields[name].values) or _some(name, fields[name].values, together)
        found = _with(mapping, name, meanings)
        if len(set(meanings.values())) > 1:
            if fit(found, together) > _UNFIT:
                return found, fit(found, together), _("The kind is in “%s”.") % name.strip("()")
            against = against or name if min(map(len, meanings)) > 1 else against
    for name in _candidates(mapping, fields):
        meanings = _truths(name, fields[name], mapping, together)
        found = _with(mapping, name, meanings)
        if meanings and fit(found, together) > _UNFIT:
            return found, min(0.85, fit(found, together)), _("The kind is in “%s”.") % name
    found, sure, why = _without_field(mapping, together, fields)
    if not against:
        return found, sure, why
    return found, min(sure, 0.6), why + _(" “%s” says otherwise.") % against.strip("()")


def says_kind(texts, fields):
    # type: (List[str], Fields) -> bool
    """Whether the cards of a set say their kind: in a field, by the list they stand in, or by blanks in
    texts.
    """
    return any(field.values and kinds_of(field.values) for field in fields.values()) or any(
        fields[name].blanks > 0.02 for name in texts
    )


def sureness_of_columns(fields, columns):
    # type: (Fields, Dict[str, str]) -> float
    """How well the names of columns with one kind each fit what is in them."""
    black = [fields[name] for name, kind in columns.items() if kind == BLACK]
    white = [fields[name] for name, kind in columns.items() if kind == WHITE]
    if not black or not white:
        return 0.6
    return (
        0.9
        if min(field.blanks + field.questions for field in black) > max(field.blanks for field in white)
        else 0.6
    )


def by_look(fields):
    # type: (List[Field]) -> Dict[str, str]
    """{name: kind} of two columns of which one asks and the other answers; nothing where they do not."""
    asking, answering = sorted(fields, key=lambda field: -field.blanks - field.questions)
    if asking.blanks + asking.questions < 0.5 or answering.blanks + answering.questions > 0.05:
        return {}
    if min(field.distinct for field in fields) < 0.8:
        return {}
    return {asking.name: BLACK, answering.name: WHITE}


def _candidates(mapping, fields):
    # type: (Mapping, Fields) -> List[str]
    """The fields that may be the kind, the likeliest first."""
    texts = mapping.text.split("|")
    names = [name for name, field in fields.items() if field.values and name not in texts]
    return sorted(
        names,
        key=lambda name: (name == LIST, place_of(name, "kind") is None, place_of(name, "kind") or 0, name),
    )


def _some(name, values, together):
    # type: (str, List[str], RecordSet) -> Dict[str, str]
    """{value: kind} where most records have a value that means a kind; the others are left out, and told."""
    found = {value: kind_of(value) for value in values if kind_of(value)}
    records = [as_text(record.values.get(name)) for record in together.records[:SAMPLE]]
    known = sum(value in found for value in records)
    return (
        found
        if len(set(found.values())) > 1 and known >= 0.75 * sum(value != "" for value in records)
        else {}
    )


def _with(mapping, name, meanings):
    # type: (Mapping, str, Dict[str, str]) -> Mapping
    return mapping._replace(
        kind=name,
        black=tuple(sorted(value for value in meanings if meanings[value] == BLACK)),
        white=tuple(sorted(value for value in meanings if meanings[value] == WHITE)),
    )


def _truths(name, field, mapping, together):
    # type: (str, Field, Mapping, RecordSet) -> Dict[str, str]
    """{value: kind} of a field such as isBlack or type (0, 1); nothing where it cannot be told."""
    values = frozenset(value.lower() for value in field.values)
    said = kind_of(plain(name)[2:] if plain(name).startswith("is") else name)
    is_meant = said or name.isdigit() or place_of(name, "kind") is not None
    are_truths = len(values) == 2 and len(values & set(_YES)) == len(values & set(_NO)) == 1
    if not (are_truths or values == {"1", "2"}) or not is_meant or place_of(name, "pick") is not None:
        return {}
    if said and "2" not in values:
        return _two(field.values, said)
    choices = [_with(mapping, name, _two(field.values, kind)) for kind in (BLACK, WHITE)]
    best = max(choices, key=lambda choice: fit(choice, together))
    if name.isdigit() and fit(best, together) < 0.9:
        return {}
    return {value: BLACK if value in best.black else WHITE for value in field.values}


def _two(values, yes):
    # type: (List[str], str) -> Dict[str, str]
    """{value: kind} where `yes` is the kind of true, yes and 1, in any language and however written."""
    no = WHITE if yes == BLACK else BLACK
    return {value: yes if value.lower() in _YES else no for value in values}


def _without_field(mapping, together, fields):
    # type: (Mapping, RecordSet, Fields) -> Tuple[Mapping, float, str]
    """The same as `choose` where no field says the kind."""
    numbers = [name for name, field in fields.items() if field.numbers > 0.6]
    picks = [name for name in numbers if place_of(name, "pick") is not None]
    by_pick = mapping._replace(kind=BY_PICK, pick=picks[0] if picks else "")
    if picks and fit(by_pick, together) > 0.8:
        return by_pick, 0.85, _("Cards with a pick are black.")
    place = fields.get(LIST)
    meanings = kinds_of(place.values) if place and all(len(value) > 1 for value in place.values) else {}
    if place and len(set(meanings.values())) == 1:
        is_black = BLACK in meanings.values()
        if place.filled < len(together.records[::max(1, len(together.records) // SAMPLE)]):
            return (mapping._replace(kind=ALL_BLACK if is_black else ALL_WHITE), 0.5,
                    _("Some stand in a list whose name says a kind, others do not."))
        found = mapping._replace(kind=ALL_BLACK if is_black else ALL_WHITE)
        return (
            found,
            _one_kind(is_black, fields, mapping),
            _("The name says that all are %s.") % (BLACK if is_black else WHITE),
        )
    texts = [fields[name] for name in mapping.text.split("|")]
    asking = max(field.blanks for field in texts)
    said = kind_of(mapping.text) if len(texts) == 1 and len(mapping.text) > 1 else ""
    if said:
        mapping = mapping._replace(kind=ALL_BLACK if said == BLACK else ALL_WHITE)
        return mapping, min(0.75, _one_kind(said == BLACK, fields, mapping)), (
            _("The name says that all are %s.") % said)
    if picks:
        return by_pick, min(0.85, fit(by_pick, together)), _("Cards with a pick are black.")
    if _asks(mapping, together):
        return (
            mapping._replace(kind=QUESTIONS),
            0.5,
            _("Texts with a blank, or with a question mark at the end, are black."),
        )
    if asking and _are_only_likely(mapping, together):
        return mapping._replace(kind=BLANKS), 0.6, _("Texts with what may be a blank are black.")
    if asking:
        return mapping._replace(kind=BLANKS), 0.85 if asking < 0.9 else 0.6, _("Texts with a blank are "
                                                                               "black.")
    return mapping._replace(kind=ALL_WHITE), 0.6, _("Nothing says which cards are black.")


def _asks(mapping, together):
    # type: (Mapping, RecordSet) -> bool
    """Whether any text ends with a question mark and has no blank: it may be black, or an answer."""
    names = mapping.text.split("|")
    texts = (beginning(record.values.get(name)) for record in together.records for name in names)
    return any(ends_asking(text) and not has_blank(text) for text in texts)


def _are_only_likely(mapping, together):
    # type: (Mapping, RecordSet) -> bool
    """Whether some texts have blanks, but such as may be meant otherwise."""
    texts = (beginning(record.values.get(name)) for record in together.records[:SAMPLE]
             for name in mapping.text.split("|"))
    return any(blanks.are_likely(hygiene.clean(text)) for text in texts)


def _one_kind(is_black, fields, mapping):
    # type: (bool, Fields, Mapping) -> float
    texts = [fields[name] for name in mapping.text.split("|")]
    filling = max(field.blanks for field in texts)
    asking = max(field.blanks + field.questions for field in texts)
    return (0.9 if asking > 0.5 else 0.6) if is_black else (0.9 if filling < 0.02 else 0.5)


def complete(mapping, sets):
    # type: (Mapping, List[RecordSet]) -> Mapping
    """A Mapping whose kind is a field, with the values of that which mean black and white, as far as they
    tell.
    """
    together = RecordSet("", [mapping.kind], [record for one in sets for record in one.records], ())
    field = describe(together, mapping.kind)
    meanings = kinds_of(field.values) or _some(mapping.kind, field.values, together)
    meanings = meanings or _truths(mapping.kind, field, mapping, together)
    if not meanings:
        choices = {
            value: {one: BLACK if one == value else WHITE for one in field.values} for value in field.values
        }
        asking = {
            value: fit(_with(mapping, mapping.kind, choice), together) for value, choice in choices.items()
        }
        best = max(sorted(asking), key=lambda value: asking[value]) if asking else ""
        meanings = {value: BLACK if value == best else WHITE for value in field.values}
    return _with(mapping, mapping.kind, meanings)
