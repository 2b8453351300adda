"""The room's page for a stranger, a player, and those who are out; the TV; the personal link."""
from __future__ import unicode_literals

import pytest
from django.test import Client

from game.moves import batches
from game.rooms import services
from tests.game.pages import address, come_in, path_of, sit, text_of
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


def room_page(client, table):
    return client.get(address("room", table.room.code))


def test_a_stranger_sees_the_door(client):
    table = a_table("Ann", "Bob")
    page = text_of(room_page(client, table))
    assert "Ann, Bob are here" in page and address("take_seat", table.room.code) in page
    assert '"socket"' not in page and 'type="password"' not in page


def test_the_door_of_a_locked_room_asks_for_the_password(client):
    room = services.open_room("Ann", password="sesame").room
    assert 'type="password"' in text_of(client.get(address("room", room.code)))


def test_a_player_sees_the_table(client):
    table = a_table("Ann", "Bob")
    sit(client, table.player("bob"))
    page = text_of(room_page(client, table))
    assert '"player":"2"' in page and '"socket":"/ws/rooms/%s/"' % table.room.code in page
    assert table.player("bob").key in page and table.player("ann").key not in page


def test_the_page_knows_what_can_be_chosen_and_the_screen_does_not(client):
    table = a_table("Ann", "Bob")
    come_in(client, table.room)
    page = text_of(room_page(client, table))
    assert '"presets":[{"' in page and '"name":"score_limit"' in page
    assert '"presets"' not in text_of(client.get(address("tv", table.room.code)))


def test_the_page_itself_holds_no_hand(client):
    table = a_table()
    table.deal()
    sit(client, table.player("bob"))
    assert "Tea answer" not in text_of(room_page(client, table))


def test_the_page_with_the_personal_link_repeats_nothing_of_its_address(client):
    table = a_table("Ann", "Bob")
    sit(client, table.player("bob"))
    page = text_of(client.get(address("room", table.room.code) + "?from=walnut"))
    assert table.player("bob").key in page and "walnut" not in page  # it goes out compressed


def test_the_kicked_see_that_they_are_out(client):
    table = a_table("Ann", "Bob")
    sit(client, table.player("bob"))
    come_in(client, table.room)
    table.act("ann", "kick", {"player": "2"})
    response = room_page(client, table)
    assert response.status_code == 403 and "asked you to leave" in text_of(response)
    assert '"socket"' not in text_of(response) and 'data-testid="take-seat"' not in text_of(response)
    assert '<a class="primary button" href="%s">' % address("home") in text_of(response)


def test_whoever_left_sees_the_door_again(client):
    table = a_table("Ann", "Bob")
    sit(client, table.player("bob"))
    table.act("bob", "leave")
    response = room_page(client, table)
    assert response.status_code == 200 and '"socket"' not in text_of(response)


def test_a_code_that_is_not_in_use_is_not_found_and_there_is_a_way_back(client):
    response = client.get(address("room", "KX7PQ"))
    assert response.status_code == 404 and "the code has one letter wrong" in text_of(response)
    assert '<a class="primary button" href="%s">' % address("home") in text_of(response)


def test_the_tv_shows_the_table_without_a_seat(client):
    table = a_table("Ann")
    sit(client, table.player("ann"))
    page = text_of(client.get(address("tv", table.room.code)))
    assert '"view":"tv"' in page and table.player("ann").key not in page
    assert '"socket":"/ws/rooms/%s/?view=tv"' % table.room.code in page


def test_the_room_page_opens_a_socket_for_the_seat(client):
    table = a_table("Ann")
    sit(client, table.player("ann"))
    assert '"socket":"/ws/rooms/%s/"' % table.room.code in text_of(room_page(client, table))


def test_the_tv_of_a_locked_room_asks_at_the_door(client):
    room = services.open_room("Ann", password="sesame").room
    assert '"view"' not in text_of(client.get(address("tv", room.code)))
    come_in(client, room)
    assert '"view":"tv"' in text_of(client.get(address("tv", room.code)))


def test_a_player_of_a_locked_room_may_open_its_tv(client):
    host = services.open_room("Ann", password="sesame")
    sit(client, host)
    assert '"view":"tv"' in text_of(client.get(address("tv", host.room.code)))


@pytest.mark.parametrize("password", ["", "sesame"])
def test_the_kicked_may_not_open_the_tv(client, password):
    host = services.open_room("Ann", password=password)
    bob = services.join(host.room, "Bob")
    sit(client, bob)
    come_in(client, host.room)
    services.play(host.room_id, [batches.Move("1", "kick", {"player": "2"}, "", None)])
    response = client.get(address("tv", host.room.code))
    assert response.status_code == 403 and '"view":"tv"' not in text_of(response)


def test_looking_at_a_personal_link_changes_nothing(client, published):
    table = a_table("Ann", "Bob")
    bob = table.player("bob")
    response = client.get(address("seat", bob.key))
    assert "Continue here as Bob" in text_of(response)
    assert table.player("bob").key == bob.key and not published
    assert '"socket"' not in text_of(room_page(client, table))


def test_posting_to_a_personal_link_moves_the_seat(client, published):
    table, old = a_table("Ann", "Bob"), Client()
    sit(old, table.player("bob"))
    key = table.player("bob").key
    assert path_of(client.post(address("seat", key))) == address("room", table.room.code)
    assert '"player":"2"' in text_of(room_page(client, table))
    assert '"socket"' not in text_of(room_page(old, table))
    assert client.get(address("seat", key)).status_code == 404


def test_the_old_device_hears_that_the_seat_moved(client, published):
    table = a_table("Ann", "Bob")
    version = table.version
    client.post(address("seat", table.player("bob").key))
    goodbye, = published
    assert (goodbye.topic, goodbye.public, goodbye.disconnects) == (table.pk, "", {"2": "seat_moved"})
    assert table.version == version


def test_ones_own_personal_link_leads_to_the_table(client, published):
    table = a_table("Ann", "Bob")
    sit(client, table.player("bob"))
    key = table.player("bob").key
    assert "here already" in text_of(client.get(address("seat", key)))
    assert path_of(client.post(address("seat", key))) == address("room", table.room.code)
    assert table.player("bob").key == key and not published


@pytest.mark.parametrize("method", ["get", "post"])
def test_the_link_of_somebody_kicked_opens_nothing(client, published, method):
    table = a_table("Ann", "Bob")
    table.act("ann", "kick", {"player": "2"})
    assert getattr(client, method)(address("seat", table.player("bob").key)).status_code == 404


def test_a_link_that_was_never_made_opens_nothing(client):
    assert client.get(address("seat", "x" * 32)).status_code == 404
    assert client.get("/seats/short/").status_code == 404


def test_whoever_signs_in_at_the_door_comes_back_to_it(client):
    room = a_table().room
    assert "/accounts/login/?next=/rooms/%s/" % room.code in text_of(client.get(address("room", room.code)))


def test_an_address_in_small_letters_leads_to_the_room(client):
    room = services.open_room("Ann").room
    assert path_of(client.get("/rooms/%s/" % room.code.lower())) == address("room", room.code)
    assert client.get("/rooms/hello/").status_code == 404
