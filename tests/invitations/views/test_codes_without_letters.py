"""Codes where no letter goes: a machine that sends none, and a mail server that is away."""
from __future__ import unicode_literals

import smtplib

import pytest

from .test_codes import EMAIL, a_code, post

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("queued", "told")]


def test_the_terminal_shows_the_code_where_no_letter_leaves(client, player, caplog, monkeypatch):
    code = a_code(client, player)
    assert "The code for %s is %s" % (EMAIL, code) in caplog.text
    monkeypatch.setattr("common.web.senders.letters_leave", lambda: True)
    caplog.clear()
    a_code(client, player)
    assert "The code for" not in caplog.text


def test_a_letter_that_could_not_be_sent_is_not_waited_for(client, player, monkeypatch):
    def fail(message, fail_silently=False):
        raise smtplib.SMTPServerDisconnected("bye")
    monkeypatch.setattr("django.core.mail.message.EmailMessage.send", fail)
    assert post(client, player, "send_code", email=EMAIL)[1]["code"] == "letter_failed"
