"""Every way a letter can go, or not go: sent once, tried later, given up, or nobody's."""
from __future__ import unicode_literals

import datetime
import logging
import smtplib

import pytest
from django.core import mail
from django.utils import timezone

from invitations.mail import delivery, letters, site_trouble
from invitations.models import Invitation
from tests.invitations.people import a_guest
from tests.invitations.post import NOW, clock, deliver, host, logged, refusal, server, stored

__all__ = ["clock", "host", "server"]  # fixtures
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]


def test_a_letter_is_sent_and_stamped(host, told):
    bob = a_guest(host, last_error="451 later")
    deliver(bob)
    letter, = mail.outbox
    bob = stored(bob)
    assert letter.to == ["bob@example.org"] and bob.key in letter.body
    assert bob.sent and (bob.due, bob.claimed, bob.failed, bob.last_error,
                         bob.attempts) == (None, None, None, "", 1)
    assert told == [bob.pk]


@pytest.mark.parametrize("leave", [True, False])
def test_what_no_mail_server_took_is_kept_and_not_sent(host, monkeypatch, leave):
    monkeypatch.setattr("common.web.senders.letters_leave", lambda: leave)
    bob = a_guest(host)
    deliver(bob)
    assert stored(bob).kept is not leave
    delivery.send_again(stored(bob))
    assert not stored(bob).kept


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
    assert waiting.due == NOW + datetime.timedelta(
        seconds=60) and waiting.sent is waiting.failed is waiting.claimed is None
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


@pytest.mark.parametrize("error", [refusal(550), smtplib.SMTPDataError(554, b"spam"), refusal(550, b"5.1.1 nobody")])
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


def test_what_is_the_sites_own_trouble_is_tried_again_and_told_once(host, server, clock, caplog, monkeypatch):
    monkeypatch.setattr("invitations.mail.site_trouble._told", site_trouble.Told())
    bob, cat = a_guest(host), a_guest(host, "cat@example.org")
    server += [smtplib.SMTPSenderRefused(550, b"5.7.1 not yours", "x")] * 2
    deliver(bob)
    deliver(cat)
    assert stored(bob).failed is None and stored(bob).due and "run this site must look at it" in stored(bob).last_error
    assert len(logged(caplog, logging.ERROR)) == 1 and "not yours" in logged(caplog, logging.ERROR)[0]
    clock(60)
    deliver(bob)
    assert stored(bob).sent and site_trouble.now().waiting == 1


def test_who_runs_the_site_is_told_as_long_as_letters_wait_or_are_lost(host, clock):
    error = delivery.reason_of(refusal(554, b"5.7.1 relay access denied"))
    a_guest(host, last_error=error)
    bob = a_guest(host, last_error=error, failed=timezone.now(), due=None)
    assert "554 5.7.1 relay access denied. Letters that wait: 1; given up within a day: 1." in site_trouble.problems()[0]
    Invitation.objects.exclude(pk=bob.pk).delete()
    clock(24 * 3600)
    assert site_trouble.problems() == []


@pytest.mark.parametrize("error,words", [
    (refusal(550, b"nobody here"), "does not take letters for this address: 550 nobody here"),
    (smtplib.SMTPRecipientsRefused({}), "does not take letters for this address"),
    (smtplib.SMTPDataError(554, "spam"), "refused the letter: 554 spam"),
    (smtplib.SMTPAuthenticationError(535, b"secret user"), "the people who run this site must look at it"),
    (IOError("/etc/secret"), "The mail server could not be reached."),
    (ValueError("key abc"), "broke on our side")])
def test_hosts_read_a_sentence_and_no_inner_workings(error, words):
    reason = delivery.reason_of(error)
    assert words in reason and "secret" not in reason and "abc" not in reason
