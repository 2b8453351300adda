"""Decks of Massive Decks and Many Decks."""
from __future__ import unicode_literals

import pytest

from decks.cards.texts import CardError
from decks.imports import formats
from decks.imports.formats.massive_decks import black_card
from tests.decks.files import content, counts, parsed, problems, refusal
from tests.decks.shelf import as_bytes


def test_it_reads_the_deck_and_its_facts():
    found = parsed("massive_decks.json5")
    assert (found.format, found.errors, counts(found)) == ("massive-decks", (), [("Garden Gnomes", 5, 3)])
    pack, = found.packs
    assert (pack.language, pack.author, pack.source_note) == ("en", "Sam", "Translated by Ana.")


def test_it_writes_styles_transforms_and_indexes_in_our_notation():
    assert parsed("massive_decks.json5").packs[0].black == (
        ("Our mascot is _.", 1, 0),
        ("Step one: _{^}.\n*Finally,* _{!}!", 2, 0),
        ("_{1} hates _{1}.", 1, 0),
        ("_{2} came before **_{1}**.", 2, 0),
        ("Dear diary,\ntoday I met _ _, and _.", 3, 2))


def test_the_author_may_be_an_account_of_many_decks():
    document = {"name": "A", "author": {"id": "7", "name": "Sam"}, "language": "?", "calls": [],
                "responses": ["tea"]}
    pack, = formats.parse(as_bytes(document)).packs
    assert (pack.author, pack.language) == ("Sam", "")


def test_a_slot_without_an_index_takes_the_next_answer_whatever_the_others_name():
    assert black_card([[{"index": 5}, " and ", {}, " or ", {}]]) == ("_{3} and _{1} or _{2}", 3, 2)


def test_an_underline_in_a_text_is_no_blank():
    assert black_card([["#my_day was ", {}]]) == ("#my-day was _", 1, 0)


@pytest.mark.parametrize("call, problem", [
    ("Why?", "it is not a list of lines"),
    ([["Why?"]], "it has no slot for an answer"),
    ([[{"index": -1}]], "the index of a slot must be a whole number from 0 to 9"),
    ([[{"transform": "Loud"}]], 'its transform must be "Capitalize" or "UpperCase"'),
    ([[{"text": "a", "style": "Big"}, {}]], 'its style must be "Em" or "Strong"'),
    ([[{"text": 4}, {}]], "the text of a part is not a string"),
    ([[7, {}]], "a part of it is neither a text nor an object"),
    ([[{}] * 11], "its pick must be a whole number from 1 to 10"),
])
def test_it_says_what_is_wrong_with_a_call(call, problem):
    with pytest.raises(CardError) as caught:
        black_card(call)
    assert "%s" % caught.value == problem


def test_it_names_the_rows_that_it_leaves_out():
    found = formats.parse(as_bytes({"name": "A", "calls": [[["Why?"]]], "responses": ["tea", ""]}))
    assert problems(found) == [("black", 1, 0, "it has no slot for an answer"),
                               ("white", 2, 0, "its text is empty")]


def test_it_says_where_the_json5_is_broken():
    said = refusal(content("massive_decks.json5").replace(b"calls: [", b"calls: {"))
    assert said.startswith("the file is not JSON5: ") and said.endswith(": line 8 column 5")


@pytest.mark.parametrize("broken",
                         [b"{name: 'A', calls: [1, 2}", b"{name: 'A", b"{name: 'A'} 7", b"{name: 'A', /* "])
def test_it_refuses_broken_json5(broken):
    assert refusal(broken, "a.json5").startswith("the file is not JSON5: ")


def test_a_deck_without_a_usable_card_is_refused():
    assert refusal(b"{name: 'A', calls: [], responses: []}") == (
        "the deck cannot be read: it has no card that can be used")
