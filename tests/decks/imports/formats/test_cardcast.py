"""Decks of Cardcast and CrCast."""
from __future__ import unicode_literals

from decks.imports import formats
from tests.decks.files import counts, parsed, problems, refusal
from tests.decks.shelf import as_bytes


def test_it_reads_a_deck_of_cardcast():
    found = parsed("cardcast.json")
    assert (found.format, found.errors, counts(found)) == ("cardcast", (), [("Village Fair", 3, 2)])
    assert found.packs[0].description == "All about marrows."


def test_blanks_stand_between_the_texts_of_a_call():
    assert parsed("cardcast.json").packs[0].black == (
        ("This year's prize goes to _.", 1, 0), ("_ plus _ equals _.", 3, 2),
        ("Why is the band late? _", 1, 0))


def test_an_underline_of_cardcast_is_no_blank():
    assert parsed("cardcast.json").packs[0].white[1] == "Uncle Bob's brass-band"


def test_a_deck_of_cardcast_without_a_name_is_called_like_its_file():
    found = formats.parse(as_bytes({"calls": [{"text": ["Why ", "?"]}], "responses": []}),
                          "C:\\Decks\\my_deck.json")
    assert counts(found) == [("my deck", 1, 0)]


def test_it_names_the_rows_of_cardcast_that_it_leaves_out():
    found = formats.parse(as_bytes({"calls": [{"text": ["Why ", "?"]}, {"text": "Why?"}, 3],
                                    "responses": [{"text": [" "]}]}))
    assert problems(found) == [("black", 2, 0, "its text is not a list of strings"),
                               ("black", 3, 0, "its text is not a list of strings"),
                               ("white", 1, 0, "its text is empty")]


def test_it_refuses_calls_that_are_no_list():
    assert refusal(as_bytes({"calls": {}, "responses": [{"text": ["tea"]}]})) == (
        'the deck cannot be read: its "black" is not a list')


def test_it_reads_a_deck_of_crcast_and_calls_it_by_its_code():
    found = parsed("crcast.json")
    assert (found.format, found.errors, counts(found)) == ("crcast", (), [("XY34Z", 2, 3)])
    assert found.packs[0].black[1] == ("_ before _, except after tea.", 2, 0)


def test_it_names_the_rows_of_crcast_that_it_leaves_out():
    found = formats.parse(as_bytes({"deckcode": "X", "blacks": [{}], "whites": [{"text": "tea"}]}))
    assert problems(found) == [("black", 1, 0, "its text is not a string")]


def test_it_refuses_whites_that_are_no_list():
    assert refusal(as_bytes({"whites": "tea"})) == 'the deck cannot be read: its "white" is not a list'
