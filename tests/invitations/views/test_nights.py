"""The door through which hosts set a date: who may, what is refused, what comes back."""
from __future__ import unicode_literals

import datetime

import pytest
from django.utils import timezone

from common.compat import json_dumps, json_loads, reverse
from invitations.hosting import nights
from invitations.models import GameNight
from tests.invitations.people import PASSWORD, a_host, a_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def host(client):
    host = a_host("Ann", user=a_user("Ann"))
    client.login(username=host.user.username, password=PASSWORD)
    return host


def post(client, host, name="night", **asked):
    answer = client.post(reverse("invitations:" + name, args=[host.room.code]), json_dumps(asked),
                         content_type="application/json")
    return answer.status_code, json_loads(answer.content)


def in_three_days():
    return (timezone.now() + datetime.timedelta(days=3)).strftime(nights.WALL_CLOCK)


def test_a_host_sets_a_night_and_sees_it(client, host):
    status, said = post(client, host, starts=in_three_days(), zone="UTC", hours=4)
    assert (status, said["letters"], said["night"]["hours"]) == (200, 0, 4)
    document = client.get(reverse("invitations:document", args=[host.room.code]))
    assert json_loads(document.content)["night"] == said["night"]


def test_a_host_calls_it_off(client, host):
    post(client, host, starts=in_three_days(), zone="UTC")
    assert post(client, host, "cancel_night") == (200, {"night": None, "letters": 0})
    assert GameNight.objects.get().cancelled is not None


def test_there_is_nothing_to_call_off(client, host):
    assert post(client, host, "cancel_night") == (200, {"night": None, "letters": 0})


@pytest.mark.parametrize("asked", [{}, {"starts": "soon", "zone": "UTC"}, {"starts": "2031-01-01T20:00"},
                                   {"starts": "2001-01-01T20:00", "zone": "UTC"}, {"starts": 7, "zone": 7}])
def test_what_is_no_night_is_refused_with_advice(client, host, asked):
    status, said = post(client, host, **asked)
    assert (status, said["code"]) == (400, "bad_night") and said["message"]
    assert not GameNight.objects.exists()


def test_only_the_host_sets_nights(client):
    stranger, host = a_user("Zoe"), a_host("Ann")
    client.login(username=stranger.username, password=PASSWORD)
    assert post(client, host, starts=in_three_days(), zone="UTC")[0] == 403
    assert not GameNight.objects.exists()


def test_looking_sets_nothing(client, host):
    for name in ("night", "cancel_night"):
        assert client.get(reverse("invitations:" + name, args=[host.room.code])).status_code == 405
