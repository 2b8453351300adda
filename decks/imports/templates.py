"""Files to download and fill in, in the formats that people write by hand.

Every template can be imported as it is.
"""
from __future__ import unicode_literals

import io

from decks.imports.reading.tables import sheet

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"
CSV = "text/csv; charset=utf-8"
FORMATS = ("csv", "xlsx")
_CARDS = (
    ("black", "What kept the whole street awake? _", "1", "", "neighbours", ""),
    ("black", "First came _, and then came _.", "2", "", "", ""),
    ("white", "a duck with a clipboard", "", "", "animals birds", "Grandpa"),
)


def template(form):
    # type: (str) -> tuple[str, str, bytes]
    """(file name, content type, bytes) of an empty table with three cards to begin with. Raises KeyError."""
    return {"csv": _csv, "xlsx": _xlsx}[form]()


def _csv():
    # type: () -> tuple[str, str, bytes]
    # The cards hold no quotes; the mark at the beginning makes Excel read UTF-8.
    rows = [",".join('"%s"' % cell if "," in cell else cell for cell in row)
            for row in (sheet.COLUMNS,) + _CARDS]
    return "cards.csv", CSV, ("\ufeff" + "\r\n".join(rows) + "\r\n").encode("utf-8")


def _xlsx():
    # type: () -> tuple[str, str, bytes]
    import openpyxl  # only who wants a spreadsheet pays for loading it

    book = openpyxl.Workbook(write_only=True)
    table = book.create_sheet("Cards")
    table.column_dimensions["B"].width = 60
    for row in (sheet.COLUMNS,) + _CARDS:
        table.append(row)
    content = io.BytesIO()
    book.save(content)
    return "cards.xlsx", XLSX, content.getvalue()
