"""Wrong passwords, too many letters, and questions about who has an account: what strangers reach,
and owners keep.
"""
from __future__ import unicode_literals

import time

import pytest
from allauth.account.models import EmailAddress
from django.conf import settings as project
from django.contrib.auth import get_user_model
from django.core import mail
from django.test import Client

from accounts.signing_in import adapter
from common.compat import reverse
from tests.accounts.looks import PASSWORD, ann, current, fresh, wears_our_design

__all__ = ["ann", "fresh"]  # fixtures
HOME, CAFE = "192.0.2.1", "198.51.100.1"


@pytest.fixture(autouse=True)
def standing_clock(monkeypatch):
    """No window of a limit ends in the middle of a test."""
    now = time.time()
    monkeypatch.setattr("time.time", lambda: now)


def sign_in(browser, password=PASSWORD, login="ann", where=HOME):
    return browser.post(reverse("account_login"), {"login": login, "password": password}, REMOTE_ADDR=where)


def is_in(browser):
    return "_auth_user_id" in browser.session


def guess(times, where=CAFE, login="ann"):
    stranger = Client()
    return [sign_in(stranger, "wrong", login, where) for _ in range(times)]


def sign_up(browser, email, name="bob", **extra):
    return browser.post(reverse("account_signup"), {
        "username": name, "email": email, "password1": PASSWORD, "password2": PASSWORD}, **extra)


def test_a_stranger_does_not_lock_the_owner_out(client, ann):
    assert "Too many tries" in guess(6)[-1].content.decode("utf-8")
    sign_in(client)
    assert is_in(client)


def test_a_stranger_in_the_same_network_does_not_lock_a_known_device_out(client, ann):
    sign_in(client)
    client.post(reverse("account_logout"))
    guess(6, where=HOME)
    sign_in(client)
    assert is_in(client)


def test_a_device_is_known_by_name_and_by_address(client, ann):
    sign_in(client)
    client.post(reverse("account_logout"))
    guess(6, where=HOME, login="ann@example.org")
    sign_in(client, login="Ann@example.org")
    assert is_in(client)


@pytest.mark.parametrize("name, email", [("bob", "ann@example.org"), ("ann@example.org", "")])
def test_signing_up_under_the_address_of_another_makes_no_device_of_theirs(client, ann, name, email):
    sign_up(client, email, name)
    client.post(reverse("account_logout"))
    guess(5, login="ann@example.org")
    assert "Too many tries" in wears_our_design(sign_in(client, "wrong", "ann@example.org", CAFE)).text


def test_guesses_from_everywhere_come_to_an_end_and_known_devices_come_in(client, ann, monkeypatch):
    monkeypatch.setattr(adapter, "TRIES_OF_AN_ACCOUNT", "8/h")
    sign_in(client)
    client.post(reverse("account_logout"))
    answers = [guess(1, where="198.51.100.%d" % number)[0].content.decode("utf-8") for number in range(9)]
    assert "Too many tries" in answers[-1] and "Too many tries" not in answers[-3]
    sign_in(client)
    assert is_in(client)


def test_a_known_device_may_not_guess_without_end(client, ann):
    sign_in(client)
    client.post(reverse("account_logout"))
    for number in range(5):
        sign_in(client, "wrong", where="198.51.100.%d" % number)
    assert "Too many tries" in wears_our_design(sign_in(client)).text


def test_a_cookie_of_our_own_making_is_no_known_device(client, ann):
    guess(5, where=HOME)
    client.cookies["known_device"] = "eyJpZCI6IngiLCJsb2dpbnMiOltdfQ:1x:forged"
    assert "Too many tries" in wears_our_design(sign_in(client)).text


def test_the_cookie_of_a_device_holds_no_names(client, ann):
    sign_in(client)
    cookie = client.cookies["known_device"]
    assert "ann" not in cookie.value and cookie["httponly"]


@current
def test_signing_up_does_not_tell_who_has_an_account(client, ann):
    told = []
    for email, name in (("ann@example.org", "bobby"), ("new@example.org", "cathy")):
        page = sign_up(Client(), email, name, follow=True)
        told.append((page.redirect_chain,
                     [message.message.replace(email, "") for message in page.context["messages"]]))
    assert told[0] == told[1] and told[0][1] and get_user_model().objects.count() == 3


@current
def test_a_second_account_with_an_address_cannot_take_it(client, ann):
    sign_up(client, "ann@example.org")
    assert EmailAddress.objects.get(email="ann@example.org", verified=True).user == ann
    client.post(reverse("account_logout"))
    mail.outbox[:] = []
    client.post(reverse("account_reset_password"), {"email": "ann@example.org"})
    letter, = mail.outbox
    assert "ann" in letter.body and "bob" not in letter.body


def test_asking_for_a_new_password_does_not_tell_who_has_an_account(client, ann):
    places = [client.post(reverse("account_reset_password"), {"email": email})["Location"]
              for email in ("ann@example.org", "nobody@example.org")]
    assert places[0] == places[1]


def test_letters_to_one_address_come_to_an_end(client, ann, monkeypatch):
    monkeypatch.setattr(adapter, "LETTERS_TO_ONE_ADDRESS", "2/h")
    for _ in range(4):
        client.post(reverse("account_reset_password"), {"email": "ann@example.org"})
    assert len(mail.outbox) == 2


@pytest.mark.skipif(not project.CLASSIC, reason="the new allauth stops the last of these earlier")
def test_the_old_admin_is_no_way_around_the_limits(client, ann):
    answers = [client.post("/admin/login/", {"username": "ann", "password": "wrong"}).status_code
               for _ in range(11)]
    assert answers[-1] == 429
