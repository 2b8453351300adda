"""Links that are taken back, and what ended long ago and is forgotten."""
from __future__ import unicode_literals

import datetime

import pytest
from django.utils import timezone

from game.models import Player
from game.rooms import services as game_services
from invitations.hosting import old_invitations, services
from invitations.models import Invitation, Postage
from tests.invitations.people import a_guest, a_host

pytestmark = pytest.mark.django_db


def test_a_link_that_is_taken_back_is_closed_and_its_letter_stays_here(host, told):
    bob = a_guest(host, "bob@example.org")
    assert services.revoke(host.user, bob.pk).revoked
    assert Invitation.objects.get().due is None and told == [bob.pk]


def test_taking_back_twice_is_taking_back_once(host, told):
    bob = a_guest(host, "bob@example.org")
    first = services.revoke(host.user, bob.pk).revoked
    assert services.revoke(host.user, bob.pk).revoked == first and told == [bob.pk]


def test_a_letter_that_waits_gives_its_own_stamp_back_alone(host, told):
    first, second = (timezone.now() + datetime.timedelta(hours=hours) for hours in (1, 2))
    for turn in (first, second):
        Postage.objects.create(host=host.user, address="bob@example.org", created=turn)
    bob = a_guest(host, "bob@example.org", due=first)
    a_guest(a_host("Eve", host.user), "bob@example.org", due=second)
    services.revoke(host.user, bob.pk)
    assert [stamp.created for stamp in Postage.objects.all()] == [second]


def test_who_sits_at_the_table_stays_there(host, told):
    player = game_services.join(host.room, "Bob")
    bob = a_guest(host, "bob@example.org", player=player, accepted=timezone.now())
    services.revoke(host.user, bob.pk)
    assert not Player.objects.get(pk=player.pk).kicked and Invitation.objects.get().player == player


def test_what_ended_three_months_ago_is_forgotten(host):
    now = timezone.now()
    for email, days in [("bob@example.org", 91), ("cat@example.org", 89)]:
        a_guest(host, email, expires=now - datetime.timedelta(days=days))
    old, new = (Postage.objects.create(host=host.user, address="x@example.org") for _ in range(2))
    Postage.objects.filter(pk=old.pk).update(created=now - datetime.timedelta(days=3))
    old_invitations.clear_old()
    assert [row.email for row in Invitation.objects.all()] == ["cat@example.org"]
    assert list(Postage.objects.all()) == [new]
