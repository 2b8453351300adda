"""The full file of JSON Against Humanity."""
from __future__ import unicode_literals

from decks.imports import formats
from tests.decks.files import content, counts, parsed, problems, refusal
from tests.decks.shelf import as_bytes


def test_it_reads_every_pack_with_its_own_cards():
    found = parsed("jah_full.json")
    assert (found.format, found.errors) == ("jah-full", ())
    assert counts(found) == [("Kitchen Pack", 2, 2), ("Attic Pack", 1, 1)]


def test_it_makes_the_cards_regular():
    kitchen, attic = parsed("jah_full.json").packs
    assert kitchen.black[1] == ("Who let the sourdough out? _", 1, 0)
    assert kitchen.white == ("A soup with opinions.", "Salt & more salt.")
    assert attic.black == (("I swapped _ for _ at the flea market.", 2, 0),)


def test_it_leaves_out_rows_and_packs_that_it_cannot_use():
    found = formats.parse(as_bytes([{"name": "A", "white": [{"text": "Tea"}, {"text": 3}]}, "B",
                                    {"name": "C", "white": 1}]))
    assert counts(found) == [("A", 0, 1)]
    assert problems(found) == [("white", 2, 0, "its text is not a string"),
                               ("pack", 2, 0, "it is not an object"),
                               ("pack", 3, 0, 'its "white" is not a list')]


def test_it_says_where_the_file_is_broken():
    assert "line 4 column" in refusal(content("jah_full.json").replace(b'"black": [{', b'"black": [{]', 1))


def test_it_reads_packs_that_are_keyed():
    kitchen = {"name": "Kitchen", "official": True, "white": [{"text": "soup"}], "black": []}
    found = formats.parse(as_bytes({"k": kitchen, "a": dict(kitchen, name="Attic")}))
    assert (found.format, sorted(counts(found))) == ("jah-full", [("Attic", 0, 1), ("Kitchen", 0, 1)])
    assert found.packs[0].tags == "official"


def test_it_reads_cards_that_name_their_packs():
    found = parsed("jah_2018.json")
    assert (found.format, found.errors, counts(found)) == (
        "jah-full", (), [("Market Day", 1, 1), ("Market Night", 0, 1)])
    assert [(pack.description, pack.tags) for pack in found.packs] == [("Before noon.", ""), ("", "official")]


def test_cards_that_name_no_pack_are_kept_in_one_of_their_own():
    found = formats.parse(as_bytes({"white": [{"text": "tea"}, {"text": "milk", "deck": "x"}], "black": [],
                                    "metadata": {"y": {"name": "Empty"}}}))
    assert counts(found) == [("Cards without a pack", 0, 1), ("x", 0, 1)]
    assert problems(found) == [("pack", 1, 0, "it has no card that can be used")]
