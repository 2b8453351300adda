"""Every way a letter can go, or not go: sent once, tried later, given up, taken by another worker, or nobody's."""
from __future__ import unicode_literals

import datetime
import logging
import smtplib

import pytest
from django.core import mail
from django.utils import timezone

from invitations import delivery, letters
from invitations.models import Invitation, NightLetter
from live import Unsent

from .people import a_guest, a_host

pytestmark = pytest.mark.django_db
NOW = timezone.now() + datetime.timedelta(hours=1)  # later than what rows have by default


@pytest.fixture
def host():
    return a_host("Ann")


@pytest.fixture(autouse=True)
def told(monkeypatch):
    """The invitations that the host's screens were told of."""
    told = []
    monkeypatch.setattr("invitations.status.tell", told.append)
    return told


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
    return [record.getMessage() for record in caplog.records if record.levelno == level and record.name == "email"]


def refusal(code, words=b"no"):
    return smtplib.SMTPRecipientsRefused({"bob@example.org": (code, words)})


def test_a_letter_is_sent_and_stamped(host, told):
    bob = a_guest(host, last_error="451 later")
    deliver(bob)
    letter, = mail.outbox
    bob = stored(bob)
    assert letter.to == ["bob@example.org"] and bob.key in letter.body
    assert bob.sent and (bob.due, bob.claimed, bob.failed, bob.last_error, bob.attempts) == (None, None, None, "", 1)
    assert told == [bob.pk]


def test_a_letter_is_sent_once_however_often_it_is_asked_for(host):
    bob = a_guest(host)
    for _ in range(3):
        deliver(bob)
    assert len(mail.outbox) == 1 and stored(bob).attempts == 1


def test_a_row_that_is_gone_is_logged(caplog):
    delivery.deliver(Invitation, 4711, letters.invitation_letter)
    assert logged(caplog, logging.ERROR) == ["There is no invitation 4711 to send."] and mail.outbox == []


def test_a_letter_is_not_sent_before_its_time(host):
    bob = a_guest(host, due=NOW + datetime.timedelta(hours=1))
    deliver(bob)
    assert mail.outbox == [] and stored(bob).attempts == 0


def test_what_was_taken_back_is_not_sent(host):
    bob = a_guest(host, revoked=NOW, due=None)
    deliver(bob)
    assert mail.outbox == [] and stored(bob).attempts == 0


def test_a_letter_that_became_unwanted_is_given_up_with_the_reason(host, caplog, told):
    bob = a_guest(host, revoked=NOW)
    deliver(bob)
    bob = stored(bob)
    assert mail.outbox == [] and bob.failed and bob.due is None and bob.last_error == "You took this invitation back."
    assert "given up" in logged(caplog, logging.ERROR)[0] and told == [bob.pk]


@pytest.mark.parametrize("error", [
    refusal(451), smtplib.SMTPServerDisconnected("gone"), smtplib.SMTPAuthenticationError(535, b"no"),
    smtplib.SMTPDataError(421, b"busy"), IOError("no network")])
def test_what_may_pass_is_tried_again_in_a_minute(host, server, clock, caplog, told, error):
    bob = a_guest(host)
    server.append(error)
    deliver(bob)
    waiting = stored(bob)
    assert waiting.due == NOW + datetime.timedelta(seconds=60) and waiting.sent is waiting.failed is waiting.claimed is None
    assert waiting.last_error == delivery.reason_of(error) and told == [bob.pk]
    assert "could not be sent" in logged(caplog, logging.WARNING)[0]
    clock(59)
    deliver(bob)
    assert mail.outbox == []
    clock(1)
    deliver(bob)
    assert len(mail.outbox) == 1 and stored(bob).last_error == ""


def test_a_bug_of_ours_is_logged_with_its_place_and_not_blamed_on_the_mail_server(host, server, caplog):
    bob = a_guest(host)
    server.append(ValueError("a bug of ours"))
    deliver(bob)
    assert stored(bob).due and "on our side" in stored(bob).last_error
    assert caplog.records[-1].exc_info[0] is ValueError


