# coding: utf-8
"""The page that calendars lead to: it knows guests who were here before, asks the others, and opens nothing by
itself.
"""
from __future__ import unicode_literals

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from common.compat import reverse
from invitations import links
from invitations.mail import tasks
from invitations.models import Invitation
from tests.game.pages import address, path_of, text_of
from tests.invitations.people import a_guest, a_host, a_user
from tests.invitations.visits import again, link, look, mark, press, signed_in, told  # noqa: F401

pytestmark = pytest.mark.django_db


@pytest.fixture
def guest(told, monkeypatch):
    monkeypatch.setattr("common.web.senders.letters_leave", lambda: True)
    return a_guest(a_host("Ann"), sent=timezone.now(), due=None)


def page(guest):
    return reverse("invitations:invited", args=[guest.room.code])


def ask(client, guest, email):
    return client.post(page(guest), {"email": email})


def test_a_stranger_is_asked_and_told_nothing(client, guest):
    answer = client.get(page(guest))
    text = text_of(answer)
    assert answer.status_code == 200 and "Who are you?" in text and guest.room.code in text
    assert not [word for word in (guest.key, "Ann", "bob@") if word in text] and not client.session.keys()


def test_a_browser_that_has_opened_the_link_is_led_there(client, guest):
    look(client, guest)
    assert path_of(client.get(page(guest))) == link("accept", guest)


def test_the_cookie_is_for_this_page_alone_and_holds_no_key(client, guest):
    look(client, guest)
    cookie = client.cookies[links.COOKIE]
    assert cookie["path"] == page(guest) and cookie["httponly"] and guest.key not in cookie.value


@pytest.mark.parametrize("change", [{"revoked": timezone.now()}, {"room": None}])
def test_a_link_that_is_good_no_more_is_not_led_to(client, guest, change):
    look(client, guest)
    where = page(guest)
    mark(guest, **change)
    assert "Who are you?" in text_of(client.get(where))


def test_a_forged_cookie_opens_nothing(client, guest):
    client.cookies[links.COOKIE] = "%d:1abcde:forged" % guest.pk
    assert "Who are you?" in text_of(client.get(page(guest)))


def test_who_sits_at_the_table_goes_there(client, guest):
    press(client, guest)
    assert path_of(client.get(page(guest))) == address("room", guest.room.code)


def test_an_account_with_the_address_is_led_to_its_link(guest):
    assert path_of(signed_in(a_user("Bob")).get(page(guest))) == link("accept", guest)


def test_an_address_that_is_not_confirmed_is_nobodys(guest):
    assert signed_in(a_user("Bob", verified=False)).get(page(guest)).status_code == 200


def test_the_host_who_looks_at_a_guests_link_does_not_become_the_guest(guest):
    browser = signed_in(guest.sender)
    look(browser, guest)
    assert links.COOKIE not in browser.cookies


def test_the_link_is_sent_once_more_to_who_is_invited(client, guest):
    answer = text_of(ask(client, guest, "Bob@Example.org"))
    tasks.send_invite({"id": guest.pk})
    assert "is on its way" in answer and [letter.to for letter in mail.outbox] == [["bob@example.org"]]


def test_a_domain_of_another_script_is_found_in_either_spelling(guest, told):
    Invitation.objects.filter(pk=guest.pk).update(email="bob@xn--bcher-kva.example", due=None)
    links.send(guest.room, "Bob@B\xfccher.example")
    assert again(guest).due is not None


def test_without_a_mail_server_it_promises_no_letter(client, guest, monkeypatch):
    monkeypatch.setattr("common.web.senders.letters_leave", lambda: False)
    for answer in (client.get(page(guest)), ask(client, guest, "bob@example.org")):
        text = text_of(answer)
        assert "sends no mail" in text and "on its way" not in text and 'data-testid="send-link"' not in text


def test_the_answer_does_not_tell_who_is_invited(client, guest):
    answers = [text_of(ask(client, guest, email)).replace(email, "") for email in ("bob@example.org", "eve@example.org")]
    assert answers[0].split("role=")[1].split("csrf")[0] == answers[1].split("role=")[1].split("csrf")[0]


@pytest.mark.parametrize("fields", [{"revoked": timezone.now()}, {"due": timezone.now()}, {"expires": timezone.now()}])
def test_nothing_is_sent_to_who_is_not_invited_or_has_it_coming(guest, fields):
    before = mark(guest, **fields)
    links.send(guest.room, guest.email)
    assert Invitation.objects.get().attempts == before.attempts and Invitation.objects.get().due == before.due


def test_nobody_gets_it_more_than_three_times_a_day(guest):
    for _ in range(3):
        links.send(guest.room, guest.email)
        assert mark(guest, attempts=0).due
        mark(guest, due=None)
    links.send(guest.room, guest.email)
    assert mark(guest, attempts=0).due is None


@pytest.mark.parametrize("email", ["", "bob", "b" * 260 + "@example.org"])
def test_what_is_no_address_is_refused_with_advice(client, guest, email):
    answer = ask(client, guest, email)
    assert answer.status_code == 400 and 'role="alert"' in text_of(answer)


def test_it_speaks_the_browsers_language(guest):
    assert "Wer bist du?" in text_of(Client(HTTP_ACCEPT_LANGUAGE="de").get(page(guest)))
