"""What a table leaves open is asked, and no row of it is cut or lost in silence."""
from __future__ import unicode_literals

import pytest

from decks.imports.generic.shapes import Mapping
from decks.imports.reading.tables import delimited
from tests.decks.files import counts, problems
from tests.decks.imports.generic.shaping import BLACK, WHITE, cards, is_right, read


def table(header, row):
    """A table with a row for each card."""
    rows = [row % {"kind": kind, "text": text} for text, kind, _ in cards()]
    return "\n".join([header] + rows + [""]).encode("utf-8")


@pytest.mark.parametrize("text, rows", [
    ('a,"b\nc,d', [(1, None), (2, ["c", "d"])]), ('a,"b,\nc"\nd,e', [(1, ["a", "b,\nc"]), (3, ["d", "e"])]),
    ('a,"so" b\n', [(1, ["a", '"so" b']), (2, [])]), ('a,12" b', [(1, ["a", '12" b'])]),
    ('1,"a \\"b\\""', [(1, ["1", 'a "b"'])]), ("1,\\N", [(1, ["1", ""])])])
def test_a_row_that_cannot_be_split_costs_no_other(text, rows):
    assert list(delimited.rows(text, ",")) == rows


def test_tabs_part_cells_whatever_their_quotes():
    assert list(delimited.rows('a\t"b\nc\t12" d', "\t")) == [(1, ["a", '"b']), (2, ["c", '12" d'])]


def test_many_quotes_that_are_never_closed_are_read_in_time():
    assert sum(cells is None for _, cells in delimited.rows('a,"b\n' * 3001, ",")) > 0


def test_a_row_with_more_cells_than_names_is_joined_or_left_out():
    found = read(table("Card Type,Card Text", "%(kind)s,\"%(text)s\"") + b"white,fog, again\n", "tea.csv")
    assert "fog, again" in found.packs[0].white
    found = read(table("Card Text,Card Type", "\"%(text)s\",%(kind)s") + b"fog, again,white\n", "tea.csv")
    assert is_right(found) and [line for _, _, line, _ in problems(found)] == [14]


def test_columns_of_answers_alone_are_proposed_as_decks():
    rows = "".join("%s;%s;%s\n" % row for row in zip(WHITE, WHITE[1:] + ("a hat",), WHITE[2:] + ("a bat", "a cat")))
    found = read(("Kitchen;Garden;Balcony\n" + rows).encode("ascii"), "tea.csv")
    assert not found.proposal["sure"] and counts(found) == [("Kitchen", 0, 8), ("Garden", 0, 8), ("Balcony", 0, 8)]


def test_columns_of_marks_may_be_decks():
    found = read(table("Card,Type,Porch,Balcony", "\"%(text)s\",%(kind)s,TRUE,FALSE"), "tea.csv")
    assert is_right(found) and not found.proposal["sure"]
    assert "Porch" in " ".join(found.proposal["reasons"])


def test_a_header_that_comes_again_is_no_card():
    tables = "".join("## %s\n\n| # | Card |\n|---|---|\n%s\n" % (
        kind, "".join("| %d | %s |\n" % row for row in enumerate(texts))) for kind, texts in (
            ("Black", BLACK), ("White", WHITE[:6])))
    assert is_right(read(tables.encode("ascii"), "tea.md"))


def test_quotes_and_dashes_of_an_old_mac_tell_where_no_letter_does():
    text = "It\u2019s a \u201ckettle\u201d\nWhy _?\nmilk \u2014 and honey\nnot yet\u2026\n"
    found = read(text.encode("mac_roman"), "tea.txt")
    assert "It\u2019s a \u201ckettle\u201d" in found.packs[0].white and "Mac Roman" in found.notes[0]
    assert not found.proposal["sure"]


