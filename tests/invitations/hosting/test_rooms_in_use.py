"""Rooms that may not be cleared away, because somebody was promised a game in them."""
from __future__ import unicode_literals

import datetime

import pytest
from django.utils import timezone

from cards_project import routes
from game.models import Room
from game.rooms import cleanup
from invitations import guests
from invitations.hosting import nights, old_invitations
from invitations.models import GameNight, Invitation, NightLetter
from tests.invitations.people import a_guest

pytestmark = pytest.mark.django_db
DAY = datetime.timedelta(days=1)


def a_night(host, ahead, **fields):
    return GameNight.objects.create(room=host.room, host=host.user, starts=timezone.now() + ahead, uid="u",
                                    **fields)


def promised(host):
    return old_invitations.rooms_in_use({host.room.pk, 4711})


def make_old(host):
    Room.objects.update(used=timezone.now() - 400 * DAY)


def was_used(host):
    return Room.objects.get().used > timezone.now() - DAY


def test_cleaning_asks_for_rooms_in_use():
    assert old_invitations.rooms_in_use in routes.ROOMS_IN_USE


@pytest.mark.parametrize("ahead, kept", [(300 * DAY, True), (-1 * DAY, True), (-31 * DAY, False)])
def test_a_night_keeps_its_room_and_is_a_use_of_it_when_it_comes(host, ahead, kept):
    a_night(host, ahead)
    assert promised(host) == ({host.room.pk} if kept else set())


def test_a_night_that_is_called_off_keeps_nothing(host):
    a_night(host, DAY, cancelled=timezone.now())
    assert promised(host) == set()


@pytest.mark.parametrize("change, kept", [({}, True), ({"revoked": timezone.now()}, False),
                                          ({"declined": timezone.now()}, False),
                                          ({"expires": timezone.now() - DAY}, False)])
def test_an_open_invitation_keeps_its_room(host, change, kept):
    a_guest(host)
    Invitation.objects.update(**change)
    assert promised(host) == ({host.room.pk} if kept else set())


def test_setting_a_night_is_a_use_of_the_room(host):
    make_old(host)
    nights.set_night(host.room, host.user, timezone.now() + DAY, "UTC")
    assert was_used(host)


def test_answering_is_a_use_of_the_room(host):
    guest = a_guest(host, night=a_night(host, DAY))
    make_old(host)
    guests.answer(guest, "maybe")
    assert was_used(host)


def test_a_room_that_is_gone_has_no_more_nights(host):
    room = host.room
    Room.objects.all().delete()
    with pytest.raises(nights.BadNightError) as refusal:
        nights.set_night(room, host.user, timezone.now() + DAY, "UTC")
    assert "gone" in "%s" % refusal.value and not GameNight.objects.exists()


def saved_again(host, guest):
    nights.set_night(host.room, host.user, guest.night.starts, "UTC", hours=5)


def called_off(host, guest):
    nights.cancel(guest.night)


def declined(host, guest):
    guests.decline(guest)


def thought_again(host, guest):
    guests.think_again(guest)


@pytest.mark.parametrize("use", [saved_again, called_off, declined, thought_again])
def test_whatever_is_done_about_a_night_is_a_use_of_the_room(host, use):
    guest = a_guest(host, night=a_night(host, DAY))
    make_old(host)
    use(host, guest)
    assert was_used(host)


@pytest.mark.parametrize("ahead, stays", [(300 * DAY, True), (-31 * DAY, False)])
def test_the_cleaning_itself_leaves_a_room_with_a_night_and_its_answers(host, ahead, stays, monkeypatch):
    monkeypatch.setattr(cleanup.sweep, "_after", None)
    guest = a_guest(host, night=a_night(host, ahead), answer="yes", expires=timezone.now() - DAY)
    make_old(host)
    cleanup.clear_rooms()
    old_invitations.clear_old()  # nights without a room
    guest.refresh_from_db()
    assert (guest.room_id is not None, Room.objects.exists(), GameNight.objects.exists()) == (stays,) * 3


@pytest.mark.parametrize("due, stays", [(DAY, True), (None, False)])
def test_a_letter_that_waits_keeps_the_room_it_is_about(host, due, stays):
    guest = a_guest(host, night=a_night(host, DAY, cancelled=timezone.now()), revoked=timezone.now())
    NightLetter.objects.create(invitation=guest, night=guest.night, kind="cancelled", sequence=1,
                               due=due and timezone.now() + due)
    assert promised(host) == ({host.room.pk} if stays else set())
