"""Workbooks that Excel saved as XML."""
from __future__ import unicode_literals

import pytest

from decks.imports import formats
from decks.imports.reading.shapes import FormatError
from decks.imports.reading.tables import excel_2003
from tests.decks.files import counts

BEGIN = """<?xml version="1.0"?>
<?mso-application progid="Excel.Sheet"?>
<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet"
 xmlns:ss="urn:schemas-microsoft-com:office:spreadsheet">"""
HIDDEN = "<WorksheetOptions><Visible>SheetHidden</Visible></WorksheetOptions>"


def cell(text, said=""):
    return '<Cell%s><Data ss:Type="String">%s</Data></Cell>' % (said, text)


def workbook(*sheets):
    """Bytes of a workbook of (title, XML of its rows, XML after its table)."""
    return (BEGIN + "".join('<Worksheet ss:Name="%s"><Table>%s</Table>%s</Worksheet>' % one for one in sheets) +
            "</Workbook>").encode("utf-8")


def rows(content):
    return [(title, list(table)) for title, table in excel_2003.sheets(content)]


def test_its_cards_are_read_as_those_of_other_spreadsheets():
    table = "".join("<Row>%s%s</Row>" % (cell("Why _ %d?" % number), cell("fog %d" % number)) for number in range(9))
    content = workbook(("Pond", "<Row>%s%s</Row>" % (cell("Question"), cell("Answer")) + table, ""))
    for name in ("pond.xml", "pond.xls"):
        found = formats.parse(content, name)
        assert counts(found) == [("pond", 9, 9)] and found.proposal["sure"]


def test_places_that_are_passed_over_are_empty():
    row = '<Row ss:Index="4">%s<Cell/>%s</Row>' % (cell("a", ' ss:MergeAcross="1"'), cell("b", ' ss:Index="6"'))
    assert rows(workbook(("Pond", row, ""))) == [("Pond", [(4, ["a", "", "", "", "", "b"])])]


def test_comments_and_hidden_sheets_are_left_out():
    row = "<Row>%s</Row>" % cell("milk").replace("</Cell>", "<Comment><ss:Data>no card</ss:Data></Comment></Cell>")
    assert rows(workbook(("Seen", row, ""), ("Old", row, HIDDEN))) == [("Seen", [(1, ["milk"])])]


@pytest.mark.parametrize("content", [
    BEGIN.encode("utf-8") + b"<Worksheet>",
    b'<!DOCTYPE a [<!ENTITY b "c">]>' + BEGIN.encode("utf-8") + b"</Workbook>",
    workbook(("Pond", "<Row/>" * 400001, "")),
])
def test_what_is_broken_or_means_harm_is_refused(content):
    with pytest.raises(FormatError):
        rows(content)
