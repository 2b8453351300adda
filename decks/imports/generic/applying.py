"""Makes packs of records, as a Mapping says. Pure; each card is read by the same rules as those of all
formats.
"""

from __future__ import unicode_literals

from collections import OrderedDict
from typing import Any, Callable, Dict, Iterator, List

import six
from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from decks.cards.texts import CardError
from decks.imports.generic import columns
from decks.imports.generic.fields import as_text, is_code
from decks.imports.generic.fitting import kind_by
from decks.imports.generic.shapes import BY_COLUMN, COLUMN_DECKS, Mapping, Record, RecordSet
from decks.imports.reading import rows
from decks.imports.reading.packs import facts
from decks.imports.reading.shapes import FormatError, Pack, Parsed, describe
from decks.imports.reading.vocabulary import BLACK, WHITE
from decks.limits import DECKS_EVER, GENERIC_RECORDS, NAME_LENGTH, ROW_LENGTH

NAME = "generic"
_READ = {BLACK: rows.black_card, WHITE: rows.white_card}  # type: Dict[str, Callable[[Any], Any]]
_TOO_MANY = N_("it would be more than %d decks or %d cards; is that column really the deck?")
_GUARDED = ("'=", "'+", "'-", "'@")


def apply(sets, mapping, name, about=None):
    # type: (List[RecordSet], Mapping, str, Dict[str, Any] | None) -> Parsed
    """Parsed of the records of these sets; cards of no deck go into one called `name`.

    `about` has what the file says of decks: {name: object}. Raises FormatError without any card.
    """
    packs, errors = OrderedDict(), rows.Errors()  # type: OrderedDict[str, rows.PackRows], rows.Errors
    names = {}  # type: Dict[str, str]
    chosen = [one for one in sets if not mapping.sources or one.name in mapping.sources]
    for one in chosen:
        for error in one.refused:
            errors.append(error)
    left = GENERIC_RECORDS
    records = (record for one in chosen for record in one.records)  # type: Iterator[Record]
    if mapping.deck in COLUMN_DECKS:
        records, mapping = columns.records(chosen, mapping, name), columns.by_cell(mapping)
    for record in records:
        for deck in _decks(record.values.get(mapping.deck) if mapping.deck else None, name, names):
            left -= 1
            if left < 0 or (deck not in packs and len(packs) >= DECKS_EVER):
                raise FormatError(_(_TOO_MANY) % (DECKS_EVER, GENERIC_RECORDS))
            if deck not in packs:
                packs[deck] = rows.PackRows(deck, errors)
            _add(packs[deck], record, mapping)
    return Parsed(NAME, tuple(_finished(packs, about or {}, errors)), tuple(errors), errors.notes(), None)


def _finished(packs, about, errors):
    # type: (Dict[str, rows.PackRows], Dict[str, Any], rows.Errors) -> List[Pack]
    finished = []
    for deck, pack in packs.items():
        try:
            finished.append(pack.pack(**facts(about.get(deck, {}))))
        except CardError:
            pass  # all of its rows are named
    if not finished:
        first = _("; the first row is %s") % describe(errors[0]) if errors else ""
        raise FormatError(_("there is no card in the file that can be used") + first)
    return finished


def _decks(value, name, names):
    # type: (Any, str, Dict[str, str]) -> List[str]
    """The names of the decks that a card is in; `names` keeps them by what the file says."""
    if value is None:
        return [name]
    said = [as_text(one) for one in value] if isinstance(value, list) else [as_text(value)]
    for one in said:
        if one not in names:
            try:
                names[one] = rows.pack_name(one[:NAME_LENGTH])
            except CardError:
                names[one] = name
    return [names[one] for one in said] or [name]


def _add(pack, record, mapping):
    # type: (rows.PackRows, Any, Mapping) -> None
    values = record.values
    if mapping.kind == BY_COLUMN:
        for field in mapping.text.split("|"):
            if as_text(values.get(field)):
                kind = BLACK if field in mapping.black else WHITE
                pack.add(kind, _card(values, field, mapping), _READ[kind], record.line)
        return
    field = next((field for field in mapping.text.split("|") if as_text(values.get(field))), "")
    if not field:
        return
    card = _card(values, field, mapping)
    kind = kind_by(mapping, values, card["text"])
    if kind:
        pack.add(kind, card, _READ[kind], record.line)
    else:
        pack.add(WHITE, as_text(values.get(mapping.kind)), _of_no_kind, record.line)


def _card(values, field, mapping):
    # type: (Dict[str, Any], str, Mapping) -> Dict[str, Any]
    """The card as rows read it."""
    text = values[field] if isinstance(values[field], six.text_type) else as_text(values[field])
    card = {"text": text[1:] if text.startswith(_GUARDED) else text}  # type: Dict[str, Any]
    for fact in ("pick", "draw"):
        value = values.get(getattr(mapping, fact))
        if value not in (None, "", 0, "0") or fact == "draw":
            card[fact] = value
    tags = values.get(mapping.tags)
    if isinstance(tags, (list, six.text_type)) and tags:
        card["tags"] = tags[:ROW_LENGTH]
    return card


def _of_no_kind(kind):
    # type: (str) -> Any
    raise CardError(_('its kind is "%s", which means neither black nor white') % kind[:20])


def looks_like_code(parsed):
    # type: (Parsed) -> bool
    """Whether many texts of a file are lines of a program."""
    texts = [
        text for pack in parsed.packs for text in (pack.white + tuple(card[0] for card in pack.black))[:500]
    ]
    return sum(map(is_code, texts)) > len(texts) * 0.2
