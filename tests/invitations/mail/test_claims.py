"""A letter is one worker's at a time, and another's when that one has died."""
from __future__ import unicode_literals

import datetime
import logging

import pytest
from django.core import mail

from invitations.hosting import nights
from invitations.mail import delivery, letters
from invitations.models import Invitation, NightLetter
from tests.invitations.people import a_guest
from tests.invitations.post import NOW, clock, deliver, host, logged, refusal, server, stored
from tests.invitations.samples import a_night

__all__ = ["clock", "host", "server"]  # fixtures
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]


def test_while_one_worker_sends_no_other_does(host, monkeypatch):
    bob = a_guest(host)

    def send(row):
        deliver(bob)  # another worker, in the middle of it
        return letters.invitation_letter(row)
    delivery.deliver(Invitation, bob.pk, send)
    assert len(mail.outbox) == 1 and stored(bob).attempts == 1


def test_of_two_workers_that_saw_the_same_row_one_wins(host):
    bob = a_guest(host)
    assert delivery._claim(Invitation, bob.pk).pk == bob.pk
    assert delivery._claim(Invitation, bob.pk) is None


def test_a_claim_says_when_it_is_over(host, clock, settings):
    settings.LETTER_CLAIM_SECONDS = 30
    bob = a_guest(host)
    row = delivery._claim(Invitation, bob.pk)
    assert row.due == NOW + datetime.timedelta(seconds=30) and (row.claimed, row.attempts) == (NOW, 1)


def test_the_letter_of_a_worker_that_died_is_sent_by_another_and_logged(host, clock, caplog):
    bob = a_guest(host)
    delivery._claim(Invitation, bob.pk)
    clock(299)
    deliver(bob)
    assert mail.outbox == []
    clock(1)
    deliver(bob)
    assert len(mail.outbox) == 1 and stored(bob).attempts == 2
    assert "may go twice" in logged(caplog, logging.WARNING)[0]


def test_a_worker_that_comes_too_late_changes_nothing_and_says_so(host, clock, caplog):
    bob = a_guest(host)

    def slow(row):
        clock(300)
        deliver(bob)  # another worker, which thinks the first has died
        return letters.invitation_letter(row)
    delivery.deliver(Invitation, bob.pk, slow)
    assert len(mail.outbox) == 2 and "may have gone twice" in logged(caplog, logging.ERROR)[0]
    assert stored(bob).attempts == 2 and stored(bob).due is None


def test_a_late_failure_does_not_spoil_what_another_worker_sent(host, clock, server):
    bob = a_guest(host)

    def slow(row):
        clock(300)
        deliver(bob)
        raise refusal(550)
    delivery.deliver(Invitation, bob.pk, slow)
    assert stored(bob).sent and stored(bob).failed is None and stored(bob).last_error == ""


def test_a_link_taken_back_while_its_letter_is_tried_is_not_tried_again(host, server, clock):
    bob = a_guest(host)
    server.append(refusal(451))

    def build(row):
        Invitation.objects.filter(pk=bob.pk).update(revoked=NOW, due=None)
        return letters.invitation_letter(row)
    delivery.deliver(Invitation, bob.pk, build)
    clock(60)
    deliver(bob)
    assert mail.outbox == [] and stored(bob).due is None


def test_what_takes_a_date_away_waits_for_the_letter_that_brings_it(host, clock):
    bob = a_guest(host, night=a_night(host.room, host.user))

    def call_off(row):
        nights.cancel(bob.night)
        assert NightLetter.objects.get().due == stored(bob).due > NOW
        return letters.invitation_letter(row)
    delivery.deliver(Invitation, bob.pk, call_off)
    assert NightLetter.objects.get().due == NOW and len(mail.outbox) == 1
