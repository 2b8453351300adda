# coding: utf-8
"""What an import would do, told to people before anything is stored: in short for a page, and row by row for
a report.

Reads only. The page's part is plain JSON and bounded, however big the file is; the report is complete.
"""
from __future__ import unicode_literals

import re
from collections import Counter, OrderedDict
from typing import Any, Container, Iterator

from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from decks.imports import planning, telling
from decks.imports.comparing import (
    ADD,
    CHANGED,
    DOUBLE,
    GONE,
    MODES,
    NEAR,
    NEW,
    ONLY_NEW,
    REPLACE,
    SAME,
    Card,
    Changes,
    Nearness,
    Row,
    Stored,
)
from decks.imports.reading.shapes import Parsed
from decks.limits import ADULT, DECK_CARDS
from decks.models import PUBLISHED, REVIEW

TOO_LONG, BROKEN = N_("too long"), N_("broken")
# In the order in which people want to know of them.
ROW_STATUSES = (TOO_LONG, BROKEN, NEAR, DOUBLE, CHANGED, GONE, NEW, SAME)
PAGE_ROWS = 200
# The page has so many rows of each status, before one status takes what is left of it.
STATUS_ROWS = PAGE_ROWS // len(ROW_STATUSES)
# More packs than this are not for choosing among by ticks.
PAGE_DECKS = 300
_TOO_MANY = N_("There are too many cards to look for all that read nearly alike.")
_REASONS = {NEAR: N_("reads nearly like “%s” (%s)"),
            DOUBLE: N_("stands in the file already: “%s” (%s)"),
            GONE: N_("stays, unless the cards are replaced")}
_LIMITS = N_("it has %d characters, the limit is %d"), N_("it has %d characters, the limit for a row is %d")


def plan_for(parsed, deck, owner, mode=REPLACE, rating=ADULT, language="en", keys=None, nearness=None,
             chosen=None):
    # type: (Parsed, Any, Any, str, str, str, Container[str] | None, Nearness | None, planning.Chosen | None) -> planning.Plan
    """The planning.Plan of an import into this deck, or (None) into decks of this owner (None:
    the site's). The others are those of planning.plan.
    """
    if nearness is None and mode == ONLY_NEW:
        nearness = Nearness()
    if deck is not None:
        return planning.plan_into(deck, parsed, mode, keys, nearness)
    return planning.plan(parsed, rating, language, owner, mode, keys, nearness, chosen)


def of(parsed, deck, owner, rating, language):
    # type: (Parsed, Any, Any, str, str) -> tuple[dict[str, Any], list[dict[str, Any]]]
    """(summary, [row]): what the page shows of it, and every row of the plan (`rows`).

    The summary is {"format", "read_as", "proposal": as in Parsed, "notes", "odd": [text],
    "samples": {"black": [text], "white": [text]}, "counts": {row status: number},
    "black", "white": numbers of cards in the file,
    "decks": [{"key", "name", "status", "black", "white", "rating", "language", "exists", "rated": whether
     the rating is a reviewer's to change, "left_out": number of its rows that cannot be used}],
     "modes": {mode: {"added", "removed"}}, only where there is a deck already that would change,
     "rows": [{"pack", "kind", "row", "line", "status", "text", "reason"}], at most PAGE_ROWS,
     "more": how many rows there are besides}
    """
    nearness = Nearness()
    plan = plan_for(parsed, deck, owner, REPLACE, rating, language, nearness=nearness)
    table = list(rows(plan))
    found = Counter(row["status"] for row in table)
    told = _on_the_page(table)
    left_out = Counter(error.pack for error in plan.errors)
    return {
        "format": parsed.format, "read_as": telling.read_as(parsed), "odd": telling.odd(parsed),
        "samples": dict(zip(("black", "white"), telling.samples(parsed))), "proposal": parsed.proposal,
        "notes": list(parsed.notes) + ([] if nearness.left else [_(_TOO_MANY)]),
        "counts": OrderedDict((status, found[status]) for status in ROW_STATUSES),
        "black": sum(len(pack.black) for pack in parsed.packs),
        "white": sum(len(pack.white) for pack in parsed.packs),
        "decks": [_deck(planned, left_out[planned.pack.name]) for planned in plan.decks] if deck is None
        else _packs(parsed),
        "modes": _modes(plan),
        "rows": told, "more": len(table) - found[SAME] - len(told)}, table


