"""What the worker does with a message: the row it names is sent as the letter it is."""
from __future__ import unicode_literals

import datetime
import logging

import pytest
from django.core import mail
from django.utils import timezone

from invitations.hosting import nights
from invitations.mail import tasks
from invitations.models import Invitation, NightLetter
from live.base import routes
from tests.invitations.people import a_guest, a_host

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def told(monkeypatch):
    monkeypatch.setattr("invitations.status.tell", lambda pk: None)


@pytest.mark.parametrize("channel", ["send-invite", "send-letter"])
def test_a_message_without_a_row_is_logged_and_costs_nothing_else(channel, caplog):
    routes().TASKS[channel]({"id": 4711})
    assert [record.levelno for record in caplog.records if record.name == "email"] == [logging.ERROR]


def test_an_invitation_is_sent():
    bob = a_guest(a_host("Ann"))
    routes().TASKS["send-invite"]({"id": bob.pk})
    assert mail.outbox[0].to == ["bob@example.org"] and Invitation.objects.get().sent


def test_a_letter_about_a_night_is_sent(monkeypatch):
    monkeypatch.setattr("invitations.mail.delivery.queue", lambda row: None)
    host, now = a_host("Ann"), timezone.now()
    a_guest(host, sent=now, due=None)
    nights.set_night(host.room, host.user, now + datetime.timedelta(days=3), "UTC")
    letter = NightLetter.objects.get()
    tasks.send_letter({"id": letter.pk})
    assert mail.outbox[0].to == ["bob@example.org"] and NightLetter.objects.get().sent


def test_a_mail_server_that_fails_leaves_its_words_on_the_row(monkeypatch, caplog):
    def fail(self, messages):
        raise IOError("no network")
    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", fail)
    bob = a_guest(a_host("Ann"))
    tasks.send_invite({"id": bob.pk})
    bob = Invitation.objects.get()
    assert bob.last_error == "The mail server could not be reached." and bob.sent is None and bob.due > timezone.now()
    assert any("no network" in record.getMessage() for record in caplog.records)


def test_no_key_is_in_the_log(monkeypatch, caplog):
    def fail(self, messages):
        raise IOError("no network")
    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", fail)
    bob = a_guest(a_host("Ann"))
    tasks.send_invite({"id": bob.pk})
    assert caplog.records and bob.key not in caplog.text
