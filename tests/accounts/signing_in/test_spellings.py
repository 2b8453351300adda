# coding: utf-8
"""An internationalised domain is one address, however somebody writes it."""
from __future__ import unicode_literals

from importlib import import_module

import pytest
from allauth.account.models import EmailAddress
from django.apps import apps
from django.contrib.auth import get_user_model
from django.core import mail

from common.compat import reverse
from tests.accounts.looks import PASSWORD, fresh

__all__ = ["fresh"]  # a fixture

TYPED, CANONICAL = "Ann@Bücher.example", "ann@xn--bcher-kva.example"


@pytest.fixture
def ann(client):
    """She has signed up with the address as people write it."""
    client.post(reverse("account_signup"), {"username": "ann", "email": TYPED, "password1": PASSWORD,
                                            "password2": PASSWORD})
    client.logout()
    return get_user_model().objects.get(username="ann")


def carry_over():
    import_module("accounts.migrations.0005_canonical_addresses").make_canonical(apps, None)


def test_who_signs_up_is_stored_under_the_canonical_one(ann):
    assert ann.email == CANONICAL and EmailAddress.objects.get(user=ann).email == CANONICAL


@pytest.mark.parametrize("login", [TYPED, "ann@bücher.example", CANONICAL, CANONICAL.upper()])
def test_every_spelling_with_the_password_opens_the_account(client, ann, login):
    client.post(reverse("account_login"), {"login": login, "password": PASSWORD})
    assert client.session["_auth_user_id"] == str(ann.pk)
    assert [row.email for row in EmailAddress.objects.all()] == [CANONICAL]


def test_a_name_that_looks_like_an_address_still_opens_its_account(client):
    odd = get_user_model().objects.create_user(TYPED, "", PASSWORD)
    client.post(reverse("account_login"), {"login": TYPED, "password": PASSWORD})
    assert client.session["_auth_user_id"] == str(odd.pk)


def test_a_letter_for_a_new_password_is_asked_for_by_any_spelling(client, ann):
    del mail.outbox[:]
    client.post(reverse("account_reset_password"), {"email": TYPED})
    assert "/key/" in mail.outbox[0].body


def test_pages_show_it_in_its_own_script(client, ann):
    client.post(reverse("account_login"), {"login": "ann", "password": PASSWORD})
    page = client.get(reverse("account_email")).content.decode("utf-8")
    assert "<b>ann@bücher.example</b>" in page


@pytest.mark.django_db
def test_accounts_of_before_are_carried_over():
    ann = get_user_model().objects.create_user("ann", TYPED, PASSWORD)
    EmailAddress.objects.create(user=ann, email=TYPED, primary=True, verified=True)
    carry_over()
    row = EmailAddress.objects.get()
    assert (row.email, row.primary, row.verified) == (CANONICAL, True, True)
    assert get_user_model().objects.get().email == CANONICAL


@pytest.mark.django_db
@pytest.mark.parametrize("confirmed, keeps", [("ann", "ann"), ("bob", "bob"), ("", "bob")])
def test_of_two_who_wrote_it_down_who_confirmed_it_keeps_it(confirmed, keeps):
    for name, email in [("ann", TYPED), ("bob", CANONICAL)]:
        user = get_user_model().objects.create_user(name, email, PASSWORD)
        EmailAddress.objects.create(user=user, email=email, verified=name == confirmed)
    carry_over()
    row = EmailAddress.objects.get()
    assert (row.email, row.user.username, row.verified) == (CANONICAL, keeps, bool(confirmed))
