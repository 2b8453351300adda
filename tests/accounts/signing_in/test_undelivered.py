"""A mail server that fails breaks no page: it is logged, and whoever waits for the letter is told."""
from __future__ import unicode_literals

import logging
import smtplib
import socket

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.cache import cache
from django.utils import translation

from accounts import profiles
from accounts.signing_in.adapter import AccountAdapter
from common.compat import reverse
from tests.game.pages import text_of
from tests.game.people import an_account

pytestmark = pytest.mark.django_db
PASSWORD = "walnut-pudding-7"
FAILURES = [smtplib.SMTPServerDisconnected("bye"),
            smtplib.SMTPRecipientsRefused({"ann@example.org": (550, b"no")}),
            socket.timeout("timed out"), socket.error(111, "Connection refused")]


@pytest.fixture(autouse=True)
def fresh(settings):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
    cache.clear()


@pytest.fixture
def broken(monkeypatch):
    """Sets how every letter fails from now on."""
    def fail(failure):
        def send(message, fail_silently=False):
            raise failure
        monkeypatch.setattr("django.core.mail.message.EmailMessage.send", send)
    fail(FAILURES[0])
    return fail


def sign_up(client, email="ann@example.org"):
    return client.post(reverse("account_signup"), {
        "username": "ann", "email": email, "password1": PASSWORD, "password2": PASSWORD}, follow=True)


@pytest.mark.parametrize("failure", FAILURES, ids=lambda failure: type(failure).__name__)
def test_signing_up_goes_through_without_the_letter(client, broken, failure):
    broken(failure)
    page = text_of(sign_up(client))
    assert "could not send a letter to ann@example.org" in page and "in a few minutes" in page
    assert EmailAddress.objects.get().user == get_user_model().objects.get()
    assert client.session["_auth_user_id"]


def test_nobody_is_told_to_look_for_a_letter_that_was_not_sent(client, broken):
    assert text_of(sign_up(client)).count("ann@example.org") == 1


def test_with_a_mail_server_the_letter_is_announced(client):
    page = text_of(sign_up(client))
    assert len(mail.outbox) == 1 and "could not send" not in page and "ann@example.org" in page


def test_a_forgotten_password_without_a_letter_says_so(client, broken):
    an_account(email="ann@example.org")
    response = client.post(reverse("account_reset_password"), {"email": "ann@example.org"}, follow=True)
    assert response.status_code == 200 and "could not send a letter" in text_of(response)


def test_the_failure_is_in_the_log_of_letters(client, broken, caplog):
    with caplog.at_level(logging.ERROR, logger="email"):
        sign_up(client)
    assert [record.name for record in caplog.records] == ["email"]
    assert "SMTPServerDisconnected: bye" in caplog.text and "email_confirmation_signup" in caplog.text


def test_news_that_nobody_waits_for_fails_in_the_log_alone(rf, broken, monkeypatch):
    told = []
    monkeypatch.setattr(AccountAdapter, "_tell_that_no_letter_comes", lambda self, email: told.append(email))
    adapter = AccountAdapter()
    monkeypatch.setattr(adapter, "render_mail", lambda *args: mail.EmailMessage("news"))
    adapter.send_mail("account/email/password_changed", "ann@example.org", {})
    assert told == []
    adapter.send_mail("account/email/password_reset_key", "ann@example.org", {})
    assert told == ["ann@example.org"]


def test_our_own_mistakes_are_no_mail_failures(client, broken):
    broken(KeyError("a mistake"))
    with pytest.raises(KeyError):
        sign_up(client)


@pytest.mark.parametrize("context", [True, False], ids=["with its user", "by its address"])
def test_letters_speak_the_language_of_the_profile(monkeypatch, context):
    ann, spoken = an_account(), []
    EmailAddress.objects.create(user=ann, email="ann@example.org")
    profiles.change(ann, "Ann", "pl")
    monkeypatch.setattr("allauth.account.adapter.render_to_string",
                        lambda *args: spoken.append(translation.get_language()))
    with pytest.raises(AttributeError):  # the letter has no text, it only listens
        AccountAdapter().render_mail("account/email/email_confirmation", "Ann@example.org",
                                     {"user": ann} if context else {})
    assert spoken == ["pl"] and translation.get_language() == "en"
