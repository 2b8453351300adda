"""The JSON of the first Cards Against Django."""
from __future__ import unicode_literals

from decks.imports import formats
from decks.imports.reading.shapes import marks
from tests.decks.files import content, counts, parsed, problems, refusal
from tests.decks.shelf import as_bytes


def test_it_reads_every_pack():
    found = parsed("django_2013.json")
    assert (found.format, found.errors) == ("django-2013", ())
    assert counts(found) == [("Train Pack", 2, 2), ("Bus Pack", 0, 1)]
    assert found.packs[0].description == "Delays included."


def test_its_marks_are_blanks():
    assert parsed("django_2013.json").packs[0].black == (
        ("The next stop is _.", 1, 0), ("_, _ and _ missed the train.", 3, 2))


def test_its_watermarks_are_tags_of_one_word():
    train, bus = parsed("django_2013.json").packs
    assert marks(train, "white") == [("TP", ""), ("T-P", "")]
    assert (bus.white_marks, marks(bus, "white")) == ((), [("", "")])


def test_it_names_the_rows_that_it_leaves_out():
    document = {"A": {"whitecards": [{"text": "tea", "watermark": "x" * 301}, {"text": "milk"}],
                      "blackcards": [{"draw": 1}]}}
    assert problems(formats.parse(as_bytes(document))) == [
        ("black", 1, 0, "its text is not a string"),
        ("white", 1, 0, "its tags have more than 300 characters")]


def test_a_pack_that_it_cannot_use_is_named_by_its_key():
    found = formats.parse(as_bytes({"A": {"whitecards": [{"text": "tea"}]}, "B": 4}))
    assert [(error.pack, error.problem) for error in found.errors] == [("B", "it is not an object")]


def test_it_says_where_the_file_is_broken():
    assert "line 4 column" in refusal(
        content("django_2013.json").replace(b'"whitecards": [', b'"whitecards": [[,', 1))
