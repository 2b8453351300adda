"""Proposes what the fields of records mean, from their names and from what their values look like. Pure.

Whatever cannot be told from both is proposed with little confidence, and then somebody is asked.
"""

from __future__ import unicode_literals

from collections import OrderedDict
from typing import Any, Dict, Iterable, List, Set, Tuple

from django.utils.translation import gettext_noop as N_

from common.compat import gettext
from decks.imports.generic import columns, doubts, fitting, kinds, quizzes, text_fields
from decks.imports.generic.fields import SAMPLE, Field, as_text, describe
from decks.imports.generic.records.values import OBJECTS
from decks.imports.generic.shapes import (
    ALL_WHITE,
    BLANKS,
    BY_COLUMN,
    DECK,
    EACH_COLUMN,
    KEY,
    LIST,
    NOTHING,
    RULES,
    VALUE,
    Mapping,
    Proposal,
    RecordSet,
)
from decks.imports.reading.vocabulary import BLACK, WHITE, kind_of, place_of, plain

Fields = Dict[str, Field]
# Fields that everything has, not only cards.
_WEAK = ("name", "title", "label", "description", "key", KEY)
_IS_IN = {"pick": N_("The pick is in %s."), "draw": N_("The draw is in %s."),
          "deck": N_("The deck is in %s."), "tags": N_("The tags are in %s.")}
_NO_TEXT = N_("No field looks like the text of a card.")


def propose(sets):
    # type: (List[RecordSet]) -> Proposal
    """The Proposal for the sets of one file that look like cards."""
    chosen = [(one, _fields(one)) for one in sets]
    chosen = [(one, fields) for one, fields in chosen if text_fields.of(one, fields)[0]]
    chosen = _without_containers(chosen)
    if not chosen:
        return Proposal(NOTHING, 0.0, [gettext(_NO_TEXT)])
    chosen, others = _with_columns_of_kinds(chosen)
    texts, sureness = OrderedDict(), 1.0 if not others else 0.75  # type: OrderedDict[str, None], float
    for one, fields in chosen:
        names, sure = text_fields.of(one, fields)
        texts.update((name, None) for name in names)
        sureness = min(sureness, sure)
    together = _together(chosen)
    fields = _fields(together)
    sources = tuple(one.name for one, _ in chosen) if len(chosen) < len(sets) else ()
    mapping = NOTHING._replace(text="|".join(texts), sources=sources)
    reasons = [gettext("The text is in %s.") % _named(list(texts))]
    if others:
        reasons.append(gettext("%s is left out: its columns are no kinds.") % _named(others).capitalize())
    said = {name: kind_of(name) for name in texts}
    by_look = len(chosen) == 1 and len(texts) == 2 and not any(said.values())
    if by_look:
        said = kinds.by_look([fields[name] for name in texts])
    are_same = all(text_fields.of(one, fields)[0] == list(texts) for one, fields in chosen)
    if are_same and len(texts) > 1 and said and all(said.values()):
        mapping = mapping._replace(
            kind=BY_COLUMN,
            black=tuple(name for name in texts if said[name] == BLACK),
            white=tuple(name for name in texts if said[name] == WHITE),
        )
        kind_sure = 0.75 if by_look else kinds.sureness_of_columns(fields, said)
        reasons.append(gettext("Each column has cards of one kind."))
        if columns.are_pairs(list(texts), mapping.black):
            mapping = mapping._replace(deck=EACH_COLUMN)
            reasons.append(gettext("Their names say the decks."))
    else:
        mapping, kind_sure, why = kinds.choose(mapping, together, fields)
        reasons.append(why)
    if mapping.kind == ALL_WHITE and all(name.split(".")[-1].lower() in _WEAK for name in texts):
        return Proposal(NOTHING, 0.0, [gettext(_NO_TEXT)])
    if (
        mapping.kind in RULES
        and mapping.kind != BY_COLUMN
        and not all(place_of(name, "text") is not None or name.isdigit() for name in texts)
    ):
        sureness = min(sureness, 0.7)  # neither the text nor the kind is called by its name
    if mapping.kind != BY_COLUMN and len(chosen) == 1 and (
            text_fields.are_decks(texts, fields) or text_fields.are_alike(texts, fields)):
        mapping = mapping._replace(deck=columns.deck_rule(list(texts), together.records))
        reasons.append(gettext("Each of these columns is a deck."))
    for what in ("pick", "draw") if mapping.deck else ("pick", "draw", "deck", "tags"):
        name = _named_field(what, mapping, fields, together)
        if name:
            changes = {str(what): name}  # type: Dict[str, Any]
            mapping = mapping._replace(**changes)
            reasons.append(gettext(_IS_IN[what]) % _named([name]))
    if mapping.deck.isdigit() and mapping.kind == BLANKS and fitting.splits(mapping, together):
        sureness = min(sureness, 0.7)
        reasons.append(gettext("Perhaps %s says which cards are black.") % _named([mapping.deck]))
    if mapping.kind in RULES and doubts.are_data(texts, together):
        sureness = min(sureness, 0.5)
        reasons.append(gettext("Most lines begin as those of data do."))
    if quizzes.is_one(mapping, fields, together):
        sureness = min(sureness, quizzes.SURENESS)
        reasons.append(quizzes.REASON)
    kinds_left_out = doubts.kinds_left_out(mapping, fields) if mapping.kind in RULES else []
    if kinds_left_out:
        sureness = min(sureness, 0.7)
        reasons.append(gettext("Perhaps %s says which cards are of which kind.") % _named(kinds_left_out))
    flags = doubts.flags(mapping, fields) if not mapping.deck else []
    if flags:
        sureness = min(sureness, 0.7)
        reasons.append(gettext("Perhaps %s say the decks; all cards come into one.") % _named(flags))
    left_out = doubts.lists_left_out(sets, [one for one, _ in chosen]) + doubts.left_out(
        mapping, fields, together)
    if left_out:
        sureness = min(sureness, 0.7)
        reasons.append(gettext("What is in %s is left out.") % _named(left_out))
    return Proposal(mapping, round(min(sureness, kind_sure), 2), reasons)


