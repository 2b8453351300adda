"""Guests who say no, change their minds, or answer to a night."""
from __future__ import unicode_literals

import datetime

import pytest
from django.utils import timezone

from tests.game.pages import address, path_of, text_of
from tests.invitations.people import a_guest, a_host
from tests.invitations.visits import SATURDAY, a_night, again, link, look, press, signed_in, told  # noqa: F401

pytestmark = pytest.mark.django_db


def test_a_no_is_thanked_for_and_can_be_taken_back(client, told):
    guest = a_guest(a_host())
    assert path_of(client.post(link("decline", guest))) == link("accept", guest)
    page = text_of(look(client, guest))
    assert "Thank you for telling" in page and "Changed your mind?" in page and again(
        guest).declined is not None
    client.post(link("decline", guest), {"undo": "1"})
    assert again(guest).declined is None and "Ann invites you" in text_of(look(client, guest))


def test_after_a_no_the_seat_is_still_there(client, told):
    guest = a_guest(a_host())
    client.post(link("decline", guest))
    assert path_of(press(client, guest)) == address("room", guest.room.code) and again(guest).declined is None


def test_the_date_is_shown_and_answered(client, told):
    host = a_host()
    guest = a_guest(host)
    a_night(host, guest, starts=SATURDAY)
    assert "Saturday, November 28<br>8 p.m." in text_of(look(client, guest))
    assert path_of(client.post(link("answer", guest), {"answer": "maybe"})) == link("accept", guest)
    page = text_of(look(client, guest))
    assert "you may be there" in page and 'value="maybe" aria-pressed="true"' in page
    assert again(guest).answer == "maybe" and again(guest).declined is None


@pytest.mark.parametrize("answer", ["perhaps", ""])
def test_a_strange_answer_is_refused_on_the_same_page(client, told, answer):
    host = a_host()
    guest = a_guest(host)
    a_night(host, guest)
    response = client.post(link("answer", guest), {"answer": answer})
    assert response.status_code == 400 and "Take my seat" in text_of(response) and again(guest).answer == ""


def test_who_sits_elsewhere_answers_for_nobody(told):
    host = a_host()
    guest = a_guest(host)
    a_night(host, guest)
    browser = signed_in(host.user)
    assert browser.post(link("answer", guest), {"answer": "yes"}).status_code == 409
    browser.post(link("decline", guest))
    assert again(guest).answer == "" and again(guest).declined is None and not told.updates


def test_a_night_that_is_over_or_called_off_is_not_asked_about(client, told):
    host = a_host()
    over, off = a_guest(host), a_guest(host, "cat@example.org")
    a_night(host, over, starts=timezone.now() - datetime.timedelta(hours=5))
    a_night(host, off, cancelled=timezone.now())
    assert not [guest for guest in (over, off) if "Game night" in text_of(look(client, guest))]
