"""Who may build a deck, and how the builder says no."""
from __future__ import unicode_literals

import pytest

from common.compat import reverse
from decks.models import ARCHIVED, PUBLISHED, Deck
from tests.decks.builder.requests_sent import WHITES, address, refused, send, white
from tests.decks.people import a_person, an_own_deck
from tests.game.people import enter

pytestmark = pytest.mark.django_db


def test_guests_are_asked_to_sign_in(client):
    deck = an_own_deck(a_person("Bob"))
    for path in (reverse("decks:mine"), address("edit", deck)):
        assert "/accounts/login/?next=" + path in client.get(path)["Location"]


@pytest.mark.parametrize("name", ["edit", "cards", "near", "doubles", "proposed"])
def test_another_persons_deck_does_not_exist_to_look_at(client, ann, name):
    assert client.get(address(name,
                              an_own_deck(a_person("Bob"), WHITES, status=PUBLISHED))).status_code == 404


@pytest.mark.parametrize("name", ["change", "step", "decide", "unarchive"])
def test_another_persons_deck_does_not_exist_to_change(client, ann, name):
    deck = an_own_deck(a_person("Bob"), status=ARCHIVED if name == "unarchive" else PUBLISHED)
    assert send(client, deck, name, verb="facts", facts={"name": "Mine"}, step="archive").status_code == 404
    assert Deck.objects.get().name == "Tea"


def test_a_deck_of_the_site_is_built_by_its_editors_alone(client, ann):
    deck = an_own_deck(None)
    assert client.get(address("edit", deck)).status_code == 404
    enter(client, a_person("Ed", "change_deck"))
    assert client.get(address("edit", deck)).status_code == 200


def test_whoever_was_signed_out_is_told_so_and_loses_nothing(client):
    deck = an_own_deck(a_person("Bob"), WHITES)
    assert "Sign in in another tab" in refused(client, deck, 403, "sign_in", verb="remove", card=white(deck))


def test_a_page_that_asks_without_end_is_slowed_down(client, deck, monkeypatch):
    monkeypatch.setattr("decks.builder.requests.HAMMERING", "0/m")
    refused(client, deck, 429, "too_fast", verb="remove", card=white(deck))
