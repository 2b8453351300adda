"""Finds the data in source files of any language: lists, objects and calls that hold nothing but texts,
numbers and each other. Nothing is executed, and lines of code are never data.

Pure, and linear in the size of the text.
"""

from __future__ import unicode_literals

import re
from collections import OrderedDict
from typing import Any, Dict, List, Optional, Tuple

import six
from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from decks.imports.generic.records.source_frames import GARBAGE, Frame
from decks.imports.reading.shapes import FormatError
from decks.imports.reading.vocabulary import kind_of

ENDINGS = tuple(
    ".js .mjs .cjs .jsx .ts .tsx .rb .py .php .java .kt .swift .cs .go .rs .lua .coffee .scala .dart .pl "
    ".ex .exs .c .h .cpp .m .vue .yml .yaml .clj .hs .elm .r .toml .cljs .edn .lisp .el .scm".split()
)
# Texts beside each other are members of a list there, and one text elsewhere.
_WITHOUT_COMMAS = (".clj", ".cljs", ".edn", ".coffee", ".lisp", ".el", ".scm")
NOTHING = (
    N_("this looks like a program, and there is no list of cards in it that can be read as data (nothing of "
       "it is executed)")
)
_TOKEN = re.compile(
    r"(?P<comment>//[^\n]*|/\*.*?\*/|(?:(?<=\s)|^)#(?![{\[])[^\n]*|<!--.*?-->)"
    r"|(?P<long>\"\"\".*?\"\"\"|'''.*?''')"
    r"|(?P<text>[bBuU@$]?\"(?:[^\"\\\n]|\\.)*\"|[bBuU]?'(?:[^'\\\n]|\\.)*'|`(?:[^`\\]|\\.)*`)"
    r"|(?P<number>-?\d{1,18}(?:\.\d{1,18})?(?![\w.]))|(?P<symbol>:[A-Za-z_]\w{0,60}(?!\w*:))"
    r"|(?P<name>[A-Za-z_$][\w$]*(?:(?:\.|::|->)[A-Za-z_$][\w$]*)*[!?]?)"
    r"|(?P<arrow>=>|->)|(?P<space>\s+)|(?P<sign>.)",
    re.DOTALL,
)
_ESCAPE = re.compile(r"\\(u\{[0-9a-fA-F]{1,6}\}|u[0-9a-fA-F]{4}|x[0-9a-fA-F]{2}|\n|.)", re.DOTALL)
_LETTERS = {"n": "\n", "r": "\r", "t": "\t", "b": "", "f": "", "0": "", "\n": ""}
_CONSTANTS = {"true": True, "false": False, "null": None, "none": None, "nil": None, "undefined": None}
_WORDS = {
    "var",
    "let",
    "const",
    "val",
    "new",
    "return",
    "export",
    "default",
    "public",
    "private",
    "static",
    "final",
    "readonly",
    "local",
    "my",
    "our",
    "await",
    "array",
    "list",
    "dict",
    "tuple",
    "set",
    "freeze",
}
# Calls whose texts are said to programmers, or are names of files: no data.
_SAYING = set(
    "log debug info warn warning error fatal trace print println printf fprintf puts echo alert raise "
    "exception typeerror valueerror throw assert expect describe it test require include import "
    "addeventlistener queryselector getelementbyid".split()
)
# Methods of a text that leave it as it is, for us, and those that part it into a list.
_LEAVING = set("strip trim trimindent trimmargin dedent to_string tostring to_owned into freeze".split())
_PARTING = set("split splitlines lines explode".split())
_BETWEEN = ("\n", "|", ";", ",")
_OPEN, _CLOSE = "([{", ")]}"
_DEPTH, _MOST_TOKENS = 60, 3000000


def document(text, file_name=""):
    # type: (str, str) -> Dict[str, Any]
    """{name: data, or the list of data of that name} of a source file. Raises FormatError."""
    reader = _Reader(file_name.lower().endswith(_WITHOUT_COMMAS))
    for number, found in enumerate(_TOKEN.finditer(text)):
        if number > _MOST_TOKENS:
            raise FormatError(_("the file has too many words; split it"))
        reader.take(found.lastgroup or "", found.group())
    return reader.result()


