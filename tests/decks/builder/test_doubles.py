"""Cards that read alike: hints while one is typed, and a list of all."""
from __future__ import unicode_literals

import pytest

from decks.models import WHITE
from tests.decks.builder.requests_sent import address, read, white
from tests.decks.people import an_own_deck

pytestmark = pytest.mark.django_db


def test_it_hints_at_a_card_that_reads_nearly_the_same(client, ann):
    deck = an_own_deck(ann, "a duck with a clipboard\nsoup")
    ask = lambda text: read(client.get(address("near", deck), {"kind": WHITE, "text": text}))["near"]  # noqa: E731
    assert ask("a duck with a clipboards") == "a duck with a clipboard" and ask("four balloons") == ""


def test_it_lists_cards_that_read_alike(client, ann):
    deck = an_own_deck(ann, "a duck with a clipboard\na duck with a clipboards\nsoup")
    answer = read(client.get(address("doubles", deck)))
    assert [(pair["same"], pair["one"]["text"], pair["other"]["id"]) for pair in answer["pairs"]] == [
        (False, "a duck with a clipboard", white(deck, 1))]
    assert answer["complete"]


def test_looking_for_doubles_over_and_over_is_slowed_down(client, deck, monkeypatch):
    monkeypatch.setattr("decks.views.builder.LOOKS", "0/m")
    assert read(client.get(address("doubles", deck)), 429)["code"] == "too_fast"
