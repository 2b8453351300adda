"""Tables whose columns are decks, or one kind each: as they look, and as a mapping says."""

from __future__ import unicode_literals

import pytest

from decks.imports.generic import mapping
from tests.decks.files import counts
from tests.decks.imports.generic.shaping import read

DECKS = b"Attic,Porch\nWhy is _ up there?,The swing said _.\ntwo owls,a moth\nold dust,warm rain\n"
KINDS = b"Why _?\tsocks\nWho _?\tfog\nHow _?\train\n"


def read_as(content, given):
    return read(content, "x.tsv" if b"\t" in content else "x.csv", mapping=mapping.read(given))


def test_columns_that_each_have_both_kinds_are_asked_about_as_decks():
    found = read(DECKS, "x.csv")
    assert counts(found) == [("Attic", 1, 2), ("Porch", 1, 2)] and not found.proposal["sure"]
    assert mapping.as_text(mapping.from_dict(found.proposal["mapping"])) == "text=1|2,kind=*blanks,deck=*first"


def test_a_first_row_of_cards_gives_no_names_to_decks():
    found = read(DECKS.split(b"\n", 1)[1], "x.csv")
    assert counts(found) == [("x 1", 1, 2), ("x 2", 1, 2)]


@pytest.mark.parametrize("deck, names", [("*first", ["Attic", "Porch"]), ("*column", ["x 1", "x 2"])])
def test_a_mapping_says_that_columns_are_decks(deck, names):
    assert [pack.name for pack in read_as(DECKS, "text=1|2,deck=" + deck).packs] == names


def test_a_column_that_is_not_named_in_the_mapping_is_no_deck():
    assert counts(read_as(DECKS, "text=2,deck=*first")) == [("Porch", 1, 2)]


def test_cards_of_a_column_keep_their_lines():
    assert read_as(DECKS, "text=1|2,deck=*first").packs[1].white_lines == (3, 4)


@pytest.mark.parametrize("given, black", [("", "Why _?"), (",black=2,white=1", "socks _"), (",black=2", "socks _")])
def test_columns_of_one_kind_are_swapped_by_a_mapping(given, black):
    assert read_as(KINDS, "text=1|2,kind=*column" + given).packs[0].black[0][0] == black


def test_decks_of_two_columns_each_are_called_without_the_word_for_the_kind():
    table = b"Attic black,Attic white,Porch black,Porch white\nWhy _?,dust,Who _?,moths\nHow _?,owls,When _?,rain\n"
    found = read_as(table, "kind=*column,deck=*column")
    assert counts(found) == [("Attic", 2, 2), ("Porch", 2, 2)]


def test_columns_whose_names_say_deck_and_kind_are_decks_without_being_asked():
    table = b"Attic black,Attic white,Porch black,Porch white\nWhy _?,dust,Who _?,moths\nHow _?,owls,When _?,rain\n"
    found = read(table, "x.csv")
    assert counts(found) == [("Attic", 2, 2), ("Porch", 2, 2)] and found.proposal["sure"]


def test_a_name_above_two_columns_is_the_deck_of_both():
    table = b"Attic,,Porch,\nBlack,White,Black,White\nWhy _?,dust,Who _?,moths\nHow _?,owls,When _?,rain\n"
    assert counts(read(table, "x.csv")) == [("Attic", 2, 2), ("Porch", 2, 2)]


@pytest.mark.parametrize("header", ["Type,Text", "kind,text"])
def test_a_kind_that_stands_once_above_its_cards_is_that_of_all_below(header):
    table = header + "\nBlack,Why _?\n,Who _?\n,How _?\nWhite,dust\n,owls\n,rain\n"
    found = read(table.encode("ascii"), "x.csv")
    assert counts(found) == [("x", 3, 3)] and not found.errors


def test_a_deck_that_stands_once_above_its_cards_is_that_of_all_below():
    rows = [["Deck", "Kind", "Card"], ["Attic", "black", "Why _?"], ["", "white", "dust"], ["", "white", "owls"],
            ["Porch", "black", "Who _?"], ["", "white", "moths"], ["", "white", "rain"]]
    assert counts(read("\n".join(map(",".join, rows)).encode("ascii"), "x.csv")) == [("Attic", 1, 2), ("Porch", 1, 2)]


def test_a_kind_that_only_some_rows_say_is_not_carried_on():
    found = read(b"Type,Text\nblack,Why _?\n,dust\n,owls\n,rain\n", "x.csv")
    assert counts(found)[0][1] == 1


def test_a_column_of_decks_beside_ours_makes_decks():
    found = read(b"deck,kind,text\nAttic,black,Why _?\nAttic,white,dust\nPorch,black,Who _?\nPorch,white,rain\n", "x.csv")
    assert counts(found) == [("Attic", 1, 1), ("Porch", 1, 1)]


def test_the_line_below_the_header_of_a_table_in_markdown_is_no_card():
    found = read(b"| Kind | Text |\n|---|:--|\n| black | Why _? |\n| white | dust |\n", "x.md")
    assert counts(found) == [("x", 1, 1)] and not found.errors


def test_tables_below_each_other_are_the_decks_that_stand_above_them():
    parts = ["%s\nkind,text\nblack,Why %s _?\nwhite,%s dust\n\n" % (name, name, name) for name in ("Attic", "Porch", "Pond")]
    found = read("".join(parts).encode("ascii"), "x.csv")
    assert counts(found) == [("Attic", 1, 1), ("Porch", 1, 1), ("Pond", 1, 1)] and not found.errors
