"""What an error of sending means: for this guest, for the whole site, or for now only; and in a sentence.

Mail servers say it by a code of SMTP (RFC 5321), most also by an enhanced one (RFC 3463).
"""
from __future__ import unicode_literals

import re
import smtplib

import six

from invitations.reasons import BROKEN, NO_LOGIN, NOT_FOR_US, NOT_THERE, REFUSED, UNREACHED

# FINAL: this letter will never pass. SITE: none of ours would, until those who run the site do something.
# LATER: it may pass if it is tried again.
FINAL, SITE, LATER = "final", "site", "later"
# What reasons of the site's own trouble begin with: rows are found by it.
SITE_TROUBLE = "Our mail server does not "
_ENHANCED = re.compile(r"\b[45]\.([0-9]{1,3})\.([0-9]{1,3})\b")
# Wants a login, knows ours not, or takes nothing from us.
_LOGIN = (530, 534, 535, 538)
_MALFORMED = (500, 501, 502, 503, 504, 555)
# The sender's address, limits of what may be sent; 5 is the protocol, 7 policy: relaying, forged senders.
_SITE_CODES = {("1", "7"), ("1", "8"), ("4", "5"), ("3", "4")}
_SITE_SUBJECTS = ("5", "7")
_FULL = ("2", "2")
_RELAY = re.compile(r"\brelay", re.IGNORECASE)


def meaning_of(error):
    """FINAL, SITE or LATER."""
    code, said = answer_of(error)
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return SITE
    if not 500 <= code < 600:
        return LATER
    if isinstance(error, (smtplib.SMTPSenderRefused, smtplib.SMTPHeloError, smtplib.SMTPConnectError)):
        return SITE
    found = _ENHANCED.search(said)
    enhanced = found.groups() if found else ("", "")
    if code == 552 or enhanced == _FULL:  # the guest's mailbox is full, or our quota is used up
        return LATER if isinstance(error, smtplib.SMTPRecipientsRefused) else SITE
    if code in _LOGIN + _MALFORMED or enhanced in _SITE_CODES or enhanced[0] in _SITE_SUBJECTS:
        return SITE
    return SITE if not found and _RELAY.search(said) else FINAL


def reason_of(error):
    """A sentence for the sender about an error of sending."""
    code, said = answer_of(error)
    if isinstance(error, smtplib.SMTPAuthenticationError):
        return NO_LOGIN
    if meaning_of(error) == SITE:
        return NOT_FOR_US % (code, said)
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        return NOT_THERE % (code, said)
    if code:
        return REFUSED % (code, said)
    if isinstance(error, (smtplib.SMTPException, EnvironmentError)):
        return UNREACHED
    return BROKEN


def answer_of(error):
    """(code, text) that the mail server gave; (0, "") when it gave none."""
    if isinstance(error, smtplib.SMTPRecipientsRefused):
        answers = list(error.recipients.values())
        code, said = answers[0] if answers else (0, b"")
    else:
        code, said = getattr(error, "smtp_code", 0), getattr(error, "smtp_error", b"")
    return code, six.ensure_text(said, errors="replace") if said else ""
