"""Whether mail works, in plain words: for `check --tag email`, with --deploy, and for the test letter."""
from __future__ import unicode_literals

import errno
import smtplib
import socket
import ssl
from email.utils import parseaddr

import pytest
from django.core import mail
from django.core.checks import ERROR, INFO, run_checks
from django.core.management import call_command
from django.db import DatabaseError

from common.web import sites
from invitations.mail import diagnostics, letters, refusals
from tests.invitations.people import a_guest, a_host

pytestmark = pytest.mark.django_db
SMTP = "django.core.mail.backends.smtp.EmailBackend"


@pytest.fixture
def good(settings):
    """A site where everything is as it should be."""
    settings.DEPLOYED, settings.REDIS_URL = True, "redis://localhost"
    settings.EMAIL_BACKEND, settings.EMAIL_HOST, settings.EMAIL_PORT = SMTP, "mail.example.org", 587
    settings.SITE_DOMAIN, settings.DEFAULT_FROM_EMAIL = "cards.example.org", "cards@cards.example.org"
    sites.set_domain("cards.example.org")
    return settings


@pytest.fixture
def server(monkeypatch):
    """A mail server that lets everybody in, or raises what the test puts in its list."""
    troubles = []

    def open_(self):
        if troubles:
            raise troubles[0]
        return True
    monkeypatch.setattr(SMTP.rpartition(".")[0] + ".EmailBackend.open", open_)
    return troubles


def found(deploy=False):
    return run_checks(tags=["email"], include_deployment_checks=deploy)


def words(deploy=False):
    return " ".join(message.msg for message in found(deploy))


def test_a_good_site_hears_that_mail_works(good, server):
    assert found() == []
    message, = found(deploy=True)
    assert message.level == INFO and message.msg == "The mail server at mail.example.org:587 answers and lets us in."


def test_the_command_says_so_too(good, server, capsys):
    call_command("check", tags=["email"], deploy=True)
    assert "answers and lets us in" in "".join(capsys.readouterr())


def test_at_home_letters_in_a_folder_are_as_they_should_be(settings):
    settings.DEPLOYED, settings.EMAIL_BACKEND = False, "django.core.mail.backends.filebased.EmailBackend"
    assert found() == []
    assert "reach nobody" in words(deploy=True)


def test_without_deploy_nobody_is_asked(good, monkeypatch):
    monkeypatch.setattr("invitations.mail.diagnostics.try_server", lambda: pytest.fail("asked the server"))
    monkeypatch.setattr("invitations.mail.diagnostics.problems_of_site",
                        lambda: pytest.fail("asked the database"))
    assert found() == []


@pytest.mark.parametrize("name,value,said", [
    ("EMAIL_BACKEND", "django.core.mail.backends.filebased.EmailBackend",
     "files in a folder and reach nobody"),
    ("EMAIL_BACKEND", "django.core.mail.backends.console.EmailBackend", "the terminal and reach nobody"),
    ("SITE_DOMAIN", "", "SITE_DOMAIN is not set"), ("REDIS_URL", "", "REDIS_URL is not set"),
    ("DEFAULT_FROM_EMAIL", "cards@elsewhere.org", "not at cards.example.org"),
    ("DEFAULT_FROM_EMAIL", "Cards <cards@evilexample.org>", "not at cards.example.org")])
def test_each_wrong_setting_is_named(good, server, name, value, said):
    setattr(good, name, value)
    message, = found()
    assert said in message.msg and "check --tag email --deploy" in message.hint
    assert said in words(deploy=True)


@pytest.mark.parametrize("sender", ["Cards <cards@cards.example.org>", "cards@EXAMPLE.org"])
def test_a_sender_at_the_site_or_above_it_is_good(good, sender):
    good.DEFAULT_FROM_EMAIL = sender
    assert found() == []


@pytest.mark.parametrize("name", ["example.com", "203.0.113.9:8000"])
def test_a_site_that_was_never_named_is_told_to_do_it(good, server, name):
    good.SITE_DOMAIN = ""
    sites.set_domain(name)
    assert "lead to %s, which opens in this network only" % sites.domain() in words(deploy=True)


