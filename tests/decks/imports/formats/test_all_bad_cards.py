"""Packs of All Bad Cards."""
from __future__ import unicode_literals

from decks.imports import formats
from tests.decks.files import counts, parsed, problems, refusal
from tests.decks.shelf import as_bytes


def test_it_reads_a_pack():
    found = parsed("all_bad_cards.json")
    assert (found.format, found.errors, counts(found)) == ("all-bad-cards", (), [("Camping Trip", 3, 2)])


def test_two_blanks_bring_one_more_card():
    assert parsed("all_bad_cards.json").packs[0].black == (
        ("The tent was eaten by _.", 1, 0), ("_ and _ share a sleeping bag.", 2, 1),
        ("Who forgot the matches? _", 1, 0))


def test_it_reads_a_list_of_packs():
    packs = [{"packName": "A", "whiteCards": ["tea"]}, {"packName": "B", "blackCards": ["Why _?"]}]
    assert counts(formats.parse(as_bytes(packs))) == [("A", 0, 1), ("B", 1, 0)]


def test_it_names_the_rows_that_it_leaves_out():
    found = formats.parse(as_bytes({"packName": "A", "blackCards": [5], "whiteCards": ["tea", "x" * 501]}))
    assert problems(found) == [("black", 1, 0, "its text is not a string"),
                               ("white", 2, 0, "it has 501 characters, the limit is 500")]


def test_it_refuses_a_pack_whose_cards_are_no_list():
    assert refusal(as_bytes({"packName": "A", "whiteCards": "tea"})) == (
        'the deck cannot be read: its "white" is not a list')
