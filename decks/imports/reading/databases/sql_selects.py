"""Reads rows of SQL that are written as SELECT 'a', 1 UNION ALL SELECT 'b', 2;

Pure; looks at most at ROW_LENGTH characters of a row.
"""
from __future__ import unicode_literals

import re
from typing import Any

from common.compat import gettext
from decks.imports.reading.databases import sql_values
from decks.limits import ROW_LENGTH

_AFTER = (
    r"(?:::\s*[\w ]{1,40})?"
    r"(?:\s+(?:AS\s+)?(?!UNION\b|FROM\b)[\"'`\[]?(\w{1,60})[\"'`\]]?)?(?:\s+FROM\s+\w{1,60})?"
    r"\s*(,|UNION(?:\s+ALL)?\s+SELECT\b|;|\Z)")
_PLAIN = r"(?:E|N|_\w{1,20}\s?)?'[^']*(?:''[^']*)*'"
_ESCAPED = r"(?:E|N|_\w{1,20}\s?)?'[^'\\]*(?:(?:''|\\.)[^'\\]*)*'|\"[^\"\\]*(?:(?:\"\"|\\.)[^\"\\]*)*\""
_CELLS = tuple(
    re.compile(r"\s*(%s|NULL|true|false|-?\d{1,18}(?:\.\d{1,18})?)%s" % (string, _AFTER),
               re.IGNORECASE | re.DOTALL)
    for string in (_PLAIN, _ESCAPED))
_NEXT = re.compile(r"\bUNION(?:\s{1,40}ALL)?\s{1,40}SELECT\b|;[ \t]*\n", re.IGNORECASE)


def row(text, place, escapes):
    # type: (str, int, bool) -> tuple[list[Any], tuple[str, ...], str, int, bool]
    """(values, their names, problem, place after the row, whether another row comes) of the row whose values
    begin at a place.
    """
    values, names, end = [], [], min(len(text), place + ROW_LENGTH)  # type: list[Any], list[str], int
    start = place
    while len(values) < sql_values.MOST_VALUES:
        found = _CELLS[escapes].match(text, place, end)
        if found is None or found.end() == end < len(text):
            break
        value, _, _ = sql_values.row(found.group(1) + ")", 0, escapes)
        values.extend(value or [None])
        names.append((found.group(2) or "").lower())
        place = found.end()
        if found.group(3) != ",":
            return values, tuple(names), "", place, found.group(3)[:1] not in ("", ";")
    following = _NEXT.search(text, start)
    problem = gettext("value %d of the row cannot be read") % (len(values) + 1)
    if following is None:
        return [], (), problem, len(text), False
    return [], (), problem, following.end(), following.group()[0] != ";"
