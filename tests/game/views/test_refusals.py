"""Methods, forgeries and guesses: what every page refuses alike."""
from __future__ import unicode_literals

import re

import pytest
from django.test import Client

from game.moves import batches
from game.rooms import services
from tests.game.pages import address, sit, text_of

pytestmark = pytest.mark.django_db
SEATLESS = ["join", "open", "client_errors"]
OF_A_ROOM = ["take_seat", "watch"]
READ_ONLY = ["room", "tv", "decks", "history", "qr", "seat_qr"]


@pytest.fixture
def host():
    return services.open_room("Ann")


@pytest.fixture
def strict():
    """A browser whose forms need their token."""
    return Client(enforce_csrf_checks=True)


def test_what_changes_something_takes_no_get(client, host):
    addresses = [address(name) for name in SEATLESS] + [address(name, host.room.code) for name in OF_A_ROOM]
    assert [client.get(path).status_code for path in addresses] == [405] * 5


def test_what_only_shows_takes_no_post(client, host):
    sit(client, host)
    addresses = ["/"] + [address(name, host.room.code) for name in READ_ONLY]
    assert [client.post(path).status_code for path in addresses] == [405] * 7


def test_a_seat_takes_no_put(client, host):
    assert client.put(address("seat", host.key)).status_code == 405


def test_without_a_token_nothing_is_posted(strict, host):
    paths = [address(name) for name in SEATLESS] + [address(name, host.room.code) for name in OF_A_ROOM]
    answers = [strict.post(path, {"name": "Bob", "code": host.room.code}).status_code
               for path in paths + [address("seat", host.key)]]
    assert answers == [403] * 6
    assert host.room.players.count() == 1 and batches.load(host.room_id).version == 1


def token_in(page):
    return re.search(r'name=[\'"]csrfmiddlewaretoken[\'"] value=[\'"](\w+)', page).group(1)


def test_the_token_of_the_page_opens_the_form(strict, host):
    token = token_in(text_of(strict.get("/")))
    response = strict.post(address("join"), {"code": host.room.code, "csrfmiddlewaretoken": token})
    assert response.status_code == 302


def test_scripts_send_the_token_as_a_header(strict):
    token = re.search(r'data-csrf="(\w+)"', text_of(strict.get("/"))).group(1)
    response = strict.post(address("client_errors"), b"{}", content_type="application/json",
                           HTTP_X_CSRFTOKEN=token)
    assert response.status_code == 204


def test_scripts_cannot_read_the_cookies(client, published):
    client.get("/")
    client.post(address("open"), {"name": "Ann"})
    assert client.cookies["csrftoken"]["httponly"] and client.cookies["sessionid"]["httponly"]


def test_the_twenty_first_wrong_code_has_to_wait(client, standing_clock):
    answers = [client.get(address("room", "KX7PQ")).status_code for _ in range(21)]
    assert answers == [404] * 20 + [429]


def test_guesses_by_form_and_by_address_and_by_link_count_together(client, standing_clock):
    for _ in range(7):
        client.post(address("join"), {"code": "KX7PQ"})
        client.get(address("qr", "KX7PQ"))
        client.get(address("seat", "x" * 32))
    assert client.post(address("join"), {"code": "KX7PQ"}).status_code == 429


def test_too_many_guesses_are_told_how_long_to_wait(client, standing_clock):
    for _ in range(21):
        response = client.get(address("room", "KX7PQ"))
    assert response["Retry-After"] == "600"
    assert re.search("wait (600 seconds|10 minutes)", text_of(response))
    assert '<a class="primary button" href="%s">' % address("home") in text_of(response)


def test_right_codes_are_not_counted(client, host):
    assert {client.get(address("room", host.room.code)).status_code for _ in range(25)} == {200}


def test_another_address_may_still_guess(client, standing_clock):
    for _ in range(21):
        client.get(address("room", "KX7PQ"))
    assert client.get(address("room", "KX7PQ"), REMOTE_ADDR="192.0.2.7").status_code == 404


def test_a_post_without_its_token_gets_a_page_that_says_how_to_go_on(strict):
    assert "load the page again" in text_of(strict.post(address("join"), {"code": "KX7PQ"}))
