"""Reads JSON, and JSON5 where it is not JSON, as plain Python values; texts of JSON that is not too big know
their lines.

Refuses what would cost too much before it is read. A Python without pyjson5 reads JSON5 with hjson, whose
language is a little wider.
"""
from __future__ import unicode_literals

import json
import json.scanner
import re
from collections import OrderedDict
from typing import Any

import six
from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from decks.imports.reading.shapes import FormatError
from decks.limits import JSON5_BYTES, JSON_BRACKETS, JSON_COMMAS, JSON_LINED_COMMAS

try:
    import pyjson5
except ImportError:
    pyjson5 = None  # type: ignore[assignment]
    import hjson

TOO_DEEP = N_("the file is not a deck: its lists are nested too deeply")
_BIG = N_("the file is not a deck: it has %d %s, the limit is %d; split it")
_NEAR = re.compile(r"near (\d+)")
_JSON_PLACE = re.compile(r"\(char (\d+)")
# Reading a number takes the square of its length.
_ENDLESS = re.compile(r"(?<!\d)\d{400}")
_DEPTH = 32


def read(text):
    # type: (str) -> Any
    """The value of a JSON or JSON5 text, objects of objects in the order of the text. Raises FormatError."""
    _check_size(text)
    try:
        return json.loads(text, cls=_Lined if _is_lined(text) else None, object_pairs_hook=_object,
                          parse_int=_whole)
    except RuntimeError:
        raise FormatError(_(TOO_DEEP))
    except ValueError as error:
        problem = six.text_type(error)
    return _read_json5(text, problem)


def lines(text):
    # type: (str) -> list[Any] | None
    """The values of a text with one JSON object on each line, as databases export them; None for other
    texts.
    """
    rows = [row for row in text.split("\n") if row.strip()]
    are_objects = all(row.lstrip()[:1] + row.rstrip()[-1:] == "{}" for row in rows)
    if not are_objects or not 1 < len(rows) <= JSON_BRACKETS:
        return None
    _check_size(text)
    try:
        return [json.loads(row, object_pairs_hook=_object, parse_int=_whole) for row in rows]
    except (ValueError, RuntimeError):
        return None


def line_of(value):
    # type: (Any) -> int
    """The line where the first text in a value of `read` begins, or 0 if that is not known."""
    if isinstance(value, dict):
        value = list(value.values())
    if isinstance(value, list):
        return min([line for line in map(line_of, value) if line] or [0])
    return getattr(value, "line", 0)


def lined(text, line):
    # type: (str, int) -> str
    """The text, which knows that it stands in this line."""
    found = _Text(text)
    found.line = line  # type: ignore[attr-defined]
    return found


class _Text(six.text_type):
    """A text that knows its line."""
    __slots__ = ("line",)


class _Lined(json.JSONDecoder):
    """Gives _Text for text.

    The scanner that asks for each text is the one written in Python, which takes its time.
    """

    def __init__(self, **options):
        # type: (**Any) -> None
        super(_Lined, self).__init__(**options)
        self._read, self._place, self._line = self.parse_string, 0, 1
        self.parse_string = self._text  # type: Any
        self.scan_once = json.scanner.py_make_scanner(self)  # type: ignore[attr-defined]

    def _text(self, document, start, *options):
        # type: (str, int, *Any) -> tuple[str, int]
        found, end = self._read(document, start, *options)
        self._line += document.count("\n", self._place, start)
        self._place = start
        return lined(found, self._line), end


def _is_lined(text):
    # type: (str) -> bool
    return "\n" in text.strip() and text.count(",") <= JSON_LINED_COMMAS


def _check_size(text):
    # type: (str) -> None
    for what, limit, count in (("brackets", JSON_BRACKETS, text.count("[") + text.count("{")),
                               ("commas", JSON_COMMAS, text.count(","))):
        if count > limit:
            raise FormatError(_(_BIG) % (count, what, limit))


def _object(pairs):
    # type: (list[tuple[str, Any]]) -> dict[str, Any]
    # An ordered dict is big on old Pythons, and only packs named by their keys need one.
    return OrderedDict(pairs) if pairs and isinstance(pairs[0][1], dict) else dict(pairs)


def _whole(digits):
    # type: (str) -> int
    if len(digits) > 18:
        raise ValueError(_("a number has %d digits") % len(digits))
    return int(digits)


def _read_json5(text, json_problem):
    # type: (str, str) -> Any
    """The value of a JSON5 text; the error is that of the reader that came farther."""
    if len(text) > JSON5_BYTES or _ENDLESS.search(text):
        raise FormatError(_("the file is not JSON: %s") % json_problem)
    try:
        return _json5_value(text)
    except RuntimeError:
        raise FormatError(_(TOO_DEEP))
    except ValueError as error:
        place, problem = error.args
    found = _JSON_PLACE.search(json_problem)
    if found and int(found.group(1)) >= place:
        raise FormatError(_("the file is not JSON: %s") % json_problem)
    line = text.count("\n", 0, place) + 1
    column = place - text.rfind("\n", 0, place)
    raise FormatError(_("the file is not JSON5: %s: line %d column %d") % (problem, line, column))


if pyjson5 is not None:
    def _json5_value(text):
        # type: (str) -> Any
        """Raises ValueError(place, problem), and RuntimeError when it is nested too deeply."""
        try:
            return pyjson5.decode(text, _DEPTH)
        except pyjson5.Json5NestingTooDeep as error:
            raise RuntimeError(error.args[0])
        except pyjson5.Json5DecoderException as error:
            said = six.text_type(error.args[0])
            near = _NEAR.search(said)
            raise ValueError(int(near.group(1)) - 1 if near else 0, _without_place(said))
else:
    def _json5_value(text):
        # type: (str) -> Any
        """Raises ValueError(place, problem), and RuntimeError when it is nested too deeply."""
        try:
            return hjson.loads(text, object_pairs_hook=_object, parse_int=_whole)
        except hjson.HjsonDecodeError as error:
            raise ValueError(error.pos, error.msg.replace("%r ", ""))
        except IndexError:
            raise ValueError(len(text), _("it ends too early"))
        except ValueError as error:
            raise ValueError(0, six.text_type(error))


def _without_place(said):
    # type: (str) -> str
    said = re.sub(r" ?(?:starting )?near \d+", "", said)
    said = re.sub(r"U\+([0-9a-fA-F]{4,6})", lambda code: '"%s"' % six.unichr(int(code.group(1), 16)), said)
    return re.sub(r"b'(\w+)'", r"\1", said)
