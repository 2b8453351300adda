"""Reads the values of rows in SQL: strings of all databases, numbers, truth, and what dumps put around them.

Pure; looks at most at ROW_LENGTH characters of a row.
"""
from __future__ import unicode_literals

import re
from typing import Any

import six

from common.compat import gettext
from decks.limits import ROW_LENGTH

MOST_VALUES = 200

_END = r"\s*(?:::\s*[\w ]{1,40})?\s*([,)])"
_PLAIN = re.compile(r"\s*(?:N|_\w{1,20}\s?)?'([^']*(?:''[^']*)*)'" + _END)
_ESCAPED = re.compile(r"\s*(?:E|N|_\w{1,20}\s?)?'([^'\\]*(?:(?:''|\\.)[^'\\]*)*)'" + _END, re.DOTALL)
_IS_ESCAPED = re.compile(r"\s*[eE]'")
_DOUBLE = re.compile(r'\s*"([^"\\]*(?:(?:""|\\.)[^"\\]*)*)"' + _END, re.DOTALL)
# SQLite writes line breaks so: replace('a\nb','\n',char(10)), or unistr('a\u000ab').
_REPLACED = re.compile(
    r"\s*((?:replace\(){1,4})'([^']*(?:''[^']*)*)'((?:,'\\[nr]',char\(1[03]\)\)){1,4})" + _END)
_UNISTR = re.compile(r"\s*unistr\('([^']*(?:''[^']*)*)'\)" + _END)
_OTHER = re.compile(r"\s*(?:(NULL|DEFAULT)|(true|false)|(-?\d{1,18}(?:\.\d{1,18})?(?:e[-+]?\d{1,3})?)"
                    r"|b'([01])'|[xX]'([0-9a-fA-F]*)'|0x([0-9a-fA-F]+))" + _END, re.IGNORECASE)
_ESCAPE = re.compile(r"\\(x[0-9a-fA-F]{1,2}|u[0-9a-fA-F]{4}|[0-7]{1,3}|.)", re.DOTALL)
_UNICODE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|\+([0-9a-fA-F]{6})|([0-9a-fA-F]{4})|(\\))")
_LETTERS = {"b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t", "v": "\v", "Z": "\x1a"}
_PIECES = (re.compile(r"'[^']*'|[()]|[^'()]+"),
           re.compile(r"'[^'\\]*(?:\\.[^'\\]*)*'|\"[^\"\\]*(?:\\.[^\"\\]*)*\"|[()]|[^'\"()]+", re.DOTALL))


def row(text, place, escapes):
    # type: (str, int, bool) -> tuple[list[Any], str, int]
    """(values, "", place after the row), or ([], problem, place) of the row whose values begin at a place.

    `escapes` says whether a backslash in a plain string begins an escape. Values are texts and None.
    """
    values, closing, end = [], ",", min(len(text), place + ROW_LENGTH)  # type: list[Any], str, int
    while closing == ",":
        found = _value(text, place, end, escapes) if len(values) < MOST_VALUES else None
        if found is None:
            return [], gettext("value %d of the row cannot be read") % (len(values) + 1), place
        value, closing, place = found
        values.append(value)
    return values, "", place


def end_of_row(text, place, escapes, statement_end):
    # type: (str, int, bool, int) -> int
    """The place after the parenthesis that closes the row which begins at a place; 0 when there is none
    before the statement ends.
    """
    depth = 1
    for piece in _PIECES[escapes].finditer(text, place, min(statement_end, place + ROW_LENGTH)):
        depth += {"(": 1, ")": -1}.get(piece.group(), 0)
        if not depth:
            return piece.end()
    return 0


def field(raw):
    # type: (str) -> str | None
    """The value of a field in a COPY block."""
    return None if raw == "\\N" else unescaped(raw)


def unescaped(raw):
    # type: (str) -> str
    """A text whose escapes begin with a backslash."""
    return _ESCAPE.sub(_character, raw) if "\\" in raw else raw


def _value(text, place, end, escapes):
    # type: (str, int, int, bool) -> tuple[str | None, str, int] | None
    """(value, "," or ")", place after it), or None where it cannot be read."""
    if escapes or _IS_ESCAPED.match(text, place, end):
        found = _ESCAPED.match(text, place, end)
        if found:
            return unescaped(found.group(1).replace("''", "'")), found.group(2), found.end()
        found = _DOUBLE.match(text, place, end)
        if found:
            return unescaped(found.group(1).replace('""', '"')), found.group(2), found.end()
    found = _PLAIN.match(text, place, end)
    if found:
        return found.group(1).replace("''", "'"), found.group(2), found.end()
    return _called(text, place, end) or _other(text, place, end)


def _called(text, place, end):
    # type: (str, int, int) -> tuple[str | None, str, int] | None
    found = _REPLACED.match(text, place, end)
    if found:
        value = found.group(2).replace("''", "'")
        for letter, mark in (("n", "\n"), ("r", "\r")):
            value = value.replace("\\" + letter, mark) if "\\" + letter in found.group(3) else value
        return value, found.group(4), found.end()
    found = _UNISTR.match(text, place, end)
    if found:
        return _UNICODE.sub(_code_point, found.group(1).replace("''", "'")), found.group(2), found.end()
    return None


def _other(text, place, end):
    # type: (str, int, int) -> tuple[str | None, str, int] | None
    found = _OTHER.match(text, place, end)
    if found is None:
        return None
    _, truth, digits, bit, quoted, plain, closing = found.groups()
    digits_of_text = quoted or plain
    if digits_of_text:
        raw = bytearray.fromhex(digits_of_text[:len(digits_of_text) // 2 * 2])
        return bytes(raw).decode("utf-8", "replace"), closing, found.end()
    return truth or digits or bit, closing, found.end()


def _character(match):
    # type: (Any) -> str
    what = match.group(1)
    if what[0] in "xu" and len(what) > 1:
        return six.unichr(int(what[1:], 16))
    if what[0] in "01234567":
        return six.unichr(int(what, 8)) if what != "0" else ""
    return _LETTERS.get(what, what)


def _code_point(match):
    # type: (Any) -> str
    code = match.group(1) or match.group(2) or match.group(3)
    if not code:
        return "\\"
    return six.text_type(("\\U%08x" % int(code, 16)).encode("ascii").decode("unicode-escape"))
