"""Reads the sheets of an Excel file (XLSX, or XML of 2003), or of one of LibreOffice (ODS), as rows of texts.

The archive is measured before anything of it is unpacked.
"""

from __future__ import unicode_literals

import io
import itertools
from typing import Any, Iterator, Tuple

import six
from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from decks.imports.reading import archive
from decks.imports.reading.shapes import FormatError
from decks.imports.reading.tables import excel_2003, office, sheet
from decks.limits import DECK_CARDS, SHEET_COLUMNS

MOST_SHEETS = 60
_PARTS = (b"xl/workbook.xml", b"xl/worksheets", b"docProps/app.xml")
_OTHER_PARTS = (b"word/", b"ppt/")
_UNREADABLE = (
    N_("the spreadsheet cannot be read: it is damaged, or there is something in it that no list of cards "
       "needs; save it again as .xlsx or .csv")
)


def is_one(content):
    # type: (bytes) -> bool
    """Whether this is an archive that a spreadsheet program made, be it damaged."""
    if office.is_sheets(content) or excel_2003.is_one(content):
        return True
    if not archive.is_one(content) or any(part in content for part in _OTHER_PARTS):
        return False
    return any(part in content for part in _PARTS)


def sheets(content):
    # type: (bytes) -> Iterator[Tuple[str, Iterator[Tuple[int, list[str]]]]]
    """(title, (number, cells) of each row) of the sheets that can be seen. Raises FormatError."""
    for reader, is_its in ((office, office.is_sheets), (excel_2003, excel_2003.is_one)):
        if is_its(content):
            for title, rows in itertools.islice(reader.sheets(content), MOST_SHEETS):
                yield title, rows
            return
    import openpyxl  # takes a while and memory, which only those pay who bring a spreadsheet

    archive.check(content, "spreadsheet")
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        seen = [one for one in book.worksheets if getattr(one, "sheet_state", "visible") == "visible"]
        found = seen or book.worksheets[:1]
    except Exception:  # the library raises whatever a broken file makes it stumble over
        raise FormatError(_(_UNREADABLE))
    for one in found[:MOST_SHEETS]:
        yield six.ensure_text(one.title), _rows(one)


def _rows(table):
    # type: (Any) -> Iterator[tuple[int, list[str]]]
    try:
        for number, row in enumerate(table.iter_rows(max_row=DECK_CARDS + 2, max_col=SHEET_COLUMNS), 1):
            yield number, [sheet.cell_text(cell.value) for cell in row]
    except Exception:
        raise FormatError(_(_UNREADABLE))
