"""Who may invite, and whom they invited before."""
from __future__ import unicode_literals

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from game.rooms import services as game_services
from invitations.hosting import permissions
from invitations.models import StoppedAddress
from tests.invitations.people import a_guest, a_host, a_user

pytestmark = pytest.mark.django_db


def test_standings():
    guest_seat = game_services.open_room("Zoe")
    host = a_host("Ann")
    nobody, unsure = AnonymousUser(), a_user("Eve", verified=False)
    assert [permissions.standing(player, user) for player, user in [
        (None, host.user), (host.player, host.user), (host.player, nobody), (host.player, a_user("Bob")),
        (guest_seat, nobody), (guest_seat, unsure), (guest_seat, host.user)]] == [
        "not_host", "yes", "not_host", "not_host", "sign_in", "verify", "yes"]


def test_people_of_earlier_rooms_can_be_invited_again(host):
    now, old = timezone.now(), a_host("Ann", host.user)
    for email, fields in [("bob@example.org", {"name": "Bob"}), ("cat@example.org", {"declined": now}),
                          ("dan@example.org", {"failed": now}), ("eve@example.org", {"revoked": now}),
                          ("fay@example.org", {}), ("gus@example.org", {}),
                          ("hal@example.org", {"accepted": now})]:
        a_guest(old, email, **fields)
    a_guest(a_host("Ann", host.user), "BOB@example.org".lower(), name="Bobby")
    a_guest(host, "fay@example.org")
    StoppedAddress.objects.create(address="gus@example.org")
    assert permissions.former_guests(host.user,
                                     host.room) == [("Bobby", "bob@example.org", False),
                                                     ("", "hal@example.org", False)]


def test_guests_of_other_hosts_are_nobodys_business(host):
    a_guest(a_host("Eve"), "bob@example.org")
    assert permissions.former_guests(host.user, host.room) == []


def test_guests_of_a_room_that_is_gone_are_remembered(host):
    old = a_host("Ann", host.user)
    a_guest(old, "bob@example.org", name="Bob")
    old.room.delete()
    assert permissions.former_guests(host.user, host.room) == [("Bob", "bob@example.org", False)]
