"""What a deck and its versions tell, as our deck file."""
from __future__ import unicode_literals

import pytest

from common.compat import json_dumps, json_loads
from decks.editing import card_edits
from decks.history import differences, documents
from decks.imports.formats import deck_file

pytestmark = pytest.mark.django_db


def test_the_document_is_a_deck_file_that_we_read(ann, deck):
    card_edits.add(deck, "black", "A _ and a _ and a _", ann, attribution="Bob")
    parsed = deck_file.parse(json_loads(json_dumps(documents.document(deck))))
    pack, = parsed.packs
    assert not parsed.errors and (pack.name, pack.slug, pack.author) == ("Tea", "tea", "Ann")
    assert [card[0] for card in pack.black] == ["Who _?", "A _ and a _ and a _"]


def test_the_document_names_only_what_there_is_to_say(deck):
    document = documents.document(deck)
    assert document["white"] == ["Milk", "Sugar"] and document["black"] == [{"text": "Who _?", "pick": 1}]


def test_the_difference_of_two_versions(ann, deck):
    card_edits.add(deck, None, "Saucers", ann)
    old, new = [documents.content(version) for version in deck.versions.order_by("number")]
    assert differences.between(old, new)["white"]["added"] == [{"text": "Saucers"}]
