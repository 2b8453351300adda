# coding: utf-8
"""A guest who makes an account: the form knows name and address from the seat, and the seat comes along."""
from __future__ import unicode_literals

import pytest

from accounts import profiles
from common.compat import reverse
from game.rooms import services
from tests.accounts.looks import Look
from tests.game.pages import sit, text_of
from tests.invitations.people import a_guest, a_host, a_user
from tests.invitations.visits import again, press, signed_in

pytestmark = pytest.mark.django_db
SIGN_UP = reverse("account_signup")
PASSWORD = "walnut-pudding-7"


@pytest.fixture
def guest(client):
    """Bob, who has come by an invitation in this browser."""
    guest = a_guest(a_host("Ann"), "bob@xn--bcher-kva.example")
    press(client, guest, "Bob Müller")
    return again(guest)


def filled(client):
    look = Look(client.get(SIGN_UP))
    return [look.all("input", name=name)[0].get("value") for name in ("username", "email")]


def test_the_form_knows_who_has_come_by_an_invitation(client, guest):
    assert filled(client) == ["bob_muller", "bob@bücher.example"]


def test_the_rooms_page_leads_there_without_saying_so_in_the_address(client, guest):
    page = text_of(client.get(guest.room.get_absolute_url()))
    assert '"sign_up":"%s?next=%%2Frooms%%2F%s%%2F"' % (SIGN_UP, guest.room.code) in page
    client = signed_in(a_user("Eve"))
    sit(client, again(guest).player)
    assert '"sign_up"' not in text_of(client.get(guest.room.get_absolute_url()))


def test_the_seat_and_the_nickname_are_the_accounts_afterwards(client, guest, django_user_model):
    client.post(SIGN_UP, {"username": "walrus", "email": guest.email, "password1": PASSWORD, "password2": PASSWORD})
    walrus = django_user_model.objects.get(username="walrus")
    assert again(guest).player.user == walrus and profiles.name_of(walrus) == "Bob Müller"


def test_strangers_and_seats_of_accounts_fill_in_nothing(client, guest):
    player = guest.player
    player.user = a_user("Bob")
    player.save()
    assert filled(client) == [None, None]


def test_whoever_came_by_the_code_alone_brings_the_name(client):
    sit(client, services.open_room("Dan"))
    assert filled(client) == ["dan", None]


def test_whoever_was_removed_from_the_table_is_not_known(client, guest):
    player = guest.player
    player.kicked = True
    player.save()
    assert filled(client) == [None, None]
