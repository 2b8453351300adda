"""An address is confirmed without a letter: by a link on the terminal of those who run the site."""
from __future__ import unicode_literals

import re

import pytest
import six
from allauth.account.models import EmailAddress
from django.core.management import call_command
from django.core.management.base import CommandError

from common.compat import reverse
from tests.game.pages import text_of
from tests.invitations.people import PASSWORD, a_user

pytestmark = pytest.mark.django_db


def said_of(address):
    said = six.StringIO()
    call_command("confirm_address", address, stdout=said)
    return said.getvalue()


def test_the_command_prints_the_link_that_confirms(client):
    a_user("Ann", verified=False)
    said = said_of("ANN@example.org")
    assert "ann@example.org, for the account ann" in said and not EmailAddress.objects.get().verified
    client.post(re.search("/accounts/confirm-email/.+/", said).group())
    assert EmailAddress.objects.get().verified


@pytest.mark.parametrize("address", ["ann@example.org", "eve@example.org"])
def test_an_address_that_does_not_wait_has_no_link(address):
    a_user("Ann")
    with pytest.raises(CommandError):
        said_of(address)


@pytest.mark.parametrize("backend,words", [("filebased", "This machine sends no mail"), ("smtp", "Nothing")])
@pytest.mark.parametrize("page", ["account_email_verification_sent", "account_reset_password_done"])
def test_pages_promise_no_letter_that_cannot_come(client, settings, backend, words, page):
    settings.EMAIL_BACKEND = "django.core.mail.backends.%s.EmailBackend" % backend
    page = text_of(client.get(reverse(page)))
    assert words in page and ("A letter is on its way" in page) is (backend == "smtp")


@pytest.mark.parametrize("backend,kept", [("filebased", True), ("smtp", False)])
def test_asking_for_a_new_password_says_first_that_no_letter_comes(client, settings, backend, kept):
    settings.EMAIL_BACKEND = "django.core.mail.backends.%s.EmailBackend" % backend
    page = text_of(client.get(reverse("account_reset_password")))
    assert ("the letter is kept here" in page) is kept and ("we send you a link" in page) is not kept


def test_asking_for_the_letter_again_is_answered_honestly(client, settings, tmpdir):
    settings.EMAIL_BACKEND, settings.EMAIL_FILE_PATH = "common.storage.filebased.EmailBackend", str(tmpdir)
    a_user("Ann", verified=False)
    client.login(username="ann", password=PASSWORD)
    page = text_of(client.post(reverse("account_email"), {"email": "ann@example.org", "action_send": ""}, follow=True))
    assert "no letter comes to ann@example.org" in page and "on its way" not in page
