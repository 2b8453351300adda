"""What an invitation is good for when its link is opened: a free seat, one's own, or nothing any more."""
from __future__ import unicode_literals

import datetime

import pytest
from django.utils import timezone

from game.models import Room
from game.rooms import services
from game.seats import sessions
from invitations import guests
from tests.invitations.guests.seats import sit_down, standing
from tests.invitations.people import a_guest, a_host
from tests.invitations.visits import act, mark

pytestmark = pytest.mark.django_db


def test_who_sits_there_already_is_elsewhere(told):
    host = a_host()
    guest, session = a_guest(host), {}
    assert standing(guest, user=host.user) == guests.ELSEWHERE
    sessions.remember(session, services.join(host.room, "Cat"))
    assert standing(guest, session=session) == guests.ELSEWHERE


def test_an_expired_link_still_brings_a_seat_along(told):
    guest = a_guest(a_host())
    sit_down(guest)
    mark(guest, expires=timezone.now() - datetime.timedelta(days=1))
    assert standing(guest) == guests.AWAY


@pytest.mark.parametrize("seated", [False, True])
def test_a_revoked_link_opens_nothing(told, seated):
    guest = a_guest(a_host())
    if seated:
        sit_down(guest)
    mark(guest, revoked=timezone.now())
    assert standing(guest) == guests.REVOKED


def test_who_sits_by_a_revoked_link_stays_on_their_device(told):
    guest, phone = a_guest(a_host()), {}
    sit_down(guest, session=phone)
    mark(guest, revoked=timezone.now())
    assert [standing(guest, session=phone), standing(guest)] == [guests.HERE, guests.REVOKED]


def test_the_kicked_are_kept_out_by_seat_and_by_device(told):
    host = a_host()
    guest, other, session = a_guest(host), a_guest(host, "bobby@example.org"), {}
    sit_down(guest, session=session)
    act(host.player, "kick", player="2")
    assert [standing(guest), standing(other, session=session),
            standing(other)] == ["kicked", "kicked", "free"]


def test_a_room_that_was_cleared_away_is_over(told):
    guest = a_guest(a_host())
    Room.objects.all().delete()
    assert standing(guest) == guests.OVER
