"""Hearts: favourites of people with accounts."""
from __future__ import unicode_literals

import pytest

from common.compat import reverse
from decks.models import FavouriteDeck
from tests.decks.catalogue.pages.visits import look, names, page_of
from tests.decks.shelf import a_deck
from tests.game.pages import path_of, text_of
from tests.game.people import an_account, enter

pytestmark = pytest.mark.django_db


def press_heart(client, deck, heart="yes"):
    return client.post(reverse("decks:heart", args=[deck.code]), {"heart": heart})


def test_a_heart_is_given_and_taken_back(client):
    ann, deck = an_account(), a_deck("Tea")
    enter(client, ann)
    for _ in range(2):
        assert path_of(press_heart(client, deck)) == reverse("decks:deck", args=["tea"])
    assert FavouriteDeck.objects.count() == 1
    assert 'aria-pressed="true"' in text_of(page_of(client, deck)) and "your favourite" in look(client)
    press_heart(client, deck, "no")
    assert not FavouriteDeck.objects.exists()


def test_ones_favourites_stand_together_also_those_that_are_not_listed(client):
    tea, secret = a_deck("Tea"), a_deck("Secret", listed=False)
    a_deck("Cake")
    enter(client, an_account())
    for deck in (tea, secret):
        press_heart(client, deck)
    assert names(client, hearts="yes", sort="name") == ["Secret", "Tea"]
    assert reverse("decks:deck_of_code", args=[secret.code]) in look(client, hearts="yes")
    assert names(client) == ["Cake", "Tea"]


def test_strangers_have_no_favourites_to_look_at(client):
    a_deck("Tea")
    assert names(client, hearts="yes") == ["Tea"] and "My favourites" not in look(client)


def test_without_an_account_a_heart_leads_to_the_door_and_back_to_the_deck(client):
    deck = a_deck("Tea")
    assert "next=/decks/tea/" in path_of(press_heart(client, deck))
    assert "Sign in to keep it" in text_of(page_of(client, deck)) and not FavouriteDeck.objects.exists()


def test_no_heart_for_a_deck_one_may_not_see(client):
    enter(client, an_account())
    assert press_heart(client, a_deck("Tea", status="draft")).status_code == 404
    assert not FavouriteDeck.objects.exists()