def rows(plan):
    # type: (planning.Plan) -> Iterator[dict[str, Any]]
    """Every row of a plan as a dict like those of the summary; decks that have not changed since have none.

    `row` and `line` are 0 where there is none, `text` is empty where it cannot be used, `reason` where it
    goes without saying.
    """
    limits = [re.compile(re.escape(_(limit)).replace(re.escape("%d"), "[0-9]+")) for limit in _LIMITS]
    for error in plan.errors:
        too_long = any(limit.search(error.problem) for limit in limits)
        yield {"pack": error.pack, "kind": error.kind, "row": error.row, "line": error.line,
               "status": TOO_LONG if too_long else BROKEN, "text": "", "reason": error.problem}
    for planned in plan.decks:
        for row in planned.changes.rows:
            card = row.card
            pack, number, line = (planned.pack.name, 0,
                                  0) if isinstance(card, Stored) else (card.pack, card.row, card.line)
            yield {"pack": pack, "kind": card.kind, "row": number, "line": line, "status": row.status,
                   "text": card.text,
                   "reason": _reason(row)}


def _on_the_page(table):
    # type: (list[dict[str, Any]]) -> list[dict[str, Any]]
    """At most PAGE_ROWS of these rows in the order of ROW_STATUSES, some of each status but SAME."""
    first, later, seen = [], [], Counter()  # type: list[dict[str, Any]], list[dict[str, Any]], Counter[str]
    for row in sorted(table, key=_rank):
        seen[row["status"]] += 1
        if row["status"] != SAME:
            (first if seen[row["status"]] <= STATUS_ROWS else later).append(row)
    return sorted((first + later)[:PAGE_ROWS], key=_rank)


def _rank(row):
    # type: (dict[str, Any]) -> int
    return ROW_STATUSES.index(row["status"])


def _reason(row):
    # type: (Row) -> str
    """Why a row is not simply new or the same, in words."""
    if row.status == CHANGED:
        return _changes(row.card, row.other)
    words = _(_REASONS[row.status]) if row.status in _REASONS else ""
    return words % (row.other.text, _place(row.other, row.card)) if row.other else words


def _changes(card, old):
    # type: (Any, Any) -> str
    said = [_("text changed from “%s”") % old.text] if card.text != old.text else []
    for fact in (N_("pick"), N_("draw"), N_("tags"), N_("attribution")):
        before, after = [_("none") if value == "" else value
                         for value in (getattr(old, fact), getattr(card, fact))]
        if before != after:
            said.append(_("%s changed from %s to %s") % (_(fact), before, after))
    return "; ".join(said)


def _place(other, card):
    # type: (Card, Any) -> str
    """Where another card is, for somebody who looks at this one."""
    if isinstance(other, Stored):
        return _("in the deck")
    place = _("line %d") % other.line if other.line else "%s %d" % (_(other.kind), other.row)
    return place if other.pack == card.pack else _("%s of %s") % (place, other.pack)


def _deck(planned, left_out):
    # type: (planning.PlannedDeck, int) -> dict[str, Any]
    pack = planned.pack
    return {"key": planned.key, "name": pack.name, "status": planned.status, "black": len(pack.black),
            "white": len(pack.white), "rating": pack.rating, "language": pack.language,
            "exists": planned.deck.name if planned.deck is not None else "",
            "rated": planned.deck is not None and planned.deck.status in (REVIEW, PUBLISHED),
            "left_out": left_out}


def _packs(parsed):
    # type: (Parsed) -> list[dict[str, Any]]
    return [{"key": key, "name": pack.name, "status": "", "black": len(pack.black), "white": len(pack.white),
             "rating": "", "language": "", "exists": ""} for key, pack in planning.keyed(parsed)]


def _modes(plan):
    # type: (planning.Plan) -> dict[str, dict[str, int]]
    """What each mode would do, from the plan to replace: how a card compares with the deck is the same in all
    of them.
    """
    changed = [planned.changes for planned in plan.decks if planned.status == planning.CHANGED]
    if not changed:
        return {}
    return {mode: _together([_moved(changes, mode) for changes in changed]) for mode in MODES}


def _moved(changes, mode):
    # type: (Changes, str) -> dict[str, int]
    """How many cards come and go in a deck that exists; a card with other words does neither."""
    counts = Counter(row.status for row in changes.rows)
    if mode == REPLACE:
        return {"added": counts[NEW] + counts[NEAR] + counts[DOUBLE], "changed": counts[CHANGED],
                "removed": counts[GONE]}
    added = counts[NEW] + (counts[NEAR] if mode == ADD else 0)
    if counts[SAME] + counts[CHANGED] + counts[GONE] + added > DECK_CARDS:
        return {"added": 0, "changed": 0, "removed": 0}
    return {"added": added, "changed": counts[CHANGED] if mode == ADD else 0, "removed": 0}


def _together(parts):
    # type: (list[dict[str, int]]) -> dict[str, int]
    return {name: sum(part[name] for part in parts) for name in ("added", "changed", "removed")}
