"""Reads files of translations (PO of gettext) as a list of their entries. Pure."""
from __future__ import unicode_literals

import json
import re
from collections import OrderedDict
from typing import Any

from decks.imports.reading.values.json_text import lined

_BEGINS = re.compile(r"^msgid \"", re.MULTILINE)
_PART = re.compile(r"(msgctxt|msgid|msgstr)(?:\[0\])? (\".*\")\s{0,100}$")
_MORE = re.compile(r"\".*\"\s{0,100}$")


def is_one(text, file_name=""):
    # type: (str, str) -> bool
    return _BEGINS.search(text) is not None and "\nmsgstr" in text


def read(text):
    # type: (str) -> Any
    """[{"msgctxt", "msgid", "msgstr"}] without those that are empty; a text that is not translated has
    itself as its translation.
    """
    entries, entry, last = [], OrderedDict(), ""  # type: list[Any], OrderedDict[str, Any], str
    for number, line in enumerate(text.split("\n"), 1):
        part = _PART.match(line)
        if part and part.group(1) in entry or part and part.group(1) == "msgctxt":
            entries.append(entry)
            entry = OrderedDict()
        if part:
            last = part.group(1)
            entry[last] = lined(_said(part.group(2)), number)
        elif last and _MORE.match(line):
            entry[last] = lined(entry[last] + _said(line.strip()), entry[last].line)
        else:
            last = ""
    entries.append(entry)
    return [dict(one, msgstr=one.get("msgstr") or one["msgid"]) for one in entries if one.get("msgid")]


def _said(quoted):
    # type: (str) -> str
    try:
        return json.loads(quoted.strip())
    except ValueError:
        return quoted.strip()[1:-1]
