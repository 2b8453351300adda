"""Reads files of LibreOffice and of Word: the sheets of an ODS file, the paragraphs of an ODT or DOCX file.

They are archives with one XML file that matters. The archive is measured before it is unpacked, and what
defines entities is refused.
"""
from __future__ import unicode_literals

import io
import zipfile
from typing import Any, Dict, Iterator, List, Tuple
from xml.parsers import expat

from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from decks.imports.reading import archive
from decks.imports.reading.shapes import FormatError
from decks.limits import DECK_CARDS, SHEET_COLUMNS, XML_DEPTH

_WORD, _OPEN = "word/document.xml", "content.xml"
_ODS = b"application/vnd.oasis.opendocument.spreadsheet"
_ODT = b"application/vnd.oasis.opendocument.text"
_BROKEN = N_("the document is damaged; save it again, or as .xlsx, .csv or plain text")


def is_sheets(content):
    # type: (bytes) -> bool
    """Whether this is an ODS file."""
    return _type(content) == _ODS


def is_text(content):
    # type: (bytes) -> bool
    """Whether this is an ODT or DOCX file."""
    if not archive.is_one(content):
        return False
    return _type(content) == _ODT or _WORD.encode("ascii") in content and b"[Content_Types].xml" in content


def _type(content):
    # type: (bytes) -> bytes
    """What an OpenDocument file says that it is; its first part does."""
    if not archive.is_one(content) or b"mimetype" not in content[:100]:
        return b""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts, parts.open("mimetype") as part:
            return part.read(100).strip()
    except (zipfile.BadZipfile, KeyError, ValueError, EnvironmentError, NotImplementedError, RuntimeError):
        return b""


def sheets(content):
    # type: (bytes) -> Iterator[Tuple[str, Iterator[Tuple[int, List[str]]]]]
    """(title, (number, cells) of each row that is not empty) of each sheet. Raises FormatError."""
    reader = _Sheets()
    parse_xml(_part(content, _OPEN), reader.start, reader.end, reader.words)
    for title, rows in reader.found:
        yield title, iter(rows)


def text(content):
    # type: (bytes) -> str
    """The paragraphs of a document, one on each line. Raises FormatError."""
    reader = _Paragraphs()
    parse_xml(_part(content, _WORD if _WORD.encode("ascii") in content else _OPEN),
           reader.start, reader.end, reader.words)
    return "".join(reader.found)


def _part(content, name):
    # type: (bytes, str) -> bytes
    archive.check(content, "document")
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as parts:
            return parts.read(name)
    except (zipfile.BadZipfile, KeyError, ValueError, EnvironmentError, NotImplementedError, RuntimeError):
        raise FormatError(_(_BROKEN))


def parse_xml(content, start, end, words):
    # type: (bytes, Any, Any, Any) -> None
    """Call start(name, attributes), end(name) and words(text) for what is in an XML file, names without their
    prefixes. Raises FormatError.
    """
    parser = expat.ParserCreate()
    parser.buffer_text = True
    parser.EntityDeclHandler = _no_entities
    depth = [0]

    def begin(name, said):
        # type: (str, Dict[str, str]) -> None
        depth[0] += 1
        if depth[0] > XML_DEPTH:
            raise FormatError(_(_BROKEN))
        start(name.split(":")[-1], {key.split(":")[-1]: value for key, value in said.items()})

    def finish(name):
        # type: (str) -> None
        depth[0] -= 1
        end(name.split(":")[-1])
    parser.StartElementHandler, parser.EndElementHandler, parser.CharacterDataHandler = begin, finish, words
    try:
        parser.Parse(content, True)
    except expat.ExpatError:
        raise FormatError(_(_BROKEN))


def _no_entities(*found):
    # type: (*Any) -> None
    raise FormatError(_(_BROKEN))


class _Paragraphs(object):
    """The words of a document, a line for each paragraph."""

    def __init__(self):
        # type: () -> None
        self.found, self.beside = [], 0  # type: List[str], int

    def start(self, name, said):
        # type: (str, Dict[str, str]) -> None
        self.beside += name in ("annotation", "instrText", "delText", "tracked-changes")
        if name in ("br", "tab", "s", "line-break") and not self.beside:
            self.found.append(" ")

    def end(self, name):
        # type: (str) -> None
        self.beside -= name in ("annotation", "instrText", "delText", "tracked-changes")
        if name in ("p", "h"):
            self.found.append("\n")

    def words(self, words):
        # type: (str) -> None
        if not self.beside and words.strip("\n\r\t"):
            self.found.append(words.replace("\n", " "))


class _Sheets(object):
    """The rows of all sheets, of which one may say how often it, or a cell of it, is repeated."""

    def __init__(self):
        # type: () -> None
        self.found = []  # type: List[Tuple[str, List[Tuple[int, List[str]]]]]
        self.cells, self.number, self.repeated = [], 0, 1  # type: List[str], int, int
        self.cell, self.times, self.beside = None, 1, 0  # type: Any, int, int

    def start(self, name, said):
        # type: (str, Dict[str, str]) -> None
        if name == "table":
            self.found.append((said.get("name", ""), []))
            self.number = 0
        elif name == "table-row":
            self.cells, self.repeated = [], _times(said.get("number-rows-repeated"), DECK_CARDS)
        elif name in ("table-cell", "covered-table-cell"):
            self.cell, self.times = [], _times(said.get("number-columns-repeated"), SHEET_COLUMNS)
        elif name == "annotation":
            self.beside += 1
        elif name in ("s", "tab", "line-break") and self.cell is not None and not self.beside:
            self.cell.append("\n" if name == "line-break" else " ")
        elif name == "p" and self.cell and not self.beside:
            self.cell.append("\n")

    def end(self, name):
        # type: (str) -> None
        if name in ("table-cell", "covered-table-cell") and self.cell is not None:
            left = SHEET_COLUMNS - len(self.cells)
            self.cells.extend(["".join(self.cell)] * min(self.times, left))
            self.cell = None
        elif name == "annotation":
            self.beside -= 1
        elif name == "table-row" and self.found:
            if any(self.cells) and len(self.found[-1][1]) <= DECK_CARDS:
                self.found[-1][1].append((self.number + 1, self.cells))
            self.number += self.repeated

    def words(self, words):
        # type: (str) -> None
        if self.cell is not None and not self.beside:
            self.cell.append(words)


def _times(said, most):
    # type: (Any, int) -> int
    return min(int(said), most) if said and said.isdigit() and len(said) < 9 else 1
