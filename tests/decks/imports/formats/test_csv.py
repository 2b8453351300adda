"""Tables of cards as CSV, and the templates to fill in."""
from __future__ import unicode_literals

import pytest

from decks.imports import formats
from decks.imports.reading.shapes import marks
from decks.imports.templates import FORMATS, template
from tests.decks.files import content, counts, parsed, problems, refusal


def test_it_reads_a_table():
    found = parsed("cards.csv")
    assert (found.format, found.errors, found.notes, counts(found)) == ("csv", (), (), [("cards", 2, 3)])
    pack, = found.packs
    assert pack.black == (("What is in the pi\xf1ata? _", 1, 0), ("First _, then _, then _.", 3, 2))
    assert pack.white == ('"art", they said', "a poem\nin two lines", "=not a formula")


def test_it_reads_tags_and_whose_idea_a_card_was():
    pack, = parsed("cards.csv").packs
    assert marks(pack, "black") == [("party", ""), ("", "")]
    assert marks(pack, "white")[0] == ("party school", "Grandma")


@pytest.mark.parametrize("delimiter", [";", "\t"])
def test_it_reads_other_delimiters_and_columns_in_any_order(delimiter):
    lines = "pick,text,kind\n2,_ and _,black\n,tea,white".replace(",", delimiter)
    found = formats.parse(lines.encode("utf-8"))
    assert (found.format, counts(found)) == ("csv", [("Imported cards", 1, 1)])


def test_it_names_the_lines_that_it_leaves_out():
    found = formats.parse(b'kind,text,pick\nwhite,"tea\nfor two",\ngreen,milk,\n')
    assert problems(found) == [
        ("white", 2, 4, 'its kind is "green", it must be black or white')]


def test_a_pick_that_cannot_be_meant_follows_from_the_blanks_with_a_note():
    found = formats.parse(b"kind,text,pick,draw\nblack,Why _?,many,x\nblack,_ or _,0,1\n")
    assert found.packs[0].black == (("Why _?", 1, 0), ("_ or _", 2, 1))
    assert found.notes == ("Black cards whose pick was mended, because it did not fit their blanks: 2.",)


def test_one_answer_may_fill_two_blanks():
    assert formats.parse(b"kind,text,pick\nblack,_ is _,1").packs[0].black == (("_ is _", 1, 0),)


@pytest.mark.parametrize("cell, text", [
    ("'=1+1", "=1+1"), ("'-5", "-5"), ("''tis", "'tis"), ("'tis", "'tis"), ("'''x", "''x")])
def test_the_apostrophe_that_keeps_spreadsheets_from_computing_is_no_text(cell, text):
    pack, = formats.parse(("kind,text,attribution\nwhite,%s,%s" % (cell, cell)).encode("ascii")).packs
    assert (pack.white, pack.white_marks) == ((text,), (("", text),))


def test_a_table_without_texts_is_refused():
    assert refusal(b"front,back\na,b", "cards.csv").endswith("no list in the file looks like one of cards")


def test_a_quote_that_is_never_closed_costs_its_line_alone():
    found = formats.parse(b'kind,text\nwhite,tea\nwhite,"milk\nwhite,"a cake, warm"\n')
    assert found.packs[0].white == ("tea", "a cake, warm")
    assert [line for _, _, line, _ in problems(found)] == [3]


def test_a_text_with_commas_and_no_quotes_is_never_cut():
    assert formats.parse(b"kind,text\nwhite,fog, mostly\n").packs[0].white == ("fog, mostly",)
    found = formats.parse(b"text,kind\ntea,white\nfog, mostly,white\n")
    assert found.packs[0].white == ("tea",) and [line for _, _, line, _ in problems(found)] == [3]


@pytest.mark.parametrize("form", FORMATS)
def test_a_template_can_be_imported_as_it_is(form):
    name, kind, content = template(form)
    assert name == "cards." + form and kind
    found = formats.parse(content, name)
    assert (found.format, found.errors, counts(found)) == (form, (), [("cards", 2, 1)])
    assert marks(found.packs[0], "white") == [("animals birds", "Grandpa")]


def test_the_templates_tell_excel_that_they_are_utf8():
    assert template("csv")[2].startswith(b"\xef\xbb\xbf") and b"\r\n" in template("csv")[2]
    assert b"\r" not in content("cards.csv")