def test_old_pages_of_letters_are_guessed_where_none_of_windows_fits():
    for page in ("cp850", "mac_roman"):
        words = "kind,text\nwhite,ein sch\xf6ner K\xe4se\nwhite,Gr\xfc\xdfe aus M\xfcnchen\n"
        assert read(words.encode(page), "tea.csv").packs[0].white == (
            "ein sch\xf6ner K\xe4se", "Gr\xfc\xdfe aus M\xfcnchen")
    assert read("don\u2019t \u201cgo\u201d _".encode("cp1252"), "tea.txt").packs[0].black[0][0] == "don\u2019t \u201cgo\u201d _"


@pytest.mark.parametrize("header", ["kind", "Type"])
def test_kinds_that_are_against_the_blanks_are_asked_about(header):
    rows = "".join("%s,%s\n" % (kind, text) for kind, texts in (("white", BLACK), ("black", WHITE)) for text in texts)
    found = read(("%s,text\n%s" % (header, rows)).encode("ascii"), "tea.csv")
    assert not found.proposal["sure"] and "%s\u201d says otherwise" % header in " ".join(found.proposal["reasons"])


def test_lists_of_a_known_format_that_are_exchanged_are_asked_about():
    found = read({"name": "Tea", "black": list(WHITE), "white": list(BLACK)})
    assert not found.proposal["sure"] and counts(found) == [("Tea", 6, 8)]


def test_a_list_of_a_kind_that_is_not_read_is_told():
    found = read({"blackCardList": list(BLACK), "whiteCardList": ["foo(a, b);", "bar(c);", "a = {"]})
    assert not found.proposal["sure"] and "whiteCardList" in " ".join(found.proposal["reasons"])


@pytest.mark.parametrize("black, white", [("B b", "W w"), ("TRUE True", "FALSE False"), ("Q q", "A a")])
def test_a_kind_may_be_written_in_capitals_and_without(black, white):
    words = {"black": black.split(), "white": white.split()}
    rows = ["%s;%s" % (words[kind][number % 2], text) for number, (text, kind, _) in enumerate(cards())]
    assert is_right(read("\n".join(rows).encode("ascii"), "tea.csv"))


def test_a_kind_that_only_a_late_row_writes_in_capitals_is_known():
    rows = ["%s,%s %d" % (kind, text, number) for number in range(200) for text, kind, _ in cards()]
    rows[1001] = rows[1001].replace("white", "WHITE").replace("black", "BLACK")
    found = read("\n".join(["Type,Text"] + rows).encode("ascii"), "tea.csv")
    assert counts(found) == [("tea", 1200, 1200)] and not found.errors


@pytest.mark.parametrize("yes, no", [("ja", "nein"), ("Oui", "Non"), ("y", "n"), ("tak", "nie")])
def test_a_column_says_of_each_card_whether_it_is_black_in_any_language(yes, no):
    rows = "".join("%s;%s\n" % (text, yes if kind == "black" else no) for text, kind, _ in cards())
    found = read(("Karte;Schwarz\n%sMach ein Haiku.;%s\n" % (rows, yes)).encode("ascii"), "tea.csv")
    assert counts(found) == [("tea", 7, 6)]


def test_a_column_that_is_called_like_a_kind_and_only_has_marks_is_asked_about():
    rows = "".join("%s;%s\n" % (text, "x" if kind == "black" else "") for text, kind, _ in cards())
    found = read(("text;is_black\n%sMake a haiku.;x\n" % rows).encode("ascii"), "tea.csv")
    assert not found.proposal["sure"]
    assert "Perhaps \u201cis_black\u201d says which cards are of which kind." in found.proposal["reasons"]
    said = Mapping(text="text", kind="is_black", black=("x",))
    assert counts(read(("text;is_black\n%s" % rows).encode("ascii"), "tea.csv", mapping=said)) == [("tea", 6, 6)]


def test_a_list_that_is_numbered_anew_for_each_kind_has_no_numbers_in_its_cards():
    lines = ["%d. %s" % (number, text) for texts in (BLACK, WHITE) for number, text in enumerate(texts, 1)]
    assert read("\n".join(lines).encode("ascii"), "tea.txt").packs[0].white == WHITE
