"""Signing in and up, whichever way: the seats of the guest become the account's and stay with the browser."""
from __future__ import unicode_literals

import pytest
from allauth.account.adapter import get_adapter
from django.conf import settings
from django.contrib.auth.models import AnonymousUser
from django.test import Client

from common.compat import reverse
from game.rooms import services
from game.seats import sessions
from tests.accounts.signing_in.test_social import come_back, github, keys  # fixtures too
from tests.game.pages import address, path_of, sit, text_of
from tests.game.people import a_table_of, an_account, own, win_round
from tests.game.table import a_table

__all__ = ["github", "keys"]
pytestmark = pytest.mark.django_db
PASSWORD = "walnut-pudding-7"


@pytest.fixture(autouse=True)
def fresh(settings, monkeypatch):
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


def log_in(client, name="ann", **fields):
    return client.post(reverse("account_login"), dict({"login": name, "password": PASSWORD}, **fields))


def sign_up(client, name="ann", **fields):
    return client.post(reverse("account_signup"), dict(
        {"username": name, "password1": PASSWORD, "password2": PASSWORD}, **fields))


def is_seated(client, table, who):
    return '"player":"%s"' % table.number(who) in text_of(client.get(address("room", table.room.code)))


def test_a_guest_who_signs_up_keeps_seat_hand_and_score(client, django_user_model):
    table = a_table("Ann", "Bob", "Cat")
    table.deal()
    win_round(table, "ann")
    hand = table.hand("ann")
    sit(client, table.player("ann"))
    response = sign_up(client, next=address("room", table.room.code))
    assert path_of(response) == address("room", table.room.code)
    assert table.player("ann").user == django_user_model.objects.get()
    assert table.hand("ann") == hand and table.state["players"]["1"]["score"] == 1
    assert is_seated(client, table, "ann")


def test_the_account_finds_the_seat_in_another_browser(client):
    table = a_table("Ann", "Bob")
    sit(client, table.player("bob"))
    sign_up(client, "bob")
    other = Client()
    log_in(other, "bob")
    assert is_seated(other, table, "bob")
    assert table.room.code in text_of(other.get("/"))


def test_signing_in_adopts_the_seats_of_every_room(client):
    ann, tables = an_account(), [a_table("Ann", name="Tea"), a_table("Annie", name="Cake")]
    for table, who in zip(tables, ("ann", "annie")):
        sit(client, table.player(who))
    log_in(client)
    assert [table.player(who).user for table, who in zip(tables, ("ann", "annie"))] == [ann, ann]


def test_a_room_where_the_account_sits_already_keeps_both_seats_as_they_are(client):
    ann = an_account()
    table = a_table_of(ann, "Ann", "Bob")
    sit(client, table.player("bob"))
    log_in(client)
    assert table.player("ann").user == ann and table.player("bob").user is None
    assert is_seated(client, table, "bob")


def test_nobody_steals_the_seat_of_another_account(client):
    table = a_table_of(an_account("bob"), "Bob")
    sit(client, table.player("bob"))
    an_account()
    log_in(client)
    assert table.player("bob").user.username == "bob"
    assert not is_seated(client, table, "bob")


def test_whoever_signs_in_over_somebody_else_takes_only_what_is_nobodys(rf, client):
    ann, bob = an_account(), an_account("bob")
    mine, free = a_table_of(ann, "Ann"), a_table("Guest", name="Cake")
    session = client.session
    for player in (mine.player("ann"), free.player("guest")):
        sessions.remember(session, player)
    request = rf.get("/")
    request.session, request.user = session, AnonymousUser()
    get_adapter(request).login(request, ann)
    own(free, "guest", None)
    get_adapter(request).login(request, bob)
    assert request.session[sessions.SEATS] == {free.room.code: free.player("guest").key}
    assert mine.player("ann").user == ann and free.player("guest").user == bob


@pytest.mark.skipif(settings.CLASSIC, reason="the old allauth knows the other sites of its time only")
def test_an_account_of_another_site_takes_the_seat_too(client, github, django_user_model):
    table = a_table("Ann")
    sit(client, table.player("ann"))
    come_back(client)
    assert table.player("ann").user == django_user_model.objects.get()
    assert is_seated(client, table, "ann")


def test_a_moved_seat_is_not_adopted_with_its_old_key(client):
    table = a_table("Ann")
    sit(client, table.player("ann"))
    services.move_seat(table.player("ann"))
    an_account()
    log_in(client)
    assert table.player("ann").user is None


def test_somebody_without_seats_signs_in_like_anybody(client):
    an_account()
    assert log_in(client).status_code == 302
    assert settings.SESSION_COOKIE_NAME in client.cookies and sessions.SEATS not in client.session


def test_doors_offer_the_name_of_the_profile(client):
    ann = an_account()
    log_in(client)
    client.post(reverse("accounts:profile"), {"name": "Annabel", "language": "en"})
    room = services.open_room("Bob").room
    for page in ("/", address("room", room.code)):
        assert 'value="Annabel"' in text_of(client.get(page))
    assert 'value="Annabel"' not in text_of(Client().get("/"))
    assert ann.players.count() == 0
