"""The builder's page: what it begins with, and the cards that it asks for."""
from __future__ import unicode_literals

import json
import re

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from decks.builder import steps
from decks.models import ARCHIVED, WhiteCard
from game.rules.settings import default_settings
from game.rules.state import SPARE
from tests.decks.builder.requests_sent import address, read
from tests.decks.people import an_own_deck

pytestmark = pytest.mark.django_db


def begun(client, deck, **query):
    """(the page, the document in it)."""
    page = client.get(address("edit", deck), query)
    found = re.search('id="document">(.*?)</script>', page.content.decode("utf-8"))
    return page, json.loads(found.group(1))


def test_the_builder_begins_with_the_deck_and_its_first_cards(client, ann):
    deck = an_own_deck(ann, "\n".join("card %d" % number for number in range(60)) + "\n<b>_</b>")
    page, document = begun(client, deck)
    assert document["counts"] == {"black": 1, "white": 60} and document["serves"] == 5
    assert [len(part["cards"]) for part in document["pages"]] == [1, 50]
    assert document["pages"][0]["cards"][0]["text"] == "<b>_</b>" and b"<b>_" not in page.content


def test_a_link_opens_the_builder_at_the_cards_with_these_words(client, ann, deck):
    _, document = begun(client, an_own_deck(ann, "Milk\nSugar", name="Cake"), q="sug")
    assert [card["text"] for card in document["pages"][1]["cards"]] == ["Sugar"]
    assert document["query"] == "sug" and document["counts"]["white"] == 2


def test_a_deck_in_the_archive_is_not_built(client, ann):
    assert client.get(address("edit", an_own_deck(ann, status=ARCHIVED)))["Location"].endswith("/decks/mine/")


def test_it_asks_as_much_for_five_thousand_cards_as_for_five(client, ann):
    asked = []
    for many in (1, 5, 5000):  # the first page of all also asks what is kept in memory from then on
        deck = an_own_deck(ann, "", "Deck %d" % many)
        WhiteCard.objects.bulk_create([WhiteCard(deck=deck, text="card %d" % place, fingerprint="%d" % place,
                                                 position=place)
                                       for place in range(many)], batch_size=200)
        with CaptureQueriesContext(connection) as seen:
            client.get(address("edit", deck))
        asked.append(len(seen))
    assert asked[1] == asked[2] <= 20


def test_a_player_of_the_game_holds_as_many_cards_as_the_builder_says():
    assert steps.CARDS_EACH == default_settings()["hand_size"] + SPARE


def test_cards_come_page_by_page(client, deck):
    page, = read(client.get(address("cards", deck), {"kind": "white", "start": "1", "count": "1"}))["pages"]
    assert (page["start"], page["total"], [card["text"] for card in page["cards"]]) == (1, 3, ["soup"])


def test_cards_are_found_by_all_of_the_words(client, deck):
    pages = read(client.get(address("cards", deck), {"q": "DUCK a\0"}))["pages"]
    assert [[card["text"] for card in page["cards"]] for page in pages] == [[], ["a duck"]]


@pytest.mark.parametrize("asked", [{"start": "-1"}, {"start": "x"}, {"count": "0"}, {"count": "9" * 30}])
def test_numbers_that_make_no_sense_are_no_trouble(client, deck, asked):
    assert client.get(address("cards", deck), asked).status_code == 200


def test_there_are_no_green_cards(client, deck):
    assert read(client.get(address("cards", deck), {"kind": "green"}), 400)["code"] == "bad_request"
    assert read(client.get(address("near", deck), {"kind": "green", "text": "tea"}),
                400)["code"] == "bad_request"
