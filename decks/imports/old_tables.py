"""Brings the cards of an older Cards Against Django, whose tables stand beside ours, in as decks.

The tables are read and left as they are. A set becomes a draft; the source of its deck says so, and a set
whose deck is there already is left alone, whoever owns that deck by now.
"""
from __future__ import unicode_literals

from typing import Any, Container, Optional, Sequence

from django.contrib.auth import get_user_model

from common.storage import tables
from common.storage.tables import Found
from decks.imports import planning, storing
from decks.imports.formats.xyzzy import pyx
from decks.imports.reading.shapes import FormatError, Parsed, describe
from decks.limits import NAME_LENGTH
from decks.models import DRAFT, Deck

NAME = "old-tables"
SETS, CARDS = "cards_cardset", "cards_%scard"
KINDS = ("black", "white")
NO_SET = "Cards without a set"
_PYX_COLUMNS = {"cardset_id": "card_set_id", "blackcard_id": "black_card_id",
                 "whitecard_id": "white_card_id"}
NOTE = "From the database of an older Cards Against Django."


def names():
    # type: () -> set[str]
    """The set of those tables that this module reads."""
    return {table for table in tables.names() if table in _known() or _joins(table)}


def look():
    # type: () -> Found
    """Found."""
    try:
        parsed, missing = _parsed()
    except FormatError as error:
        return Found(left=["%s and %s: %s" % (CARDS % "black", CARDS % "white", error)])
    if parsed is None:
        return Found()
    owner = _owner()
    steps = ["%s: a draft of %s, with %d black and %d white cards" % (
        pack.name, owner.get_username() if owner else "nobody", len(pack.black), len(pack.white))
        for key, pack in planning.keyed(parsed) if key in missing]
    return Found(steps, [describe(error) for error in parsed.errors])


def bring_in():
    # type: () -> None
    """Do what `look` said; our own tables have their newest form."""
    try:
        parsed, missing = _parsed()
    except FormatError:
        return
    if parsed is not None:
        owner = _owner()
        storing.store(planning.plan(parsed, owner=owner, keys=missing), status=DRAFT, owner=owner)


def _parsed():
    # type: () -> tuple[Optional[Parsed], Container[str]]
    """(Parsed of all sets, or None without any card; the keys of those that have no deck).

    Raises FormatError.
    """
    found, there = pyx.Tables(), tables.names()
    for table in sorted(there):
        for name in filter(None, [_known().get(table), _joins(table)]):
            columns, rows = tables.rows(table)
            for values in rows:
                found.add(name, *_as_pyx(table, columns, values))
    if not any(found.rows[name] for name in ("black_cards", "white_cards")):
        return None, ()
    parsed = pyx.parsed(NAME, found, NO_SET, CARDS)
    parsed = parsed._replace(packs=tuple(pack._replace(source_note=NOTE) for pack in parsed.packs))
    return parsed, {key for key, _ in planning.keyed(parsed)} - _brought_in(there)


def _known():
    # type: () -> dict[str, str]
    """{our name of a table: that of pyx.COLUMNS}."""
    return dict({CARDS % kind: "%s_cards" % kind for kind in KINDS}, **{SETS: "card_set"})


def _joins(table):
    # type: (str) -> Optional[str]
    """The name in pyx.COLUMNS of a table that says which cards a set has; None for others."""
    if not table.startswith("cards_") or table in _known():
        return None
    columns = tables.columns(table)
    return next(("card_set_%s_card" % kind for kind in KINDS
                 if {"cardset_id", kind + "card_id"} <= columns), None)


def _as_pyx(table, columns, values):
    # type: (str, Sequence[str], Sequence[Any]) -> tuple[list[str], list[Any]]
    """(columns, values) of a row, with the names that pyx reads."""
    row = dict(zip(columns, values))
    if table == SETS:
        row["name"] = (row.get("name") or "").strip() or "Set %s" % row["id"]
        if len(row["name"]) > NAME_LENGTH:
            row["description"] = ("%s\n%s" % (row["name"], row.get("description") or "")).strip()
            row["name"] = row["name"][:NAME_LENGTH]
    row = {_PYX_COLUMNS.get(column, column): value for column, value in row.items()}
    return list(row), list(row.values())


def _brought_in(there):
    # type: (set[str]) -> set[str]
    """The keys of the sets that have a deck. The table of decks may still have an older form."""
    if Deck._meta.db_table not in there:
        return set()
    sources = Deck.with_staged.filter(source__startswith=NAME + "/").values_list("source", flat=True)
    return {source[len(NAME) + 1:] for source in sources}


def _owner():
    # type: () -> Any
    """The first superuser, or None."""
    users = get_user_model().objects
    if users.model._meta.db_table not in tables.names():
        return None
    return users.filter(is_superuser=True, is_active=True).order_by("pk").first()
