"""Reads fixtures of the first Cards Against Django, and others like them: objects with `model`, `pk` and
`fields`, whose sets name their cards or whose cards name their set.

Pure; the tables are those of Pretend You're Xyzzy, from which that game had them.
"""
from __future__ import unicode_literals

from typing import Any

import six

from decks.imports.formats.xyzzy import pyx
from decks.imports.reading import rows
from decks.imports.reading.shapes import Parsed
from decks.imports.reading.values.json_text import line_of

NAME = "django-fixture"
_KINDS = ("black", "white")
_SETS = ("cardset", "card_set", "set", "deck", "pack", "expansion")
_TEXTS = ("text", "content", "value", "name")


def recognises(document):
    # type: (Any) -> bool
    return isinstance(document, list) and any(_kind(entry) in _KINDS for entry in document)


def parse(document, name=rows.UNNAMED):
    # type: (Any, str) -> Parsed
    """Parsed of a whole file, a pack for every set. Raises FormatError without any card."""
    tables = pyx.Tables()
    for entry in document:
        kind = _kind(entry)
        if kind in _KINDS:
            _add_card(tables, kind, entry)
        elif kind == "set":
            _add_set(tables, entry)
    sets = tables.rows["card_set"]
    joined = tables.rows["card_set_black_card"] or tables.rows["card_set_white_card"]
    if len(sets) == 1 and not joined:
        # Nothing says which cards the one set has: it has them all.
        for kind in _KINDS:
            for row in tables.rows[kind + "_cards"]:
                _join(tables, kind, sets[0].values["id"], row.values["id"])
    return pyx.parsed(NAME, tables, pyx.NO_SET if sets else name)


def _kind(entry):
    # type: (Any) -> str
    """"black", "white", "set", or nothing for an entry that is none of them."""
    if not isinstance(entry, dict) or not isinstance(entry.get("fields"), dict):
        return ""
    model = entry.get("model")
    model = model.split(".")[-1].lower().replace("_", "") if isinstance(model, six.text_type) else ""
    if model.startswith(_KINDS) and "card" in model:
        return model[:5]
    return "set" if model in ("cardset", "set", "deck", "pack", "cardpack", "expansion") else ""


def _add_card(tables, kind, entry):
    # type: (pyx.Tables, str, dict[str, Any]) -> None
    fields = entry["fields"]
    text = next((fields[key] for key in _TEXTS if isinstance(fields.get(key), six.text_type)), None)
    table = kind + "_cards"
    values = [entry.get("pk"), fields.get("draw"), fields.get("pick"), text, fields.get("watermark")]
    tables.add(table, pyx.COLUMNS["black_cards"], values, line_of(fields))
    for key in _SETS:
        named = fields.get(key)
        for number in named if isinstance(named, list) else [named] if named is not None else []:
            _join(tables, kind, number, entry.get("pk"))


def _add_set(tables, entry):
    # type: (pyx.Tables, dict[str, Any]) -> None
    fields, number = entry["fields"], entry.get("pk")
    name = fields.get("name", fields.get("title"))
    values = [number, fields.get("weight"), name, fields.get("description")]
    tables.add("card_set", ("id", "weight", "name", "description"), values, line_of(fields))
    for kind in _KINDS:
        for key in (kind + "_card", kind + "_cards", kind + "cards", kind + "card", kind):
            for card in fields[key] if isinstance(fields.get(key), list) else ():
                _join(tables, kind, number, card)


def _join(tables, kind, set_number, card):
    # type: (pyx.Tables, str, Any, Any) -> None
    tables.add("card_set_%s_card" % kind, ("card_set_id", kind + "_card_id"), [set_number, card])
