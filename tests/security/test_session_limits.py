"""Rows of sessions from one address come to an end, however they are asked for; who has one plays on."""
from __future__ import unicode_literals

import pytest
from django.contrib.sessions.models import Session
from django.test import Client

from common.compat import reverse
from game.rooms import services
from tests.game.pages import address

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("standing_clock")]


@pytest.fixture
def host(settings):
    settings.SESSIONS_AN_HOUR = 2
    return services.open_room("Ann")


def look_at_screens(host, times=4):
    return [Client().get(address("tv", host.room.code)).status_code for _ in range(times)]


def test_looking_at_screens_without_a_cookie_makes_no_rows_without_end(host):
    assert look_at_screens(host) == [200, 200, 429, 429]
    assert Session.objects.count() == 2


def test_who_has_a_session_is_not_held_up(client, host):
    client.get(address("tv", host.room.code))
    look_at_screens(host)
    assert client.post(address("take_seat", host.room.code), {"name": "Ben"}).status_code == 302


def test_who_has_none_is_refused_before_the_seat_is_taken(client, host):
    look_at_screens(host)
    client.cookies["sessionid"] = "made-up-by-the-client"
    refused = client.post(address("take_seat", host.room.code), {"name": "Ben"})
    assert refused.status_code == 429 and refused["Retry-After"] == "3600" and "Content-Security-Policy" in refused
    assert host.room.players.count() == 1


def test_people_sign_in_all_the_same(client, host, django_user_model):
    django_user_model.objects.create_user("ben", password="walnut-pudding-7")
    look_at_screens(host)
    answer = client.post(reverse("account_login"), {"login": "ben", "password": "walnut-pudding-7"})
    assert answer.status_code == 302 and "_auth_user_id" in client.session
