"""The door through which hosts set a date: who may, what is refused, what comes back."""
from __future__ import unicode_literals

import datetime

import pytest
from django.utils import timezone

from common.compat import json_dumps, json_loads, reverse
from invitations.hosting import nights
from invitations.models import GameNight, NightLetter
from tests.invitations.people import PASSWORD, a_guest, a_host, a_user

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
    assert post(client, host, "cancel_night") == (200, {"night": None, "letters": 0, "invitations": []})
    assert GameNight.objects.get().cancelled is not None


def test_there_is_nothing_to_call_off(client, host):
    assert post(client, host, "cancel_night") == (200, {"night": None, "letters": 0, "invitations": []})


@pytest.mark.parametrize("asked", [{}, {"starts": "soon", "zone": "UTC"}, {"starts": "2031-01-01T20:00"},
                                   {"starts": "2001-01-01T20:00", "zone": "UTC"}, {"starts": 7, "zone": 7}])
def test_what_is_no_night_is_refused_with_advice(client, host, asked):
    status, said = post(client, host, **asked)
    assert (status, said["code"]) == (400, "bad_night") and said["message"]
    assert not GameNight.objects.exists()


def test_a_dry_run_says_what_would_be_and_changes_nothing(client, host):
    post(client, host, starts=in_three_days(), zone="UTC")
    a_guest(host, sent=timezone.now(), night=nights.current(host.room), answer="yes")
    before = GameNight.objects.values().get()
    later = (timezone.now() + datetime.timedelta(days=4)).strftime(nights.WALL_CLOCK)
    assert post(client, host, starts=later, zone="UTC", dry_run=True) == (
        200, {"change": "moved", "letters": 1, "answers": 1, "changed": []})
    assert GameNight.objects.values().get() == before


@pytest.mark.parametrize("reason, code", [(7, "bad_request"), ("x" * 301, "bad_night")])
def test_a_reason_is_a_short_text(client, host, reason, code):
    assert post(client, host, starts=in_three_days(), zone="UTC", reason=reason)[1]["code"] == code


def test_who_moves_a_night_sees_what_becomes_of_the_letters(client, host):
    bob = a_guest(host, sent=timezone.now())
    _, said = post(client, host, starts=in_three_days(), zone="UTC")
    assert said["letters"] == 1 and [row["id"] for row in said["invitations"]] == [bob.pk]


def test_only_the_host_sets_nights(client):
    stranger, host = a_user("Zoe"), a_host("Ann")
    client.login(username=stranger.username, password=PASSWORD)
    assert post(client, host, starts=in_three_days(), zone="UTC")[0] == 403
    assert not GameNight.objects.exists()


def test_what_was_missed_goes_again(client, host):
    post(client, host, starts=in_three_days(), zone="UTC")
    bob = a_guest(host, night=nights.current(host.room), sent=timezone.now())
    NightLetter.objects.create(invitation=bob, night=bob.night, kind="night", sequence=0, due=None,
                               failed=timezone.now(), cause="refused")
    status, said = post(client, host, "night_again")
    assert (status, said["letters"]) == (200, 1)
    assert [row["missed"]["state"] for row in said["invitations"]] == ["waiting"]


def test_looking_sets_nothing(client, host):
    for name in ("night", "cancel_night", "night_again", "night_ask", "night_say"):
        assert client.get(reverse("invitations:" + name, args=[host.room.code])).status_code == 405


@pytest.mark.parametrize("name, args", [("cancel_night", "room"), ("revoke", "guest")])
def test_no_limit_keeps_a_host_from_calling_off_or_taking_back(client, host, name, args, monkeypatch):
    bob = a_guest(host, sent=timezone.now())
    monkeypatch.setattr("invitations.panel.ratelimits.hit", lambda group, *args: group == "invitations")
    assert post(client, host, "night_again")[0] == 429
    url = reverse("invitations:" + name, args=[host.room.code if args == "room" else bob.pk])
    assert client.post(url, "{}", content_type="application/json").status_code == 200


def test_a_host_asks_the_silent_and_tells_all(client, host, standing_clock):
    post(client, host, starts=in_three_days(), zone="UTC", plus_one=True)
    a_guest(host, night=nights.current(host.room), sent=timezone.now())
    status, said = post(client, host, "night_ask")
    assert (status, said["letters"], said["night"]["plus_one"]) == (200, 1, True)
    assert post(client, host, "night_ask")[0] == 429
    status, said = post(client, host, "night_say", text="See www.example.com")
    assert (status, said["letters"], said["plain"]) == (200, 1, True)
    assert post(client, host, "night_say", text=7)[0] == 400