class _Reader(object):
    def __init__(self, are_members=False):
        # type: (bool) -> None
        self._stack = [Frame("", "", None)]
        self._are_members = are_members  # texts without a comma between

    def take(self, kind, token):
        # type: (str, str) -> None
        """Read one token."""
        top = self._stack[-1]
        if kind in ("text", "long"):
            if self._are_members and top.filled and top.bracket == "[":
                top.end()
            top.put(_text(token, kind == "long"))
        elif kind == "number":
            top.put(float(token) if "." in token else int(token))
        elif kind == "symbol":
            top.put(token[1:])
        elif kind == "name":
            self._name(top, token)
        elif kind == "arrow" or token in ":=":
            self._key(top)
        elif token in _OPEN and kind == "sign":
            self._open(top, token)
        elif token in _CLOSE and kind == "sign":
            self._close()
        elif token in ",;":
            top.end()
        elif token in "+." and top.filled:
            top.joining = True
        elif kind == "space":
            self._space(top, token)
        elif kind == "sign" and token not in "|&%":
            top.value, top.filled = GARBAGE, True

    def result(self):
        # type: () -> Dict[str, Any]
        while len(self._stack) > 1:
            self._close()
        self._stack[0].end()
        names = OrderedDict()  # type: OrderedDict[str, List[Any]]
        for name, value in self._stack[0].found:
            names.setdefault(name, []).append(value)
        return OrderedDict(
            (name, values[0] if len(values) == 1 and isinstance(values[0], (dict, list)) else values)
            for name, values in names.items()
        )

    def _space(self, top, token):
        # type: (Frame, str) -> None
        """A line that ends a statement, or goes on where a sign follows."""
        if len(self._stack) > 1 or "\n" not in token or top.joining:
            return
        if top.entry_key is None:
            top.next()
        top.line_ended = top.filled

    def _name(self, top, token):
        # type: (Frame, str) -> None
        word = token.lower()
        if top.line_ended:
            top.end()  # `title = "Tea"` and on the next line `black = [...]`
        if word in _CONSTANTS:
            top.put(_CONSTANTS[word])
        elif word not in _WORDS:
            top.name = token

    def _key(self, top):
        # type: (Frame) -> None
        """What was read is the key of what follows."""
        if top.entry_key is not None and not top.filled and not top.name:
            return  # the second sign of "==" or "::"
        key = top.value if top.filled and isinstance(top.value, (six.text_type, int)) else top.name
        if key == "" and top.entry_key is not None:
            key = top.entry_key  # a type stands between the name and its value
        top.next()
        top.entry_key = "%s" % key if key != "" else None

    def _open(self, top, token):
        # type: (Frame, str) -> None
        if len(self._stack) > _DEPTH:
            raise FormatError(_("the file is not a deck: its lists are nested too deeply"))
        call = top.name if token == "(" else ""
        self._stack.append(Frame(token, call, top.entry_key or (top.name if token == "[" else None)))
        top.name = ""

    def _close(self):
        # type: () -> None
        if len(self._stack) == 1:
            return
        frame = self._stack.pop()
        frame.end()
        parent, data = self._stack[-1], frame.data()
        if parent.joining and self._is_of_text(parent, re.split(r"\W", frame.call.lower())[-1], data):
            return
        if frame.bracket == "[" and (data is GARBAGE and not frame.garbage or frame.is_size()):
            parent.name = parent.name or frame.key or ""
            return  # the brackets of a type, or the size of what is below this name
        if data is GARBAGE or re.split(r"\W", frame.call.lower())[-1] in _SAYING:
            data = GARBAGE
            parent.found.extend(frame.found)
        elif frame.call or isinstance(data, (dict, list)):
            is_named = not parent.bracket and isinstance(data, list) and len(data) > 1 and kind_of(frame.key)
            beside = frame.key if is_named else ""
            parent.found.append((parent.entry_key or frame.call or beside or "", data))
        if data is GARBAGE and not frame.call and not parent.bracket and parent.entry_key is not None:
            parent.value, parent.filled, parent.name = None, False, ""  # a type between a name and its value
        elif frame.call and parent.bracket in ("", "{") or not parent.bracket:
            parent.next()  # a statement of a program, not a value in a list
        else:
            parent.put(data)


    def _is_of_text(self, parent, method, argument):
        # type: (Frame, str, Any) -> bool
        """Whether this was the call of a method of the text before it that leaves or parts it."""
        text = parent.value
        if not isinstance(text, six.text_type) or method not in _LEAVING | _PARTING:
            return False
        parent.joining, parent.name = False, ""
        if method in _PARTING:
            between = argument if argument in _BETWEEN else "\n"
            parts = [part for part in text.split(between) if part.strip()]
            parent.found.append((parent.entry_key or "", parts))
            parent.next()
        return True


def _text(token, is_long):
    # type: (str, bool) -> Any
    """The text of a literal; one that a program fills is none."""
    token = token.lstrip("bBuU@$") if token[0] not in "\"'`" else token
    inner = token[3:-3] if is_long else token[1:-1]
    if "${" in inner or "#{" in inner:
        return GARBAGE
    return _ESCAPE.sub(_character, inner) if "\\" in inner else inner


def _character(match):
    # type: (Any) -> str
    what = match.group(1)
    if what[0] in "ux" and len(what) > 1:
        code = int(what.strip("ux{}"), 16)
        return six.unichr(code) if code <= 0xFFFF else match.group()
    return _LETTERS.get(what, what)
