"""Sending a letter again: when it is due anew, and when it is refused."""
from __future__ import unicode_literals

import datetime

import pytest
from django.contrib.auth.models import AnonymousUser
from django.utils import timezone

from invitations.hosting import permissions, services
from invitations.models import Invitation, Postage, StoppedAddress
from tests.invitations.hosting.refusals import why_not
from tests.invitations.people import a_guest, a_user

pytestmark = pytest.mark.django_db
HOUR, SECOND = datetime.timedelta(hours=1), datetime.timedelta(seconds=5)


def a_sent(host, **fields):
    now = timezone.now()
    return a_guest(host, "bob@example.org", **dict({"sent": now, "due": None, "attempts": 1}, **fields))


def test_a_letter_sent_again_is_due_anew_and_told(host, queued, told):
    bob = a_sent(host, sent=None, failed=timezone.now(), last_error="550 no such user",
                 expires=timezone.now())
    invitation, left = services.send_again(host.user, bob.pk)
    bob = Invitation.objects.get()
    assert bob.due and (bob.failed, bob.attempts, bob.last_error) == (None, 0, "")
    assert bob.expires > timezone.now() and left == {"hour": 19, "day": 99}
    assert queued == [invitation] and told == [bob.pk]


def test_who_is_asked_again_has_neither_looked_nor_said_no(host, queued, told):
    bob = a_sent(host, opened=timezone.now(), declined=timezone.now())
    services.send_again(host.user, bob.pk)
    bob = Invitation.objects.get()
    assert (bob.opened, bob.declined, permissions.sent_by(host.user, host.room)) == (None, None, [bob])


@pytest.mark.parametrize("fields,code", [
    ({"due": timezone.now()}, "on_its_way"), ({"revoked": timezone.now()}, "revoked"),
    ({"accepted": timezone.now()}, "joined")])
def test_some_letters_cannot_be_sent_again(host, queued, told, fields, code):
    bob = a_sent(host, **fields)
    assert why_not(services.send_again, host.user, bob.pk).code == code
    assert (queued, told, Postage.objects.count()) == ([], [], 0)


def test_a_letter_to_a_room_that_is_gone_is_not_sent_again(host, queued):
    bob = a_sent(host)
    host.room.delete()
    assert why_not(services.send_again, host.user, bob.pk).code == "no_room"


def test_who_wants_no_letters_gets_none_again(host, queued):
    bob = a_sent(host)
    StoppedAddress.objects.create(address="bob@example.org")
    assert why_not(services.send_again, host.user, bob.pk).code == "stopped"


def test_two_presses_send_one_letter(host, queued, told):
    bob = a_sent(host)
    services.send_again(host.user, bob.pk)
    assert why_not(services.send_again, host.user, bob.pk).code == "on_its_way"
    assert len(queued) == Postage.objects.count() == 1


def test_beyond_the_hosts_limit_it_waits_for_its_turn(host, queued, told, settings):
    settings.INVITES_AN_HOUR = 1
    bob, cat = a_sent(host), a_guest(host, "cat@example.org", sent=timezone.now(), due=None)
    services.send_again(host.user, cat.pk)
    before = timezone.now()
    invitation, left = services.send_again(host.user, bob.pk)
    waits = Invitation.objects.get(pk=bob.pk)
    assert waits.due == invitation.due and HOUR - SECOND < waits.due - before <= HOUR
    assert (queued, waits.sent, left["hour"]) == ([cat], None, 0)


def test_what_waits_is_taken_back_with_its_stamp(host, queued, told, settings):
    settings.INVITES_AN_HOUR = 1
    bob, cat = a_sent(host), a_guest(host, "cat@example.org", sent=timezone.now(), due=None)
    for guest in (cat, bob):
        services.send_again(host.user, guest.pk)
    services.revoke(host.user, bob.pk)
    assert Postage.objects.get().address == "cat@example.org" and Invitation.objects.get(pk=bob.pk).due is None


def test_sending_again_counts(host, queued, told, settings):
    settings.LETTERS_TO_ONE_ADDRESS = 1
    bob = a_sent(host)
    services.send_again(host.user, bob.pk)
    Invitation.objects.update(due=None)
    refused = why_not(services.send_again, host.user, bob.pk)
    assert refused.code == "limit" and "in 24 hours" in refused.message


@pytest.mark.parametrize("act", [services.send_again, services.revoke])
def test_letters_of_others_are_out_of_reach(host, act):
    bob = a_sent(host)
    for user in (a_user("Eve"), AnonymousUser()):
        with pytest.raises(Invitation.DoesNotExist):
            act(user, bob.pk)
    assert Invitation.objects.get().revoked is None
