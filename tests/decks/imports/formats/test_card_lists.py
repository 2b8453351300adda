"""One deck as two lists, whatever they are called."""
from __future__ import unicode_literals

import pytest

from decks.imports import formats
from tests.decks.files import counts, parsed
from tests.decks.shelf import as_bytes

BLACK, WHITE = [{"text": "Why _?", "pick": 1}], ["tea"]


def test_it_reads_an_entry_of_a_database():
    found = parsed("card_lists.json")
    assert (found.format, found.errors, counts(found)) == ("card-lists", (), [("Laundry Day", 2, 1)])
    assert found.packs[0].black == (("Who shrank _?", 1, 0), ("_ and _, in one wash.", 2, 0))


@pytest.mark.parametrize("document", [
    {"name": "Tea", "black_cards": BLACK, "white_cards": WHITE},
    {"id": "k", "name": "Tea", "blackCards": BLACK, "whiteCards": WHITE},
    {"title": "Tea", "questions": BLACK, "answers": WHITE},
    {"black": [{"content": "Why _?", "draw": 0, "pick": 1}], "white": WHITE, "pack": {"id": "A", "name": "Tea"}},
    {"Tea": {"black": BLACK, "white": WHITE}},
    [{"name": "Tea", "prompts": BLACK, "responses": WHITE}]])
def test_it_reads_one_deck_whatever_its_lists_are_called(document):
    found = formats.parse(as_bytes(document))
    assert (found.format, counts(found)) == ("card-lists", [("Tea", 1, 1)])
    assert found.packs[0].black == (("Why _?", 1, 0),)


def test_it_reads_many_decks_and_what_they_say_of_themselves():
    decks = [{"name": "Tea", "black_cards": BLACK, "lang": "de", "rating": "Family"},
             {"name": "Milk", "white_cards": WHITE, "nsfw": True, "description": "Cold."}]
    tea, milk = formats.parse(as_bytes(decks)).packs
    assert (tea.language, tea.rating, milk.rating, milk.description) == ("de", "family", "adult", "Cold.")
