"""Reads lines such as "black.1 = words", with sections or without: INI, properties, and TOML without lists
over several lines. Pure.

The names between points are the keys of objects in objects; a number at the end of a name is one, too.
"""
from __future__ import unicode_literals

import json
import re
from collections import OrderedDict
from typing import Any

import six

from decks.imports.reading.values.json_text import lined
from decks.limits import ROW_LENGTH

_LEAST, _PARTS = 3, 6
_BESIDE = re.compile(r"\s{0,100}(?:[#;!].*)?$")
_SECTION = re.compile(
    r"\s{0,100}\[{1,2}\s{0,20}[\"']?([\w .:-]{1,80}?)[\"']?\s{0,20}\]{1,2}\s{0,100}$", re.UNICODE)
_PAIR = re.compile(
    r"\s{0,100}[\"']?([\w.-]{1,80})[\"']?\s{0,20}=\s{0,20}(?![\[({=>\s]|$)(.{1,%d})$"
    % ROW_LENGTH, re.UNICODE)
_BETWEEN = re.compile(r"\.|[_-](?=\d{1,6}$)")
_LAST = re.compile(r"(.*?[^\d.])(\d{1,6})$")
_ESCAPE = re.compile(r"\\u([0-9a-fA-F]{4})")


def is_one(text, file_name=""):
    # type: (str, str) -> bool
    """Whether all lines of a text are pairs, sections and remarks, and enough of them pairs."""
    pairs = 0
    for line in text.split("\n"):
        if _PAIR.match(line):
            pairs += 1
        elif not _SECTION.match(line) and not _BESIDE.match(line):
            return False
    return pairs >= _LEAST


def read(text):
    # type: (str) -> Any
    """The value of such a text."""
    found = OrderedDict()  # type: OrderedDict[str, Any]
    place = found  # type: Any
    for number, line in enumerate(text.split("\n"), 1):
        section, pair = _SECTION.match(line), _PAIR.match(line)
        if section:
            place = _object(found, section.group(1).split("."), line.lstrip().startswith("[["))
        elif pair:
            key, value = pair.groups()
            parts = [part for part in _BETWEEN.split(_LAST.sub(r"\1.\2", key)) if part][:_PARTS]
            inner = _object(place, parts[:-1])
            if isinstance(inner, dict) and parts:
                inner[parts[-1]] = lined(_bare(value), number)
    return found


def _object(place, keys, is_member=False):
    # type: (Any, list[str], bool) -> Any
    """The object that is reached by these keys, made where it is missing; a new member of a list."""
    for number, key in enumerate(keys, 1):
        last = is_member and number == len(keys)
        inner = place.setdefault(key, [] if last else OrderedDict())
        if isinstance(inner, list) and (last or not inner):
            inner.append(OrderedDict())
        inner = inner[-1] if isinstance(inner, list) else inner
        if not isinstance(inner, dict):
            return {}  # the name of a value, too
        place = inner
    return place


def _bare(value):
    # type: (str) -> str
    """A value without its quotes and escapes."""
    value = value.strip()
    if len(value) > 1 and value[0] == value[-1] == '"':
        try:
            return json.loads(value)
        except ValueError:
            return value[1:-1]
    if len(value) > 1 and value[0] == value[-1] == "'":
        return value[1:-1]
    return _ESCAPE.sub(lambda code: six.unichr(int(code.group(1), 16)), value)
