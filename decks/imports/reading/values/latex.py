r"""Reads LaTeX: the arguments of commands that are called like a kind of cards (\blackcard{...}), and the
items of lists below a heading or in an environment that is. Pure; nothing is executed.
"""
from __future__ import unicode_literals

import re
from collections import OrderedDict
from typing import Any

from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from decks.imports.reading.shapes import FormatError
from decks.imports.reading.values.json_text import lined
from decks.imports.reading.vocabulary import kind_of
from decks.limits import CARD_LENGTH

_IS_ONE = re.compile(r"^\s{0,20}\\(?:documentclass|begin\{|usepackage|(?:sub)?section\*?\{)", re.MULTILINE)
_COMMENT = re.compile(r"(?<!\\)%.*")
_INNER = r"((?:[^{}\\]|\\.|\{(?:[^{}\\]|\\.|\{[^{}]{0,100}\}){0,200}\}){1,%d})" % (2 * CARD_LENGTH)
_FOUND = re.compile(
    r"\\(?:(?:sub)*section|paragraph|chapter|begin)\*?\{([^{}]{1,80})\}"
    r"|\\item\s{1,20}(.{1,%d}?)(?=\s{0,100}(?:\\item\b|\\end\{|\\begin\{|\\(?:sub)*section\b|\Z))"
    r"|\\([A-Za-z]{1,30})\*?\{%s\}" % (2 * CARD_LENGTH, _INNER), re.DOTALL)
_NOTHING = N_("this is LaTeX, and no command or heading in it says which texts are black or white cards")


def is_one(text, file_name):
    # type: (str, str) -> bool
    return _IS_ONE.search(text[:100000]) is not None and (
        file_name.endswith((".tex", ".latex", ".txt", ".cls", ".sty")) or "\\documentclass" in text[:100000])


def read(text):
    # type: (str) -> Any
    """{name of a command or heading: its texts}. Raises FormatError without any."""
    text = "\n".join(_COMMENT.sub("", line) for line in text.split("\n"))
    found, heading = OrderedDict(), ""  # type: OrderedDict[str, list[str]], str
    line, counted = 1, 0
    for part in _FOUND.finditer(text):
        line, counted = line + text.count("\n", counted, part.start()), part.start()
        title, item, command, words = part.groups()
        if title:
            heading = title if kind_of(title) else heading
        elif item and heading:
            found.setdefault(heading, []).append(lined(" ".join(item.split()), line))
        elif command and kind_of(command) and len(command) > 1:
            found.setdefault(command, []).append(lined(" ".join(words.split()), line))
    if not found:
        raise FormatError(_(_NOTHING))
    return found