def test_a_name_in_the_database_will_do(good, server):
    good.SITE_DOMAIN = ""
    assert "in this network only" not in words(deploy=True)


def test_a_database_without_tables_is_no_crash(good, server, monkeypatch):
    def fail():
        raise DatabaseError()
    monkeypatch.setattr("common.web.sites.domain", fail)
    assert "migrate" in words(deploy=True)


@pytest.mark.parametrize("error,said", [
    (smtplib.SMTPAuthenticationError(535, b"5.7.8 bad\nlogin"),
     "user or password in EMAIL_URL is wrong (it says: 535 5.7.8 bad login)"),
    (smtplib.SMTPSenderRefused(530, b"auth first", "x"), "sends no letters from cards@cards.example.org"),
    (smtplib.SMTPRecipientsRefused({"a@b.org": (550, b"unknown")}),
     "does not take letters for this address (it says: 550 unknown)"),
    (smtplib.SMTPServerDisconnected("closed"), "hung up. Port 465"),
    (smtplib.SMTPDataError(554, b"spam"), "refused (it says: 554 spam)"),
    (smtplib.SMTPException("STARTTLS extension not supported by server."),
     "cannot do what EMAIL_URL wants: STARTTLS"),
    (socket.timeout("timed out"), "does not answer within 5 seconds"),
    (socket.gaierror(-2, "unknown"), "no mail server called mail.example.org"),
    (socket.error(errno.ECONNREFUSED, "refused"), "Nobody answers at mail.example.org:587"),
    (socket.error(errno.ENETUNREACH, "unreachable"), "cannot be reached"),
    (ssl.SSLError(1, "certificate verify failed"),
     "certificate of the mail server at mail.example.org:587 is not good"),
    (ssl.SSLError(1, "wrong version number"), "does not speak TLS in this way")])
def test_each_refusal_is_explained(good, server, error, said):
    server.append(error)
    message, = found(deploy=True)
    assert message.level == ERROR and said in message.msg


def test_the_server_is_asked_for_the_sender_of_invitations(good, monkeypatch):
    class Few(object):
        def __getattr__(self, name):
            return lambda *args: (550, b"5.7.1 not yours") if name == "mail" else (250, b"")
    monkeypatch.setattr(SMTP + ".open", lambda self: setattr(self, "connection", Few()))
    message, = found(deploy=True)
    assert message.level == ERROR and "sends no letters from cards@cards.example.org" in message.msg


def test_what_letters_were_told_is_told_too(good, server):
    a_guest(a_host("Ann"), last_error=refusals.reason_of(smtplib.SMTPSenderRefused(550, b"5.7.1 no", "x")))
    assert "Letters that wait: 1" in words(deploy=True) and found() == []


def test_a_test_letter_has_the_sender_of_invitations(settings):
    settings.DEFAULT_FROM_EMAIL = "post@example.org"
    call_command("test_letter", "root@example.org")
    letter = letters.invitation_letter(a_guest(a_host("Ann")))
    assert [parseaddr(each.from_email)[1] for each in mail.outbox + [letter]] == ["post@example.org"] * 2


def test_a_test_letter_goes_to_its_reader(settings):
    said = diagnostics.send_test_letter("root@example.org")
    assert mail.outbox[0].to == ["root@example.org"] and "written to memory" in said


def test_a_test_letter_that_fails_says_why(good, server):
    server.append(smtplib.SMTPAuthenticationError(535, b"no"))
    with pytest.raises(diagnostics.NoMailError) as trouble:
        diagnostics.send_test_letter("root@example.org")
    assert "user or password" in "%s" % trouble.value


def test_a_folder_that_cannot_be_written_is_named(settings, monkeypatch):
    def fail(self, messages):
        raise IOError(errno.EACCES, "Permission denied")
    monkeypatch.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", fail)
    with pytest.raises(diagnostics.NoMailError) as trouble:
        diagnostics.send_test_letter("root@example.org")
    assert "could not be written" in "%s" % trouble.value and "Permission denied" in "%s" % trouble.value
