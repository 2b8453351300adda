"""Rooms that are opened from the page of a deck."""
from __future__ import unicode_literals

import pytest

from common.compat import json_loads, reverse
from game.models import Room
from tests.decks.catalogue.pages.visits import page_by_code
from tests.decks.shelf import a_deck
from tests.game.pages import text_of

pytestmark = pytest.mark.django_db


def test_a_deck_leads_to_a_room_with_it(client):
    deck = a_deck("Tea", black=[("_", 1)], white=["Leaf %d" % number for number in range(40)], listed=False)
    assert "You play with" not in text_of(client.get("/", {"deck": deck.code}))
    page_by_code(client, deck)
    assert "You play with <b>Tea</b>" in text_of(client.get("/", {"deck": deck.code}))
    room = open_with(client, deck.code)
    assert [chosen["name"] for chosen in room["decks"]] == ["Tea"]


def test_a_deck_too_small_for_a_game_brings_the_family_deck_along(client):
    family = a_deck("Family", black=[("_", 1)], white=["a"], source="starter/family", rating="family")
    deck = a_deck("Tea", white=["a", "b"])
    room = open_with(client, deck.code)
    assert [chosen["id"] for chosen in room["decks"]] == [family.pk, deck.pk]
    assert room["doubles"] == {"black": 0, "white": 1}


def test_a_code_that_this_browser_does_not_know_opens_a_room_with_the_usual_deck(client):
    usual = a_deck("Usual", white=["a"])
    for code in (a_deck("Tea", white=["b"], listed=False).code, "x", "\0"):
        assert [chosen["id"] for chosen in open_with(client, code)["decks"]] == [usual.pk]


def open_with(client, code):
    client.post(reverse("game:open"), {"name": "Ann", "deck": code})
    return json_loads(Room.objects.latest("pk").state)
