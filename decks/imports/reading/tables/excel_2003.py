"""Reads the sheets of a workbook that Excel saved as XML (its format of 2003), as rows of texts."""
from __future__ import unicode_literals

import re
from typing import Any, Dict, Iterator, List, Tuple

from common.compat import gettext as _
from decks.imports.reading.shapes import FormatError
from decks.imports.reading.tables import office
from decks.limits import DECK_CARDS, SHEET_COLUMNS, SHEET_TAGS

_BEGINS = re.compile(br"(?:\xef\xbb\xbf)?\s{0,100}<(?:\?xml\b|(?:\w{1,20}:)?Workbook\b)")
_NAMESPACE = b"urn:schemas-microsoft-com:office:spreadsheet"
_WORKBOOK = re.compile(br"<(?:\w{1,20}:)?Workbook\b")


def is_one(content):
    # type: (bytes) -> bool
    """Whether this is such a workbook."""
    begin = content[:4000]
    return bool(_BEGINS.match(begin) and _WORKBOOK.search(begin)) and _NAMESPACE in begin


def sheets(content):
    # type: (bytes) -> Iterator[Tuple[str, Iterator[Tuple[int, List[str]]]]]
    """(title, (number, cells) of each row that is not empty) of each sheet that can be seen.

    Raises FormatError.
    """
    if content.count(b"<") > SHEET_TAGS:
        raise FormatError(_("the file has %d tags, the limit is %d; split it") % (
            content.count(b"<"), SHEET_TAGS))
    reader = _Sheets()
    office.parse_xml(content, reader.start, reader.end, reader.words)
    for title, rows in reader.found:
        yield title, iter(rows)


class _Sheets(object):
    """The rows of all sheets; rows and cells may say their place, where others before them are empty."""

    def __init__(self):
        # type: () -> None
        self.found = []  # type: List[Tuple[str, List[Tuple[int, List[str]]]]]
        self.cells, self.number, self.place, self.merged = [], 0, 0, 0  # type: List[str], int, int, int
        self.cell, self.beside = None, 0  # type: Any, int
        self.visible = None  # type: Any

    def start(self, name, said):
        # type: (str, Dict[str, str]) -> None
        if name == "Worksheet":
            self.found.append((said.get("Name", ""), []))
            self.number = 0
        elif name == "Row":
            self.number, self.cells = _place(said, self.number + 1), []
        elif name == "Cell":
            self.place = min(_place(said, len(self.cells) + 1), SHEET_COLUMNS)
            self.cells.extend([""] * (self.place - 1 - len(self.cells)))
            self.merged = _number(said.get("MergeAcross"))
        elif name == "Comment":
            self.beside += 1
        elif name == "Data" and not self.beside:
            self.cell = []
        elif name == "Visible":
            self.visible = []

    def end(self, name):
        # type: (str) -> None
        if name == "Data" and self.cell is not None:
            self.cells.append("".join(self.cell))
            self.cell = None
        elif name == "Cell":
            self.cells.extend([""] * (self.place + min(self.merged, SHEET_COLUMNS) - len(self.cells)))
        elif name == "Comment":
            self.beside -= 1
        elif name == "Row" and self.found and any(self.cells) and len(self.found[-1][1]) <= DECK_CARDS:
            self.found[-1][1].append((self.number, self.cells[:SHEET_COLUMNS]))
        elif name == "Visible":
            if "".join(self.visible or ()).strip() and len(self.found) > 1:
                self.found.pop()
            self.visible = None

    def words(self, words):
        # type: (str) -> None
        part = self.cell if self.cell is not None else self.visible
        if part is not None:
            part.append(words)


def _place(said, usual):
    # type: (Dict[str, str], int) -> int
    return _number(said.get("Index")) or usual


def _number(said):
    # type: (Any) -> int
    return int(said) if said and said.isdigit() and len(said) < 9 else 0
