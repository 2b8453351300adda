"""Letters are asked of workers: when they are made, again, and each minute."""
from __future__ import unicode_literals

import datetime
import logging

import pytest
from django.core import mail

from invitations.mail import delivery
from invitations.models import NightLetter
from live import UnsentError
from tests.invitations.people import a_guest
from tests.invitations.post import NOW, clock, deliver, host, logged, stored

__all__ = ["clock", "host"]  # fixtures
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]


def test_sending_again_begins_anew(host):
    bob = a_guest(host, sent=NOW, failed=NOW, due=None, attempts=5, last_error="550 no")
    delivery.send_again(bob)
    bob = stored(bob)
    assert bob.due and (bob.sent, bob.failed, bob.claimed, bob.attempts,
                        bob.last_error) == (None, None, None, 0, "")
    deliver(bob)
    assert len(mail.outbox) == 1


@pytest.fixture
def tasks(monkeypatch):
    """The messages that went to workers."""
    sent = []
    monkeypatch.setattr("invitations.mail.delivery.send_task",
                        lambda channel,
                        *payloads: sent.extend((channel, payload["id"]) for payload in payloads))
    return sent


def test_workers_are_told_by_the_kind_of_letter(host, tasks):
    bob = a_guest(host)
    delivery.queue(bob)
    delivery.queue(NightLetter(pk=7), NightLetter(pk=8))
    delivery.queue()
    assert tasks == [("send-invite", bob.pk), ("send-letter", 7), ("send-letter", 8)]


def test_a_message_that_does_not_get_through_costs_no_letter(host, monkeypatch, caplog):
    def lost(channel, *payloads):
        raise UnsentError("full")
    monkeypatch.setattr("invitations.mail.delivery.send_task", lost)
    bob = a_guest(host)
    delivery.queue(bob)
    delivery.queue_due()
    assert len(logged(caplog, logging.WARNING)) == 2 and stored(bob).due


def test_each_minute_finds_what_is_due_the_oldest_first(host, tasks, clock):
    minute = datetime.timedelta(minutes=1)
    later = a_guest(host, "a@example.org", due=NOW + minute)
    second, first = (a_guest(host, email, due=due) for email, due in [
        ("b@example.org", NOW - minute), ("c@example.org", NOW - 2 * minute)])
    a_guest(host, "d@example.org", due=None, sent=NOW)
    delivery.queue_due()
    assert tasks == [("send-invite", first.pk), ("send-invite", second.pk)] and later.due > NOW
