"""Taking a seat and watching: every refusal and the way in."""
from __future__ import unicode_literals

import mock
import pytest
from django.test import Client

from common.compat import json_loads
from game.models import Player, Room
from game.rooms import services
from tests.game.pages import address, come_in, path_of, sit, text_of
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


def take_seat(client, room, name="Bob", **fields):
    return client.post(address("take_seat", room.code), dict({"name": name}, **fields))


def watch(client, room, **fields):
    return client.post(address("watch", room.code), fields)


def test_a_guest_takes_a_seat_and_the_table_hears_of_it(client, published):
    room = services.open_room("Ann").room
    assert path_of(take_seat(client, room)) == address("room", room.code)
    assert '"player":"2"' in text_of(client.get(address("room", room.code)))
    assert [json_loads(update.public)["log"] for update in published] == [[{"type": "joined", "player": "2"}]]


def test_an_account_takes_a_seat_for_all_its_devices(client, published, django_user_model):
    django_user_model.objects.create_user("bob", password="sesame")
    client.login(username="bob", password="sesame")
    room = services.open_room("Ann").room
    take_seat(client, room)
    other = Client()
    other.login(username="bob", password="sesame")
    assert '"player":"2"' in text_of(other.get(address("room", room.code)))


def test_pressing_twice_takes_one_seat(client, published):
    room = services.open_room("Ann").room
    take_seat(client, room)
    assert path_of(take_seat(client, room)) == address("room", room.code)
    assert room.players.count() == 2 and len(published) == 1


def test_a_name_that_is_taken_is_refused_with_advice(client, published):
    room = services.open_room("Ann").room
    response = take_seat(client, room, "ANN")
    assert response.status_code == 409 and "has that name already" in text_of(response)
    assert 'value="ANN"' in text_of(response)
    assert room.players.count() == 1 and not published


def test_a_bad_name_is_refused_with_advice(client, published):
    room = services.open_room("Ann").room
    response = take_seat(client, room, "x" * 25)
    assert response.status_code == 400 and "24 characters at most" in text_of(response)


def test_too_few_cards_are_said_at_the_door(client, published):
    table = a_table(white=36)
    table.deal()
    response = take_seat(client, table.room, "Dan")
    assert response.status_code == 409 and "48 white cards" in text_of(response)
    assert not Player.objects.filter(name="Dan").exists() and not published


def test_a_table_that_is_too_busy_says_so(client, published):
    room = services.open_room("Ann").room
    with mock.patch("game.rooms.services.join", side_effect=services.Busy):
        response = take_seat(client, room)
    assert response.status_code == 409 and "very busy" in text_of(response)


def test_the_kicked_get_no_seat(client, published):
    table = a_table("Ann", "Bob")
    sit(client, table.player("bob"))
    table.act("ann", "kick", {"player": "2"})
    assert take_seat(client, table.room).status_code == 403
    assert "2" not in table.state["players"] and not published


def test_whoever_left_sits_down_again(client, published):
    table = a_table("Ann", "Bob", "Cat", "Dan")
    table.deal()
    table.act("bob", "leave")
    sit(client, table.player("bob"))
    assert path_of(take_seat(client, table.room, "Someone else")) == address("room", table.room.code)
    assert table.state["players"]["2"]["presence"] == "gone" and len(published) == 1
    assert table.state["players"]["2"]["name"] == "Bob"


def test_whoever_left_may_find_no_cards_for_them(client, published):
    table = a_table("Ann", "Bob", "Cat", "Dan", white=48)
    table.deal()
    table.act("bob", "leave")
    table.sit_down("Eve")
    sit(client, table.player("bob"))
    response = take_seat(client, table.room)
    assert response.status_code == 409 and "white cards" in text_of(response)


def test_a_table_that_is_too_busy_for_a_return_says_so(client, published):
    table = a_table("Ann", "Bob")
    table.act("bob", "leave")
    sit(client, table.player("bob"))
    with mock.patch("game.rooms.services.come_back", side_effect=services.Busy):
        response = take_seat(client, table.room)
    assert response.status_code == 409 and "very busy" in text_of(response)


def test_a_password_opens_the_seat(client, published):
    room = services.open_room("Ann", password="sesame").room
    assert take_seat(client, room, password="sesame").status_code == 302
    assert room.players.count() == 2


@pytest.mark.parametrize("fields, advice",
                         [({}, "has a password"), ({"password": "wrong"}, "not the password")])
def test_without_the_password_there_is_no_seat(client, published, fields, advice):
    room = services.open_room("Ann", password="sesame").room
    response = take_seat(client, room, "Bob", **fields)
    assert response.status_code == 400 and advice in text_of(response)
    assert 'value="Bob"' in text_of(response)
    assert room.players.count() == 1


def test_watching_opens_the_table_without_a_seat(client, published):
    table = a_table("Ann")
    assert path_of(watch(client, table.room)) == address("room", table.room.code)
    page = text_of(client.get(address("room", table.room.code)))
    assert '"view":"room"' in page and '"player":""' in page
    assert table.room.players.count() == 1 and not published


