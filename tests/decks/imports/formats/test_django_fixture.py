"""Fixtures of the first Cards Against Django."""
from __future__ import unicode_literals

from decks.imports import formats
from decks.imports.reading.shapes import marks
from tests.decks.files import counts, parsed, refusal
from tests.decks.shelf import as_bytes


def entry(model, pk, **fields):
    return {"model": "cards." + model, "pk": pk, "fields": fields}


def test_it_reads_sets_that_name_their_cards():
    found = parsed("django_fixture.json")
    assert (found.format, found.errors, counts(found)) == ("django-fixture", (), [("Quay", 1, 1), ("Harbour", 1, 2)])
    assert found.packs[1].black == (("The ferry was late because of _.", 1, 0),)
    assert (found.packs[1].description, marks(found.packs[1], "black")) == ("Mostly gulls.", [("H", "")])


def test_cards_may_name_their_set():
    document = [entry("deck", 3, title="Tea"), entry("white_card", 1, text="milk", deck=3),
                entry("white_card", 2, text="rain")]
    assert counts(formats.parse(as_bytes(document))) == [("Tea", 0, 1), ("Cards in no set", 0, 1)]


def test_one_set_has_all_cards_where_nothing_says_which():
    document = [entry("cardset", 3, name="Tea"), entry("whitecard", 1, text="milk"), entry("blackcard", 1, text="Why _?")]
    assert counts(formats.parse(as_bytes(document))) == [("Tea", 1, 1)]


def test_other_fixtures_are_refused():
    assert "no card file we know" in refusal(as_bytes([entry("user", 1, name="ann")]))
