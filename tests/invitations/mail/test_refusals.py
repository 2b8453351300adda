"""What mail servers answer, and whom it is about: the guest, the site, or nobody for long."""
from __future__ import unicode_literals

import smtplib

import pytest

from invitations.mail.refusals import FINAL, LATER, SITE, meaning_of
from tests.invitations.post import refusal


def sender(code, said=b""):
    return smtplib.SMTPSenderRefused(code, said, "x")


@pytest.mark.parametrize("error", [
    refusal(550), refusal(550, b"5.1.1 nobody"), refusal(550, b"5.2.1 disabled"), refusal(550, b"5.4.1 rejected"),
    refusal(553, b"5.1.3 bad address"), refusal(556, b"5.1.10 null MX"), smtplib.SMTPDataError(554, b"5.6.0 malformed"),
    smtplib.SMTPDataError(554, b"spam")])
def test_a_refused_guest_or_letter_is_final(error):
    assert meaning_of(error) == FINAL


@pytest.mark.parametrize("error", [
    sender(553, b"5.7.1 not yours"), sender(550), sender(530, b"5.7.0 STARTTLS first"), sender(552, b"5.2.2 quota"),
    smtplib.SMTPAuthenticationError(535, b"5.7.8 no"), refusal(530, b"5.7.0 auth first"), refusal(554, b"5.7.1 no relay"),
    refusal(550, b"relay not permitted"), refusal(550, b"5.1.8 bad sender"), refusal(550, b"5.4.5 daily quota"),
    refusal(503, b"5.5.1 RCPT first"), smtplib.SMTPDataError(552, b"5.2.2 quota"), smtplib.SMTPDataError(550, b"5.7.26 DMARC"),
    smtplib.SMTPHeloError(550, b"who are you"), smtplib.SMTPConnectError(554, b"blocked")])
def test_the_sites_own_trouble_is_known(error):
    assert meaning_of(error) == SITE


@pytest.mark.parametrize("error", [
    refusal(451), refusal(452, b"4.5.3 later"), refusal(552, b"5.2.2 mailbox full"), sender(450), IOError("away"),
    smtplib.SMTPServerDisconnected("closed"), smtplib.SMTPRecipientsRefused({}), ValueError()])
def test_the_rest_may_pass_later(error):
    assert meaning_of(error) == LATER
