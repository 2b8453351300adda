"""Plain text, one card a line."""
from __future__ import unicode_literals

from decks.imports import formats
from tests.decks.files import counts, parsed, problems, refusal


def test_a_line_with_a_blank_is_a_black_card():
    found = parsed("lines.txt")
    assert (found.format, found.errors, counts(found)) == ("lines", (), [("lines", 2, 3)])
    assert found.packs[0].black == (("Why did the duck cross _?", 1, 0), ("_ beats _ every time.", 2, 0))


def test_it_names_the_lines_that_it_leaves_out():
    long_line = "x" * 501
    found = formats.parse(("tea\n\n%s\n" % long_line + "_, " * 11).encode("ascii"))
    assert problems(found) == [("white", 2, 3, "it has 501 characters, the limit is 500"),
                               ("black", 1, 4, "its pick must be a whole number from 1 to 10")]


def test_a_remark_about_the_pick_or_wide_underscores_make_a_black_card():
    pack, = formats.parse("Why is it cold? (pick 2)\n\u6628\u65e5\uff3f\uff3f\uff3f\ntea".encode("utf-8")).packs
    assert [card[:2] for card in pack.black] == [("Why is it cold? _ _", 2), ("\u6628\u65e5_", 1)]


def test_a_web_page_is_no_list_of_cards():
    assert "this is a web page" in refusal(b"\n<!DOCTYPE html>\n<title>Cards</title>")


def test_an_empty_file_is_refused():
    assert refusal(b" \n\n") == "the file is empty"
    assert refusal(b"") == "the file is empty"
