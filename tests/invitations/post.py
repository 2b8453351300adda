"""What tests of delivery share: a host, a mail server and a clock in the test's hands,
and what became of a letter.
"""
from __future__ import unicode_literals

import datetime
import smtplib

import pytest
from django.core import mail
from django.utils import timezone

from invitations.mail import delivery, letters
from invitations.models import Invitation

from .people import a_host

NOW = timezone.now() + datetime.timedelta(hours=1)  # later than what rows have by default


@pytest.fixture
def host():
    return a_host("Ann")


@pytest.fixture
def server(monkeypatch):
    """A mail server that answers what the test has put in its list, and then takes everything."""
    answers = []

    def send(self, fail_silently=False):
        if answers:
            raise answers.pop(0)
        mail.outbox.append(self)
        return 1
    monkeypatch.setattr("django.core.mail.EmailMessage.send", send)
    monkeypatch.setattr("common.web.senders.letters_leave", lambda: True)
    return answers


@pytest.fixture
def clock(monkeypatch):
    """Time that passes only when the test says so: clock(seconds)."""
    now = [NOW]
    monkeypatch.setattr("django.utils.timezone.now", lambda: now[0])

    def forward(seconds):
        now[0] += datetime.timedelta(seconds=seconds)
    return forward


def deliver(invitation):
    delivery.deliver(Invitation, invitation.pk, letters.invitation_letter)


def stored(invitation):
    return Invitation.objects.get(pk=invitation.pk)


def logged(caplog, level):
    return [record.getMessage() for record in caplog.records if record.levelno == level
            and record.name == "email"]


def refusal(code, words=b"no"):
    return smtplib.SMTPRecipientsRefused({"bob@example.org": (code, words)})
