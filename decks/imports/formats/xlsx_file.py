"""Reads the first sheet of an Excel file (XLSX) of cards.

The archive is measured before anything of it is unpacked; what the columns mean is `sheet`.
"""
from __future__ import unicode_literals

import io
import zipfile

from decks.imports.formats import rows, sheet
from decks.imports.formats.shapes import FormatError
from decks.limits import DECK_CARDS, SHEET_BYTES, SHEET_COLUMNS, SHEET_PARTS, SHEET_RATIO

NAME = "xlsx"
MAGIC = b"PK\x03\x04"
_UNREADABLE = ("the spreadsheet cannot be read: it is damaged, or there is something in it that no list of "
               "cards needs; "
               "save it again as .xlsx or .csv")


def recognises(content):
    return content.startswith(MAGIC)


def parse(content, name=rows.UNNAMED):
    """Parsed of a whole file. Raises FormatError."""
    import openpyxl  # takes a while and memory, which only those pay who bring a spreadsheet

    _check(content)
    try:
        book = openpyxl.load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        table = book.worksheets[0]
    except Exception:  # the library raises whatever a broken file makes it stumble over
        raise FormatError(_UNREADABLE)
    return sheet.parse(NAME, _rows(table), name)


def _check(content):
    """Raises FormatError for an archive that is no spreadsheet, or that would unpack to too much."""
    try:
        with zipfile.ZipFile(io.BytesIO(content)) as archive:
            parts = archive.infolist()
    except (zipfile.BadZipfile, ValueError, IndexError, EnvironmentError, NotImplementedError) as error:
        raise FormatError("the spreadsheet is damaged: %s" % error)
    if len(parts) > SHEET_PARTS:
        raise FormatError("the spreadsheet has %d parts, the limit is %d" % (len(parts), SHEET_PARTS))
    if not any(part.filename == "xl/workbook.xml" for part in parts):
        raise FormatError("this is an archive, but no spreadsheet; unpack it and import the files in it one "
                          "by one")
    size = sum(part.file_size for part in parts)
    if size > SHEET_BYTES:
        raise FormatError("the spreadsheet unpacks to %d MB, the limit is %d MB" % (size >> 20,
                                                                                    SHEET_BYTES >> 20))
    for part in parts:
        if part.file_size > 1024 * 1024 and part.file_size > SHEET_RATIO * part.compress_size:
            raise FormatError("the spreadsheet unpacks to %d times its size, which no list of cards does" % (
                part.file_size // max(1, part.compress_size)))


def _rows(table):
    try:
        for number, row in enumerate(table.iter_rows(max_row=DECK_CARDS + 2, max_col=SHEET_COLUMNS), 1):
            yield number, [sheet.cell_text(cell.value) for cell in row]
    except Exception:
        raise FormatError(_UNREADABLE)