def _with_columns_of_kinds(chosen):
    # type: (List[Tuple[RecordSet, Fields]]) -> Tuple[List[Tuple[RecordSet, Fields]], List[str]]
    """(the tables with a column for each kind, the names of the others), where there are such tables."""
    of_kinds = [
        (one, fields) for one, fields in chosen
        if len(set(map(kind_of, text_fields.of(one, fields)[0])) & {BLACK, WHITE}) == 2
    ]
    if not of_kinds or len(of_kinds) == len(chosen):
        return chosen, []
    kept = [one for one, _ in of_kinds]
    return of_kinds, [one.name for one, _ in chosen if one not in kept]


def _fields(record_set):
    # type: (RecordSet) -> Fields
    return OrderedDict((name, describe(record_set, name)) for name in record_set.fields[:80])


def _together(chosen):
    # type: (List[Tuple[RecordSet, Fields]]) -> RecordSet
    names = OrderedDict((name, None) for one, _ in chosen for name in one.fields)
    return RecordSet("", list(names), [record for one, _ in chosen for record in one.records], ())


def _without_containers(chosen):
    # type: (List[Tuple[RecordSet, Fields]]) -> List[Tuple[RecordSet, Fields]]
    """The sets that hold cards: decks and people in a file beside them have names, but no kind."""
    if len(chosen) < 2:
        return chosen
    cards = [
        (one, fields)
        for one, fields in chosen
        if not one.name.endswith(OBJECTS)
        and (kinds.says_kind(text_fields.of(one, fields)[0], fields) or text_fields.is_rich(one, fields))
    ]
    return cards or chosen


def _named_field(what, mapping, fields, together):
    # type: (str, Mapping, Fields, RecordSet) -> str
    """The field that is the pick, the draw, the deck or the tags, or nothing."""
    taken = set(mapping.text.split("|")) | {mapping.kind}
    found = []
    for name, field in fields.items():
        place = place_of(name, what)
        if name in taken or not field.filled:
            continue
        if what in ("pick", "draw"):
            fits = field.numbers > 0.6 and all(len(value) < 12 for value in field.values)
            if place is not None and fits:
                found.append((place, name))
        elif what == "deck" and _is_deck_like(field, together):
            if place is not None and plain(name) != "watermark":
                found.append((place, name))
            elif name.isdigit() and _is_set_like(field):
                found.append((90, name))
        elif what == "tags" and place is not None and name != mapping.deck:
            found.append((place, name))
    return min(found)[1] if found else ""


def _is_set_like(field):
    # type: (Field) -> bool
    """Whether a column without a name may be one of sets: words that come again, and not yes and no."""
    return field.words > 0.8 and field.numbers < 0.5 and field.distinct < 0.6 and "true" not in field.values


def _is_deck_like(field, together):
    # type: (Field, RecordSet) -> bool
    """Whether a field has the same few short values again and again."""
    return (
        field.length < 60
        and field.filled > 0.5 * min(len(together.records), 1000)
        and (field.distinct < 1 or len(field.values) == 1 or field.name == DECK)
    )


def _named(names):
    # type: (List[str]) -> str
    return " and ".join(
        gettext("the lines")
        if name == VALUE
        else gettext("column %s") % name
        if name.isdigit()
        else "\u201c%s\u201d" % name.strip("()")
        for name in names
    )
