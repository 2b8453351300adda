"""Spreadsheets of cards."""
from __future__ import unicode_literals

import io
import zipfile

from decks.imports import formats
from decks.imports.reading.shapes import marks
from tests.decks.files import content, counts, parsed, problems, refusal

SHEET, BOOK = "xl/worksheets/sheet1.xml", "xl/workbook.xml"


def part(name):
    with zipfile.ZipFile(io.BytesIO(content("cards.xlsx"))) as sample:
        return sample.read(name)


def archive(parts):
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as target:
        for name in sorted(parts):
            target.writestr(name, parts[name])
    return made.getvalue()


def changed(name, value):
    """The sample with another value of the part `name`."""
    with zipfile.ZipFile(io.BytesIO(content("cards.xlsx"))) as sample:
        return archive(dict({name: sample.read(name) for name in sample.namelist()}, **{str(name): value}))


def test_it_reads_the_first_sheet():
    found = parsed("cards.xlsx")
    assert (found.format, counts(found)) == ("xlsx", [("cards", 2, 2)])
    pack, = found.packs
    assert pack.black == (("The dog ate _.", 1, 0), ("_ and _ at recess", 2, 1))
    assert (pack.white, marks(pack, "white")) == (("a pencil with ambition", "42"), [("", ""), ("maths", "")])


def test_it_names_the_rows_that_it_leaves_out():
    assert problems(parsed("cards.xlsx")) == [
        ("white", 3, 7, 'its kind is "pink", it must be black or white')]


def test_a_damaged_spreadsheet_is_refused():
    assert refusal(content("cards.xlsx")[:2000]).startswith("the spreadsheet is damaged: ")
    assert refusal(changed(BOOK, b"<workbook")).startswith("the spreadsheet cannot be read: ")
    assert refusal(changed(SHEET, b"<worksheet")).startswith("the spreadsheet cannot be read: ")


def test_another_archive_is_refused():
    assert refusal(archive({"deck.json5": b"{}"})) == (
        "there is no file of cards in the archive; the first is deck.json5, pack row 1: no list in the file looks "
        "like one of cards")


def test_a_sheet_with_other_columns_is_read_as_it_looks():
    found = formats.parse(changed(SHEET, part(SHEET).replace(b"Kind", b"Colour")), "cards.xlsx")
    assert (found.format, counts(found)) == ("generic", [("cards", 2, 2)])


def test_a_sheet_that_seems_endless_is_read_as_far_as_a_deck_goes():
    last = b'<row r="1048576"><c r="XFD1048576" t="inlineStr"><is><t>tea</t></is></c></row></sheetData>'
    sheet = part(SHEET).replace(b"</sheetData>", last)
    assert counts(formats.parse(changed(SHEET, sheet), "far.xlsx")) == [("far", 2, 2)]
