"""*Try it alone* on the home page: a game with two bots at one press."""
from __future__ import unicode_literals

import pytest
from django.utils import translation

from decks.models import Deck
from game import rules
from game.models import Player, Room
from game.moves import storage
from tests.game.pages import address, text_of
from tests.game.people import an_account, enter
from tests.game.table import a_stored_deck

pytestmark = pytest.mark.django_db


@pytest.fixture
def family(db):
    """The deck that a new room begins with."""
    return a_stored_deck("Family", rating="family", source="starter/family")


def state_of(room):
    return storage.read_state(room.state)


def test_one_press_begins_a_game(client, family):
    answer = client.post(address("alone"))
    room = Room.objects.get()
    assert answer["Location"].endswith(room.get_absolute_url())
    state = state_of(room)
    assert (state["phase"], len(state["players"]), room.listed) == ("playing", 3, False)
    assert state["judge"] != "1" and len(state["players"]["1"]["hand"]) == 10


@pytest.mark.parametrize("address_name, fields", [("alone", {}), ("open", {"name": "Ann"})])
def test_a_new_room_has_the_family_deck_in_the_language_of_its_host(client, family, address_name, fields):
    familie = a_stored_deck("Familie", rating="family", source="starter/familie", language="de")
    with translation.override("de"):
        client.post(address(address_name), fields, HTTP_ACCEPT_LANGUAGE="de")
    assert [deck["id"] for deck in state_of(Room.objects.get())["decks"]] == [familie.pk]


def test_who_has_no_name_gets_a_funny_one(client, family):
    client.post(address("alone"))
    assert len(Player.objects.get().name.split()) == 2


def test_who_has_one_keeps_it(client, family):
    enter(client, an_account("ann"))
    client.post(address("alone"))
    assert Player.objects.get().name.lower() == "ann"


def test_they_are_gone_until_their_page_is_there(client, family):
    client.post(address("alone"))
    state = state_of(Room.objects.get())
    assert state["players"]["1"]["presence"] == "gone"
    assert rules.is_running(state)


def test_without_a_deck_they_find_the_lobby(client, db):
    Deck.objects.all().delete()
    assert client.post(address("alone")).status_code == 302
    assert state_of(Room.objects.get())["phase"] == "lobby"


def test_it_is_one_of_the_rooms_of_an_hour(client, settings, standing_clock, family):
    settings.ROOMS_AN_HOUR = 1
    assert client.post(address("alone")).status_code == 302
    answer = client.post(address("alone"))
    assert answer.status_code == 429 and "many new rooms" in text_of(answer)


def test_the_home_page_offers_it(client, db):
    assert "Try it alone" in text_of(client.get("/"))
    assert client.get(address("alone")).status_code == 405
