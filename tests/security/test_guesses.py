"""Whoever has guessed too often learns nothing more: not even the right answer opens the door for a while."""
from __future__ import unicode_literals

import pytest

from game.rooms import services
from tests.game.pages import address, sit

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("standing_clock")]


@pytest.fixture
def host():
    return services.open_room("Ann", password="sesame")


def guess_codes(client):
    for _ in range(21):
        client.get(address("room", "KX7PQ"))


def guess_passwords(client, host, way):
    return [client.post(address(way, host.room.code), {"name": "Mallory", "password": "wrong"}).status_code
            for _ in range(12)]


def test_after_too_many_wrong_codes_a_right_one_is_refused_too(client, host):
    guess_codes(client)
    assert client.get(address("room", host.room.code)).status_code == 429
    assert client.post(address("join"), {"code": host.room.code}).status_code == 429


def test_those_inside_are_not_held_up_by_a_neighbour_who_guesses(client, host):
    sit(client, host)
    guess_codes(client)
    assert client.get(address("room", host.room.code)).status_code == 200


@pytest.mark.parametrize("way", ["take_seat", "watch"])
def test_after_too_many_wrong_passwords_the_right_one_is_refused_too(client, host, way):
    assert guess_passwords(client, host, way) == [400] * 10 + [429] * 2
    right = client.post(address(way, host.room.code), {"name": "Mallory", "password": "sesame"})
    assert right.status_code == 429 and host.room.players.count() == 1


def test_refused_guesses_cost_no_hash(client, host, monkeypatch):
    guess_passwords(client, host, "watch")
    monkeypatch.setattr("game.seats.sessions.check_password",
                        lambda *args: pytest.fail("it was compared all the same"))
    assert guess_passwords(client, host, "watch") == [429] * 12


def test_a_room_without_a_password_is_open_to_a_neighbour_of_somebody_who_guesses(client, host):
    guess_passwords(client, host, "watch")
    assert client.post(address("watch", services.open_room("Ben").room.code)).status_code == 302
