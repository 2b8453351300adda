"""Keeping a card that somebody wrote at a table: it is proposed to one of the table's decks."""
from __future__ import unicode_literals

import pytest

from decks.models import DRAFT, PUBLISHED, Deck
from tests.game.pages import address, come_in, sit, text_of
from tests.game.table import a_table

pytestmark = pytest.mark.django_db
CARD = {"kind": "white", "text": "my cat's lawyer"}


@pytest.fixture
def table():
    table = a_table("Ann", "Bob", "Cat")
    table.deal()
    return table


def decks_of(table):
    return Deck.objects.filter(pk__in=[deck["id"] for deck in table.state["decks"]])


def test_one_deck_is_asked_at_once_with_the_card_filled_in(client, django_user_model, table):
    sit(client, table.player("bob"))
    response = client.get(address("keep", table.room.code), CARD)
    assert response.status_code == 302 and "/propose/?" in response["Location"]
    django_user_model.objects.create_user("bob", password="secret")
    client.login(username="bob", password="secret")
    assert "my cat&#39;s lawyer" in text_of(client.get(response["Location"])).replace("&#x27;", "&#39;")


def test_of_several_decks_one_is_chosen(client, table):
    other = Deck.objects.create(name="Evenings", slug="evenings", status=PUBLISHED)
    table.alter(decks=table.state["decks"] + [dict(table.state["decks"][0], id=other.pk)])
    sit(client, table.player("bob"))
    page = text_of(client.get(address("keep", table.room.code), CARD))
    assert page.count('data-testid="keep-in"') == 2 and "Evenings" in page


def test_a_deck_that_is_not_published_takes_none(client, table):
    decks_of(table).update(status=DRAFT)
    sit(client, table.player("bob"))
    page = text_of(client.get(address("keep", table.room.code), CARD))
    assert "No deck takes it" in page


def test_who_has_no_seat_keeps_nothing(client, table):
    assert client.get(address("keep", table.room.code), CARD).status_code == 404
    come_in(client, table.room)
    assert client.get(address("keep", table.room.code), CARD).status_code == 404
