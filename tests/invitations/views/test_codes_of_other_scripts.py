# coding: utf-8
"""Codes for an address whose domain is in another script: every spelling is the same address."""
from __future__ import unicode_literals

import pytest
from allauth.account.models import EmailAddress
from django.contrib.auth import get_user_model
from django.core import mail
from django.core.cache import cache
from django.test import Client

from accounts import verified_addresses
from game.rooms import services
from tests.game.pages import sit
from tests.invitations.people import a_user

from .test_codes import a_code, confirm, post

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("queued", "told")]
CANONICAL, READABLE = "ann@xn--bcher-kva.example", "ann@bücher.example"
SPELLINGS = ["Ann@BÜCHER.example", READABLE, CANONICAL]


def sign_in_with(email):
    """The account that a code for this address opens, in a browser of its own; the code is used there."""
    client, player = Client(), services.open_room("Ann")
    sit(client, player)
    assert confirm(client, player, a_code(client, player, email)) == 200
    return get_user_model().objects.get(pk=client.session["_auth_user_id"])


@pytest.mark.parametrize("email", SPELLINGS)
def test_the_letter_and_the_account_have_the_canonical_form(email):
    user = sign_in_with(email)
    assert mail.outbox[0].to == [CANONICAL]
    assert EmailAddress.objects.get().email == user.email == CANONICAL
    assert verified_addresses.addresses_of(user) == {CANONICAL}


def test_every_spelling_opens_the_same_account():
    assert len({sign_in_with(email).pk for email in SPELLINGS}) == 1


@pytest.mark.parametrize("stored", [READABLE, CANONICAL])
def test_an_account_is_found_however_its_owner_typed_the_address(stored):
    ann = a_user("Ann")
    EmailAddress.objects.update(email=stored)
    assert {sign_in_with(email) for email in SPELLINGS} == {ann}


def test_an_address_that_a_stranger_wrote_down_is_its_owners(client):
    eve = a_user("Eve", verified=False)
    get_user_model().objects.update(email=READABLE)
    EmailAddress.objects.update(email=READABLE)
    user = sign_in_with(CANONICAL)
    eve.refresh_from_db()
    assert user != eve and eve.email == "" and not EmailAddress.objects.filter(user=eve).exists()


def test_the_limit_counts_every_spelling_as_one_address(client, standing_clock):
    cache.clear()
    player = services.open_room("Ann")
    statuses = []
    for email in SPELLINGS * 2:
        client = Client()
        sit(client, player)
        statuses.append(post(client, player, "send_code", email=email)[0])
    assert statuses == [200] * 5 + [429]
