"""The mailbox behind the address of our letters, on a real IMAP server."""
from __future__ import unicode_literals

import imaplib
import logging
import os
import subprocess
import sys

import pytest
import six
from django.core.management import call_command

from invitations.inbox import imap
from invitations.mail import letters
from tests.invitations.post import logged, stored
from tests.invitations.samples import an_invitation_to_a_night, sent

from .returned import answer, as_sent, bounce

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]
SERVER = os.path.join(os.path.dirname(os.path.abspath(__file__)), "imap_server.py")


@pytest.fixture
def mailbox(settings, monkeypatch):
    """A function that puts a message into the INBOX of a server, and returns the client that did."""
    server = subprocess.Popen([sys.executable, SERVER], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    port = int(server.stdout.readline())
    settings.INBOX_URL = "imap://cards:secret@127.0.0.1:%d/INBOX" % port
    monkeypatch.setattr(imap, "_looked", {})
    client = imaplib.IMAP4("127.0.0.1", port)
    client.login("cards", "secret")

    def put(content):
        client.append("INBOX", "()", None, content)
        return client
    yield put
    client.logout()
    server.stdin.close()
    server.wait()


def unseen(client):
    client.select("INBOX")
    return [int(number) for number in client.search(None, "UNSEEN")[1][0].split()]


def test_an_answer_and_a_bounce_are_taken_and_other_letters_stay_unread(mailbox):
    guest = as_sent(an_invitation_to_a_night())
    mailbox(answer(guest.night))
    mailbox(b"From: eve@example.org\r\nSubject: Hello\r\n\r\nHow are you?")
    client = mailbox(bounce(sent(letters.invitation_letter(guest))["Message-ID"]))
    said = six.StringIO()
    call_command("read_inbox", stdout=said)
    assert "Answers: 1, bounces: 1, not for us: 1." in said.getvalue()
    assert stored(guest).answer == "yes" and stored(guest).last_error.startswith("bounced: 550 5.1.1")
    assert unseen(client) == [2]


def test_each_minute_only_what_is_new_is_read(mailbox):
    mailbox(b"Subject: Hello\r\n\r\nHow are you?")
    assert sum(imap.read().values()) == 1 and sum(imap.read().values()) == 0
    mailbox(b"Subject: Hello\r\n\r\nHow are you?")
    assert sum(imap.read().values()) == 1


def test_a_message_without_end_is_not_fetched(mailbox, monkeypatch):
    monkeypatch.setattr("invitations.inbox.messages.MESSAGE_BYTES", 10)
    monkeypatch.setattr("invitations.inbox.messages.take", lambda content: pytest.fail("fetched"))
    mailbox(b"Subject: Hello\r\n\r\nHow are you?")
    assert sum(imap.read().values()) == 1


def test_a_mailbox_that_is_away_is_told_once_at_each_end(mailbox, settings, monkeypatch, caplog):
    monkeypatch.setattr("invitations.inbox.imap._told", imap.Told())
    good, settings.INBOX_URL = settings.INBOX_URL, "imap://cards:wrong@127.0.0.1:%s/" % settings.INBOX_URL.split(":")[3][:5]
    caplog.set_level(logging.INFO, "email")
    for url in (settings.INBOX_URL, settings.INBOX_URL, "imap://cards:x@127.0.0.1:1/", good, good):
        settings.INBOX_URL = url
        imap.read_due()
    assert len(logged(caplog, logging.ERROR)) == 1 and len(logged(caplog, logging.INFO)) == 1


@pytest.mark.parametrize("url,mailbox", [
    ("imaps://a%40b.org:p%2Fw@mail.example.org/", ("ssl", "mail.example.org", 993, "a@b.org", "p/w", "INBOX")),
    ("imap://a@h:99/Cards%20In?tls=1", ("starttls", "h", 99, "a", "", "Cards In"))])
def test_the_setting_says_where_it_is(url, mailbox):
    assert imap.parsed(url) == mailbox


def test_without_a_setting_nothing_is_read(settings, monkeypatch):
    monkeypatch.setattr("invitations.inbox.imap.read", lambda: pytest.fail("read"))
    imap.read_due()
