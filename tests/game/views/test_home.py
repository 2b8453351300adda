"""The home page: join by code, open a room, find the way back."""
from __future__ import unicode_literals

import mock
import pytest

from common.compat import LONE_SURROGATE
from game.models import Player, Room
from game.moves import batches
from game.rooms import cleanup, listing, services
from tests.game.pages import address, path_of, sit, text_of
from tests.game.table import a_stored_deck, a_table

pytestmark = pytest.mark.django_db


def join(client, code):
    return client.post(address("join"), {"code": code})


def open_room(client, **fields):
    return client.post(address("open"), dict({"name": "Ann"}, **fields))


def test_it_asks_for_a_code_and_offers_a_room(client):
    page = text_of(client.get("/"))
    assert address("join") in page and address("open") in page


@pytest.mark.parametrize("shape", ["%s", " %s ", "lower", "dashed", "Come and play! https://cards.example/rooms/%s/?x=1"])
def test_a_code_leads_to_its_room_however_it_is_typed(client, shape):
    code = services.open_room("Ann").room.code
    typed = {"lower": code.lower(), "dashed": code[:3] + "-" + code[3:].lower()}.get(shape) or shape % code
    assert path_of(join(client, typed)) == address("room", code)


def test_a_code_that_cannot_be_one_is_refused_with_advice(client):
    response = join(client, "KX7PO")
    assert response.status_code == 400 and "There is no letter O in codes" in text_of(response)
    assert 'value="KX7PO"' in text_of(response)


def test_a_code_that_is_not_in_use_is_refused_with_advice_and_stays_to_be_mended(client):
    response = join(client, "kx7 pq")
    assert response.status_code == 404 and "There is no room KX7PQ" in text_of(response)
    assert 'value="kx7 pq"' in text_of(response)


def test_no_code_at_all_is_refused_with_advice(client):
    response = join(client, "")
    assert response.status_code == 400 and "Type the five letters" in text_of(response)


def test_a_new_room_seats_its_host(client):
    response = open_room(client, name=" Ann  Lee ", password="sesame")
    player = Player.objects.get()
    assert path_of(response) == address("room", player.room.code)
    assert player.name == "Ann Lee" and not player.room.listed and player.room.password
    assert '"player":"1"' in text_of(client.get(path_of(response)))


def test_a_new_room_begins_with_the_family_deck(client):
    a_stored_deck("Night", rating="adult", source="starter/night")
    a_stored_deck("Own", rating="family")
    family = a_stored_deck("Family", rating="family", source="starter/family")
    open_room(client)
    assert [deck["id"] for deck in batches.load(Room.objects.get().pk).state["decks"]] == [family.pk]


def test_a_new_room_asks_to_clear_old_ones_away(client, monkeypatch):
    asked = []
    monkeypatch.setattr(cleanup, "send_task", lambda channel, payload: asked.append((channel, payload)))
    open_room(client)
    assert asked == [("tidy-rooms", {"days": 30})]


@pytest.mark.parametrize("name, advice", [
    ("", "Give a name"), ("  ", "Give a name"), ("An\u202en", "cannot be shown"), ("x" * 25, "too long"),
    ("x" * 500, "at most")])
def test_a_bad_name_opens_no_room(client, name, advice):
    response = open_room(client, name=name)
    assert response.status_code == 400 and advice in text_of(response)
    assert not Room.objects.exists()


def test_half_a_letter_in_raw_bytes_is_never_stored(client):
    client.post(address("open"), b"name=Ann%ED%A0%BE", content_type="application/x-www-form-urlencoded")
    assert not any(LONE_SURROGATE.search(name) for name in Player.objects.values_list("name", flat=True))


def test_a_room_with_a_password_is_not_shown_to_everybody(client):
    response = open_room(client, listed="on", password="sesame")
    assert response.status_code == 400 and "among friends" in text_of(response)


def test_it_leads_to_rooms_that_want_to_be_found(client):
    open_table, hidden = a_table(), a_table("Dora", "Emil", name="Cake")
    listing.show(open_table.room, True)
    page = text_of(client.get("/"))
    assert open_table.room.get_absolute_url() in page and hidden.room.code not in page
    assert address("open_rooms") in page


def test_it_shows_the_way_back_to_my_rooms(client):
    table = a_table("Ann", "Bob")
    sit(client, table.player("bob"))
    page = text_of(client.get("/"))
    assert table.room.code in page and "with Ann" in page


def test_names_are_escaped(client):
    listing.show(a_table("<b>Ann</b>").room, True)
    page = text_of(client.get("/"))
    assert "&lt;b&gt;Ann" in page and "<b>Ann" not in page


def test_no_free_code_is_said_and_no_error(client):
    with mock.patch("game.rooms.services.open_room", side_effect=services.Busy):
        response = open_room(client)
    assert response.status_code == 409 and "very busy" in text_of(response)
