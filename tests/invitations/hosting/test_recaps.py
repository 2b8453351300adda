"""Recaps by mail: to whom, how often, and what the letter says."""
from __future__ import unicode_literals

import pytest
from django.core import mail
from django.utils import timezone

from game.models import Recap
from invitations.hosting import recaps
from invitations.hosting.services import Refused
from invitations.mail import delivery, message_ids, recap_letter
from invitations.models import Invitation, Postage, RecapLetter, StoppedAddress
from tests.game.people import own
from tests.game.recap.nights import an_evening
from tests.invitations.people import Host, a_guest, a_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def host():
    """The host of an evening that is over, with two guests."""
    table, user = an_evening(2), a_user("Ann")
    own(table, "ann", user)
    host = Host(user, table.room, table.player("ann"))
    for name in ("bob", "cat"):
        a_guest(host, name + "@example.org", name=name.title(), sent=timezone.now())
    return host


def send(host):
    return recaps.send(host.player, host.user)


def refusal(host):
    with pytest.raises(Refused) as refused:
        send(host)
    return refused.value.code


def test_everybody_invited_gets_one_letter(host):
    assert send(host) == 2
    assert sorted(letter.invitation.email for letter in RecapLetter.objects.all()) == [
        "bob@example.org", "cat@example.org"]


def test_a_second_press_sends_nothing_twice(host):
    send(host)
    assert refusal(host) == "bad_request" and RecapLetter.objects.count() == 2


def test_who_was_invited_later_gets_it_at_the_second_press(host):
    send(host)
    a_guest(host, "dan@example.org")
    assert send(host) == 1


def test_a_guest_at_two_addresses_gets_one(host):
    first, second = Invitation.objects.order_by("pk")
    Invitation.objects.filter(pk=second.pk).update(same_as=first)
    assert send(host) == 1


def test_who_wants_no_letters_gets_none(host):
    StoppedAddress.objects.create(address="bob@example.org")
    assert send(host) == 1


@pytest.mark.parametrize("field", ["declined", "revoked"])
def test_who_is_not_invited_any_more_gets_none(host, field):
    Invitation.objects.filter(email="bob@example.org").update(**{field: timezone.now()})
    assert send(host) == 1


def test_each_letter_costs_a_stamp_and_waits_for_its_turn(host, settings):
    settings.INVITES_AN_HOUR = 1
    assert send(host) == 2 and Postage.objects.count() == 2
    assert RecapLetter.objects.filter(due__gt=timezone.now()).count() == 1


def test_an_address_that_had_enough_letters_gets_none(host, settings):
    settings.LETTERS_TO_ONE_ADDRESS = 1
    for guest in Invitation.objects.all():
        Postage.objects.create(host=host.user, address=guest.email)
    assert refusal(host) == "limit" and not RecapLetter.objects.exists()


def test_without_guests_there_is_nobody_to_write_to(host):
    Invitation.objects.all().delete()
    assert refusal(host) == "bad_request"


def test_guests_send_none(host):
    guest = host.room.players.get(number=2)
    with pytest.raises(Refused) as refused:
        recaps.send(guest, a_user("Bob"))
    assert refused.value.code == "not_host"


def letter_of(host):
    send(host)
    row = RecapLetter.objects.first()
    return row, recap_letter.recap_letter(row)


def test_the_letter_leads_to_the_recap_in_both_parts(host):
    _, letter = letter_of(host)
    link = Recap.objects.get().get_absolute_url()
    assert link in letter.body and link in letter.alternatives[0][0]
    assert letter.subject == "How it went: cards with Ann"


def test_it_says_how_to_get_no_more_of_them(host):
    _, letter = letter_of(host)
    assert "/invites/stop/" in letter.body and "List-Unsubscribe" in letter.extra_headers


def test_a_bounce_finds_its_row(host):
    row, letter = letter_of(host)
    assert message_ids.read(letter.extra_headers["Message-ID"])[:2] == (message_ids.RECAP, row.pk)


def test_it_speaks_the_language_of_its_guest(host):
    Invitation.objects.update(language="de")
    _, letter = letter_of(host)
    assert letter.subject.startswith("So war") and "Whoever" not in letter.body


@pytest.mark.parametrize("end", ["withdrawn", "stopped"])
def test_one_that_must_not_go_stays(host, end):
    send(host)
    row = RecapLetter.objects.first()
    if end == "withdrawn":
        Recap.objects.update(expires=timezone.now())
    else:
        StoppedAddress.objects.create(address=row.invitation.email)
    delivery.deliver(RecapLetter, row.pk, recap_letter.recap_letter)
    assert mail.outbox == [] and RecapLetter.objects.get(pk=row.pk).failed


def test_it_is_sent_once_and_stamped(host):
    send(host)
    row = RecapLetter.objects.first()
    for _ in range(2):
        delivery.deliver(RecapLetter, row.pk, recap_letter.recap_letter)
    assert len(mail.outbox) == 1 and RecapLetter.objects.get(pk=row.pk).sent
