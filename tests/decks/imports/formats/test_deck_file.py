"""Our own deck file."""
from __future__ import unicode_literals

import pytest

from decks.imports import formats
from decks.imports.reading.shapes import FormatError, RowError, marks
from tests.decks.files import parsed
from tests.decks.shelf import as_bytes


def a_file(**changes):
    document = {"name": "Garden Party", "slug": "garden-party", "language": "en", "rating": "family",
                "description": "Weeds and other guests.", "author": "Us", "licence": "CC0-1.0",
                "black": [{"text": "Who ate _?", "pick": 1}], "white": ["A very polite hedgehog"]}
    document.update(changes)
    return as_bytes(document)


def test_it_reads_the_facts_and_the_cards():
    pack, = formats.parse(a_file()).packs
    assert (pack.name, pack.slug, pack.rating,
            pack.licence) == ("Garden Party", "garden-party", "family", "CC0-1.0")
    assert pack.black == (("Who ate _?", 1, 0),)
    assert pack.white == ("A very polite hedgehog",)


def test_facts_that_are_missing_stay_open():
    pack, = formats.parse(b'{"name": "Tiny", "white": ["Tea"]}').packs
    assert (pack.slug, pack.language, pack.rating, pack.black) == ("", "", "", ())


def test_a_black_card_may_be_a_plain_string():
    pack, = formats.parse(a_file(black=["_ met ___"])).packs
    assert pack.black == (("_ met _", 2, 0),)


def test_it_names_the_row_it_leaves_out():
    parsed = formats.parse(a_file(white=["Tea", ""]))
    assert parsed.errors == (RowError("Garden Party", "white", 2, "its text is empty"),)


@pytest.mark.parametrize("key, value, problem", [
    ("slug", "Garden Party", '"slug" is "Garden Party"'),
    ("language", "English!", '"language" is "English!"'),
    ("rating", "spicy", "it must be family, teen, adult"),
    ("author", 3, '"author" must be a string'),
    ("licence", "x" * 201, "the limit is 200"),
    ("name", "", "the name cannot be used: its text is empty"),
    ("white", "Tea", 'its "white" is not a list'),
])
def test_it_refuses_a_wrong_fact(key, value, problem):
    with pytest.raises(FormatError) as caught:
        formats.parse(a_file(**{str(key): value}))
    assert problem in str(caught.value)


def test_it_refuses_a_deck_without_a_usable_card():
    with pytest.raises(FormatError) as caught:
        formats.parse(a_file(black=[], white=[""]))
    assert str(caught.value) == ("the deck cannot be read: it has no card that can be used; "
                                 "the first row is Garden Party, white row 1: its text is empty")


def test_it_reads_tags_and_attributions_of_cards_and_facts_of_the_deck():
    pack, = parsed("deck_file.json").packs
    assert (pack.tags, pack.source_note) == ("summer evening", "Heard on the porch.")
    assert marks(pack, "black") == [("", ""), ("short", "")]
    assert marks(pack, "white") == [("", ""), ("animals night", "Nell")]


def test_one_answer_may_fill_two_blanks():
    assert parsed("deck_file.json").packs[0].black == (("_{1} loves _{1}.", 1, 0), ("_ or _?", 2, 1))
    assert formats.parse(a_file(black=[{"text": "_ or _?", "pick": 1}])).packs[0].black == (
        ("_ or _?", 1, 0),)


@pytest.mark.parametrize("row, problem", [
    ({"text": "Tea", "tags": 3}, "its tags are neither words nor a list of them"),
    ({"text": "Tea", "tags": "a\u0000b"}, "it holds the control character U+0000"),
    ({"text": "Tea", "attribution": 3}, "its text is not a string"),
])
def test_it_names_the_row_of_marks_that_it_cannot_use(row, problem):
    assert formats.parse(a_file(white=["Milk", row])).errors == (
        RowError("Garden Party", "white", 2, problem),)


@pytest.mark.one_stack
def test_it_refuses_a_deck_of_too_many_cards():
    with pytest.raises(FormatError) as caught:
        formats.parse(a_file(white=["Tea"] * 50000))
    assert str(caught.value) == "Garden Party has more than 50000 cards, which is the limit for a deck; split it"