def test_a_letter_whose_worker_always_dies_is_given_up(host, clock, told):
    bob = a_guest(host, attempts=5, claimed=NOW)
    deliver(bob)
    assert mail.outbox == [] and stored(bob).failed and stored(bob).last_error == delivery.WORN_OUT


@pytest.mark.parametrize("error", [refusal(550), smtplib.SMTPDataError(554, b"spam"), smtplib.SMTPSenderRefused(553, b"no", "x")])
def test_what_will_never_pass_fails_at_once(host, server, caplog, told, error):
    bob = a_guest(host)
    server.append(error)
    deliver(bob)
    bob = stored(bob)
    assert bob.failed and (bob.due, bob.attempts) == (None, 1) and bob.last_error == delivery.reason_of(error)
    assert logged(caplog, logging.ERROR) and told == [bob.pk]


def test_five_tries_are_enough(host, server, clock):
    bob = a_guest(host)
    server += [refusal(451)] * 9
    waits = []
    for _ in range(5):
        deliver(bob)
        due = stored(bob).due
        waits.append(due and int((due - timezone.now()).total_seconds()))
        clock(waits[-1] or 0)
    assert waits == [60, 300, 1800, 7200, None]
    deliver(bob)
    assert stored(bob).failed and stored(bob).attempts == 5


def test_the_waits_are_a_setting(host, server, clock, settings):
    settings.LETTER_RETRY_SECONDS = [7]
    bob = a_guest(host)
    server += [refusal(451)] * 2
    deliver(bob)
    assert stored(bob).due == NOW + datetime.timedelta(seconds=7)
    clock(7)
    deliver(bob)
    assert stored(bob).failed


def test_a_reason_fits_into_its_column(host, server):
    bob = a_guest(host)
    server.append(refusal(550, b"\xffno" * 300))
    deliver(bob)
    assert len(stored(bob).last_error) == 300


# ---- claims


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


# ---- sending again, and telling workers


def test_sending_again_begins_anew(host):
    bob = a_guest(host, sent=NOW, failed=NOW, due=None, attempts=5, last_error="550 no")
    delivery.send_again(bob)
    bob = stored(bob)
    assert bob.due and (bob.sent, bob.failed, bob.claimed, bob.attempts, bob.last_error) == (None, None, None, 0, "")
    deliver(bob)
    assert len(mail.outbox) == 1


@pytest.fixture
def tasks(monkeypatch):
    """The messages that went to workers."""
    sent = []
    monkeypatch.setattr("invitations.delivery.send_task", lambda channel, *payloads: sent.extend((channel, payload["id"]) for payload in payloads))
    return sent


def test_workers_are_told_by_the_kind_of_letter(host, tasks):
    bob = a_guest(host)
    delivery.queue(bob)
    delivery.queue(NightLetter(pk=7), NightLetter(pk=8))
    delivery.queue()
    assert tasks == [("send-invite", bob.pk), ("send-letter", 7), ("send-letter", 8)]


def test_a_message_that_does_not_get_through_costs_no_letter(host, monkeypatch, caplog):
    def lost(channel, *payloads):
        raise Unsent("full")
    monkeypatch.setattr("invitations.delivery.send_task", lost)
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


@pytest.mark.parametrize("error,words", [
    (refusal(550, b"nobody here"), "does not take letters for this address: 550 nobody here"),
    (smtplib.SMTPRecipientsRefused({}), "does not take letters for this address"),
    (smtplib.SMTPDataError(554, "spam"), "refused the letter: 554 spam"),
    (smtplib.SMTPAuthenticationError(535, b"secret user"), "the people who run this site must look at it"),
    (IOError("/etc/secret"), "The mail server could not be reached."), (ValueError("key abc"), "broke on our side")])
def test_hosts_read_a_sentence_and_no_inner_workings(error, words):
    reason = delivery.reason_of(error)
    assert words in reason and "secret" not in reason and "abc" not in reason
