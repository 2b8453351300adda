"""Reads the mailbox behind the address of our letters, at INBOX_URL, for messages.py.

What was for us is marked as read; other letters stay as they are, for people.
"""
from __future__ import unicode_literals

import imaplib
import logging
import re
import ssl
from collections import Counter, namedtuple

import six
from django.conf import settings
from six.moves.urllib.parse import unquote, urlsplit

from invitations.inbox import messages
from invitations.inbox.connection import connect
from invitations.mail.site_trouble import Told

logger = logging.getLogger("email")
SECONDS = 10
AT_ONCE = 100
SIZE = re.compile(br"RFC822\.SIZE ([0-9]+)")
# How the mailbox is reached: `tls` is "" (none), "ssl" (from the first byte) or "starttls".
Mailbox = namedtuple("Mailbox", "tls host port user password folder")
TROUBLE = (imaplib.IMAP4.error, EnvironmentError, ssl.CertificateError)

_told = Told()
# (UIDVALIDITY, the last UID that was looked at) of this process; what is not for us is fetched once.
_looked = {}


def parsed(url):
    """The Mailbox of a text like "imaps://user:password@host:993/INBOX", with "?tls=1" for STARTTLS on imap://."""
    parts = urlsplit(url)
    tls = "ssl" if parts.scheme == "imaps" else "starttls" if parts.query == "tls=1" else ""
    return Mailbox(tls, parts.hostname, parts.port or (993 if tls == "ssl" else 143), unquote(parts.username),
                   unquote(parts.password or ""), unquote(parts.path.strip("/")) or "INBOX")


def read_due():
    """Read the mailbox, where there is one; trouble is told once in the log."""
    if not settings.INBOX_URL:
        return
    try:
        read()
    except TROUBLE as error:
        if _told.change(True):
            logger.error("The inbox cannot be read (%s); answers and bounces wait there.", error)
    else:
        if _told.change(False):
            logger.info("The inbox can be read again.")


def read():
    """Take what is new in the mailbox. Returns {messages.ANSWER: how many, ...}. Raises one of TROUBLE."""
    mailbox = parsed(settings.INBOX_URL)
    connection = connect(mailbox.host, mailbox.port, mailbox.tls, SECONDS)
    try:
        connection.login(mailbox.user, mailbox.password)
        _require(connection.select('"%s"' % mailbox.folder.replace('"', "")))
        return _take_new(connection)
    finally:
        try:
            connection.logout()
        except TROUBLE:
            pass  # it hung up first


def _take_new(connection):
    validity = connection.response("UIDVALIDITY")[1][0]
    last = _looked.get(validity, 0)
    found = _require(connection.uid("SEARCH", None, "(UNSEEN UID %d:*)" % (last + 1)))[0] or b""
    # "7:*" finds the last message even where its number is below 7.
    uids = [uid for uid in sorted(int(uid) for uid in found.split()) if uid > last][:AT_ONCE]
    counts = Counter()
    for uid in uids:
        word = _take(connection, "%d" % uid)
        counts[word] += 1
        _looked[validity] = uid
    return counts


def _take(connection, uid):
    size = SIZE.search(_bytes(_require(connection.uid("FETCH", uid, "(RFC822.SIZE)"))))
    if not size or int(size.group(1)) > messages.MESSAGE_BYTES:
        return messages.NOTHING
    pieces = _require(connection.uid("FETCH", uid, "(BODY.PEEK[])"))
    content = b"".join(piece[1] for piece in pieces if isinstance(piece, tuple))
    word = messages.take(content)
    if word != messages.NOTHING:
        _require(connection.uid("STORE", uid, "+FLAGS", "(\\Seen)"))
    return word


def _bytes(pieces):
    return b" ".join(part for piece in pieces if piece
                     for part in (piece if isinstance(piece, tuple) else (piece,)))


def _require(answer):
    state, data = answer
    if state != "OK":
        raise imaplib.IMAP4.error(six.ensure_str(data[0] or b"", errors="replace") if data else state)
    return data
