"""Guests who sit at the table already answer there and at home: who may, and where their link leads."""
from __future__ import unicode_literals

import pytest
from django.utils import timezone

from common.clock import in_ms
from common.compat import json_dumps, json_loads, reverse
from invitations.hosting import nights
from tests.game.pages import text_of
from tests.invitations.people import a_guest, a_host
from tests.invitations.visits import a_night, again, link, look, mark, press

pytestmark = pytest.mark.django_db


@pytest.fixture
def host():
    return a_host("Ann")


@pytest.fixture
def guest(host, client):
    """Bob, who sits at the table by his link."""
    guest = a_guest(host)
    a_night(host, guest, plus_one=True)
    press(client, guest)
    return again(guest)


def answer(browser, host, **asked):
    asked.setdefault("starts", in_ms(nights.current(host.room).starts))
    said = browser.post(reverse("invitations:night_answer", args=[host.room.code]), json_dumps(asked),
                        content_type="application/json")
    return said.status_code, json_loads(said.content) if said.status_code == 200 else None


def test_the_one_who_sits_there_answers(client, host, guest):
    status, said = answer(client, host, answer="yes", plus=True)
    assert (status, said["night"]["answers"], again(guest).plus) == (200, {"yes": 1}, True)
    seat = "%d" % guest.player.number
    assert (said["night"]["people"][0]["seat"], said["night"]["guests"]) == (seat, [seat])


@pytest.mark.parametrize("word", ["perhaps", None, ["yes"]])
def test_no_other_word_is_an_answer(client, host, guest, word):
    assert answer(client, host, answer=word)[0] == 400 and again(guest).answer == ""


def test_what_was_said_of_another_date_is_no_answer(client, host, guest):
    at_home = reverse("invitations:answer_at_home", args=[host.room.code])
    assert answer(client, host, answer="yes", starts=1)[0] == 400
    for form in ({"answer": "yes", "starts": "1"}, {"answer": "yes"}):
        page = text_of(client.post(at_home, form, follow=True))
        assert "The date of room %s has changed" % host.room.code in page
    assert again(guest).answer == ""


def test_who_sits_there_without_an_invitation_does_not_answer(client, host):
    a_night(host, a_guest(host))
    assert answer(client, host, answer="yes")[0] == 404
    client.post(reverse("game:take_seat", args=[host.room.code]), {"name": "Cat"})
    assert answer(client, host, answer="yes")[0] == 404


def test_who_is_not_invited_any_more_does_not_answer(client, host, guest):
    mark(guest, revoked=timezone.now())
    assert answer(client, host, answer="yes")[0] == 404 and again(guest).answer == ""


def test_the_link_opens_the_room_with_the_date(client, host, guest):
    assert look(client, guest)["Location"].endswith(host.room.get_absolute_url() + "#night")
    guest.night.__class__.objects.update(cancelled=timezone.now())
    assert look(client, guest)["Location"].endswith(host.room.get_absolute_url())


def test_home_asks_whoever_may_answer(client, host, guest):
    at_home = reverse("invitations:answer_at_home", args=[host.room.code])
    assert at_home in text_of(client.get("/"))
    assert client.post(at_home, {"answer": "maybe", "starts": in_ms(guest.night.starts)})["Location"].endswith("/")
    assert again(guest).answer == "maybe"
    assert 'value="maybe" aria-pressed="true"' in text_of(client.get("/"))


def test_home_begins_with_a_night_ahead(client, host, guest):
    pages = [text_of(client.get("/"))]
    nights.cancel(guest.night)
    pages.append(text_of(client.get("/")))
    assert [page.index("My rooms") < page.index("The party starts with") for page in pages] == [True, False]


def test_home_asks_nobody_else(client, host):
    guest = a_guest(host)
    a_night(host, guest)
    client.post(reverse("game:take_seat", args=[host.room.code]), {"name": "Cat"})
    page = text_of(client.get("/"))
    assert "Maybe" not in page and link("answer", guest) not in page