def test_a_password_is_asked_of_those_who_watch_too(client):
    room = services.open_room("Ann", password="sesame").room
    assert watch(client, room).status_code == 400
    assert watch(client, room, password="wrong").status_code == 400
    assert watch(client, room, password="sesame").status_code == 302


def test_wrong_passwords_are_counted(client, standing_clock):
    room = services.open_room("Ann", password="sesame").room
    answers = [watch(client, room, password="wrong").status_code for _ in range(11)]
    assert answers == [400] * 10 + [429]


def test_after_too_many_wrong_passwords_other_rooms_are_open(client, published, standing_clock):
    room = services.open_room("Ann", password="sesame").room
    for _ in range(11):
        watch(client, room, password="wrong")
    assert take_seat(client, services.open_room("Cat").room).status_code == 302


def test_a_room_that_does_not_exist_has_no_seats(client):
    assert client.post(address("take_seat", "KX7PQ"), {"name": "Bob"}).status_code == 404
    assert client.post(address("watch", "KX7PQ")).status_code == 404


def test_a_spectator_may_still_take_a_seat(client, published):
    room = services.open_room("Ann").room
    come_in(client, room)
    assert take_seat(client, room).status_code == 302
    assert '"player":"2"' in text_of(client.get(address("room", room.code)))


def test_a_locked_door_tells_nothing_but_the_code(client):
    room = services.open_room("Annabel", password="sesame").room
    page = text_of(client.get(address("room", room.code)))
    assert room.code in page and "Annabel" not in page and "not begun" not in page


def test_a_wrong_password_tells_nothing_more(client):
    room = services.open_room("Annabel", password="sesame").room
    for name in ("Bob", "Annabel"):
        assert "Annabel invites" not in text_of(take_seat(client, room, name, password="wrong"))


def test_whoever_gave_the_password_is_told_who_is_inside(client):
    table = a_table("Annabel", "Bob")
    Room.objects.update(password=services.open_room("Cat", password="sesame").room.password)
    watch(client, table.room, password="sesame")
    assert "Annabel" in text_of(take_seat(client, table.room, ""))


def test_a_locked_room_that_is_full_does_not_say_so_before_the_password(client, settings, published):
    settings.SEATS_PER_ROOM = 1
    room = services.open_room("Annabel", password="sesame").room
    assert "Every chair" not in text_of(client.get(address("room", room.code)))
    response = take_seat(client, room, password="sesame")
    assert response.status_code == 409 and "All seats of this room (1) are taken" in text_of(response)


def test_many_names_are_not_all_read_out(client):
    table = a_table(*["Player %d" % number for number in range(1, 15)])
    page = text_of(client.get(address("room", table.room.code)))
    assert "Player 10 and 4 others are here" in page and "Player 11" not in page


def test_a_locked_room_says_so_kindly_and_who_left_comes_back(client, published):
    table = a_table("Ann", "Bob", "Cat", "Dan")
    table.act("ann", "change_settings", {"settings": {"door": "locked"}})
    table.act("dan", "leave")
    response = take_seat(client, table.room, "Eve")
    assert response.status_code == 409 and "You are welcome to watch" in text_of(response)
    sit(client, table.player("dan"))
    assert path_of(take_seat(client, table.room, "Dan")) == address("room", table.room.code)
def test_the_door_shows_a_face_that_nobody_has_and_gives_it(client, published):
    room = services.open_room("Ann", look=(1, 7)).room
    page = text_of(client.get(address("room", room.code)))
    assert page.count('name="face"') == 24 and page.count('name="colour"') == 12 and page.count(" checked>") == 2
    take_seat(client, room, face="9", colour="4")
    seat = room.players.get(number=2)
    assert (seat.face, seat.colour) == (9, 4)


def test_a_face_that_somebody_has_comes_in_another_colour(client, published):
    room = services.open_room("Ann", look=(1, 7)).room
    take_seat(client, room, face="1", colour="7")
    seat = room.players.get(number=2)
    assert seat.face == 1 and seat.colour != 7


@pytest.mark.parametrize("fields", [{"face": "25", "colour": "1"}, {"face": "0", "colour": "1"}, {"face": "x", "colour": "1"},
                                    {"face": "3"}, {"face": "3", "colour": "13"}, {"face": "9" * 400, "colour": "1"}])
def test_a_face_that_does_not_exist_is_refused_with_advice(client, fields):
    room = services.open_room("Ann").room
    response = take_seat(client, room, **fields)
    assert response.status_code == 400 and "There is no such face or colour" in text_of(response)
    assert room.players.count() == 1


def test_the_next_room_offers_the_face_of_this_one(client, published):
    take_seat(client, services.open_room("Ann").room, face="9", colour="4")
    page = text_of(client.get(address("room", services.open_room("Cat", look=(1, 7)).room.code)))
    assert 'value="9" aria-label="Snail" checked' in page and 'value="4" aria-label="Lemon" checked' in page


def test_a_form_that_is_shown_again_keeps_the_face(client):
    page = text_of(take_seat(client, services.open_room("Ann").room, "ANN", face="9", colour="4"))
    assert 'value="9" aria-label="Snail" checked' in page
