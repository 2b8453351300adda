"""Whether mail works, in plain words for those who run the site: what is set wrong, and what the mail server
says.

For the words that hosts read about one letter see delivery.reason_of.
"""
from __future__ import unicode_literals

import errno
import smtplib
import socket
import ssl

from django.conf import settings
from django.core.mail import EmailMessage, get_connection
from django.db import DatabaseError

from common.web import senders, sites
from common.web.senders import STAY_HERE, letters_leave
from invitations.mail import refusals

SECONDS = 5
EXAMPLE = "smtp://user:password@host:587/?tls=1"


class NoMailError(Exception):
    """Mail does not work; the message says why and what to do."""


def problems_of_settings():
    """[sentence] about what a site with guests needs and this one has not; looks at settings only."""
    found = []
    if not letters_leave():
        found.append("Letters go to %s and reach nobody: set EMAIL_URL, like \"%s\"." % (
            STAY_HERE[senders.backend()], EXAMPLE))
    if not settings.SITE_DOMAIN:
        found.append("SITE_DOMAIN is not set, so letters cannot know where their links lead: set it, like "
                     "\"cards.example.org\".")
    elif _domain_of(senders.address()) not in _own_domains():
        found.append("Letters come from %s, which is not at %s; many mail servers will take them for forged. "
                     "Set "
                     "DEFAULT_FROM_EMAIL to an address there." % (senders.address(),
                                                                  _own_domains()[0]))
    if not settings.REDIS_URL:
        found.append("REDIS_URL is not set: letters are sent by the one process that serves the pages, and a "
                     "worker "
                     "beside it hears of none before the next minute.")
    return found


def problems_of_site():
    """[sentence] about where links in letters lead without SITE_DOMAIN; reads the database."""
    try:
        if sites.host_name() == "localhost":
            return ["Links in letters lead to %s, which opens in this network only: set SITE_DOMAIN, or run \"python "
                    "manage.py set_site\" with the site's name." % sites.domain()]
    except DatabaseError:
        return ["The site has no name in the database yet: run \"python manage.py migrate\" and then \"set_site\"."]
    return []


def try_server():
    """Connect to the mail server as a letter would, name its sender, and hang up.

    Returns a sentence; raises NoMailError.
    """
    connection = _connection()
    try:
        connection.open()
        _name_sender(getattr(connection, "connection", None))
        connection.close()
    except Exception as error:
        raise NoMailError(explain(error))
    return "The mail server at %s answers and lets us in." % _server()


def _name_sender(server):
    """Begin a letter and drop it: some servers send for few senders only. `server` is an smtplib.SMTP."""
    if server is None:
        return
    server.ehlo_or_helo_if_needed()
    code, said = server.mail(senders.address())
    server.rset()
    if code != 250:
        raise smtplib.SMTPSenderRefused(code, said, senders.address())


def send_test_letter(address):
    """Send a letter to `address` now, the way invitations go. Returns a sentence; raises NoMailError."""
    text = ("This letter was asked for by a button. It came through, so invitations will too.\n\nLinks lead "
            "to %s")
    try:
        letter = EmailMessage("A test letter", text % sites.address(settings.SCRIPT_NAME + "/"),
                              senders.sender(), [address],
                              connection=_connection())
        letter.send()
    except Exception as error:
        raise NoMailError(explain(error))
    if not letters_leave():
        return "The letter to %s was written to %s; to send letters to people, set EMAIL_URL." % (
            address, STAY_HERE[senders.backend()])
    return "The mail server at %s has taken the letter to %s. Look for it, among the unwanted letters too." % (
        _server(), address)


def explain(error):
    """What an error of connecting or sending means, and what to do about it."""
    server, said = _server(), _said(error)
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return "The mail server at %s does not let us in: user or password in EMAIL_URL is wrong%s." % (
            server, said)
    if isinstance(error, smtplib.SMTPSenderRefused):
        return "The mail server at %s sends no letters from %s%s. Is a user and password missing in EMAIL_URL, or is " \
               "DEFAULT_FROM_EMAIL at another domain?" % (server, senders.address(), said)
    if isinstance(error, smtplib.SMTPRecipientsRefused) and refusals.meaning_of(error) != refusals.SITE:
        return "The mail server at %s does not take letters for this address%s." % (server, said)
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return "The mail server at %s sends nothing for this site%s. Is a user and password missing in EMAIL_URL, or may " \
               "%s not send there?" % (server, said, senders.address())
    if isinstance(error, smtplib.SMTPServerDisconnected):
        return "The mail server at %s hung up. Port 465 wants \"?ssl=1\" in EMAIL_URL, port 587 \"?tls=1\"." % server
    if isinstance(error, smtplib.SMTPResponseException):
        return "The mail server at %s refused%s." % (server, said)
    if isinstance(error, smtplib.SMTPException):
        return "The mail server at %s cannot do what EMAIL_URL wants: %s" % (server, error)
    if isinstance(error, (ssl.SSLError, getattr(ssl, "CertificateError", ssl.SSLError))):
        return _explain_tls(error)
    if isinstance(error, socket.timeout):
        return "The mail server at %s does not answer within %d seconds. Is the port right, and does a firewall let us " \
               "out?" % (server, SECONDS)
    if isinstance(error, socket.gaierror):
        return "There is no mail server called %s: is the name in EMAIL_URL right?" % settings.EMAIL_HOST
    if getattr(error, "errno", None) == errno.ECONNREFUSED:
        return "Nobody answers at %s. Is the mail server running, and is the port in EMAIL_URL right?" % server
    if not letters_leave():
        return "The letter could not be written to %s: %s" % (STAY_HERE[senders.backend()], error)
    return "The mail server at %s cannot be reached: %s" % (server, error)


def _explain_tls(error):
    said = "%s" % error
    if "certificate" in said.lower() or "hostname" in said.lower():
        return "The certificate of the mail server at %s is not good, so we tell it nothing: %s" % (_server(
            ), said)
    return "The mail server at %s does not speak TLS in this way. Port 465 wants \"?ssl=1\" in EMAIL_URL, port 587 " \
           "\"?tls=1\"." % _server()


def _said(error):
    code, words = refusals.answer_of(error)
    return " (it says: %s)" % " ".join(("%s %s" % (code, words)).split()) if code else ""


def _connection():
    return get_connection(timeout=SECONDS) if letters_leave() else get_connection()


def _server():
    return "%s:%s" % (settings.EMAIL_HOST, settings.EMAIL_PORT)


def _domain_of(address):
    return address.rpartition("@")[2].lower()


def _own_domains():
    """The site's domain and those above it: letters of cards.example.org may come from example.org."""
    parts = settings.SITE_DOMAIN.split(":")[0].lower().split(".")
    return [".".join(parts[place:]) for place in range(max(1, len(parts) - 1))]
