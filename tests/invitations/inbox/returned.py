"""What comes back by mail, for tests: a calendar's answer and a bounce, as bytes."""
from __future__ import unicode_literals

from email.mime.base import MIMEBase
from email.mime.multipart import MIMEMultipart
from email.mime.text import MIMEText

from invitations.models import Invitation
from tests.invitations.post import stored

REPLY = """BEGIN:VCALENDAR
VERSION:2.0
PRODID:-//Guests//EN
METHOD:{method}
BEGIN:VEVENT
UID:{uid}
SEQUENCE:{sequence}
DTSTAMP:20260101T000000Z
{starts}ATTENDEE;PARTSTAT={word};CN=Bob:mailto:{address}
END:VEVENT
END:VCALENDAR
"""


def answer(night, word="ACCEPTED", address="bob@example.org", method="REPLY", sequence=None, starts=None,
           writer=None):
    text = REPLY.format(uid=night.uid, word=word, address=address, method=method,
                        starts=starts.strftime("DTSTART:%Y%m%dT%H%M%SZ\n") if starts else "",
                        sequence=night.sequence if sequence is None else sequence).replace("\n", "\r\n")
    message = MIMEMultipart("alternative")
    message["From"], message["Subject"] = writer or address, "Accepted"
    message.attach(MIMEText("Bob comes.", "plain", "utf-8"))
    message.attach(MIMEText(text, "calendar", "utf-8"))
    return message.as_string().encode("utf-8")


def bounce(message_id, action="failed", said="smtp; 550 5.1.1 nobody here", headers_only=True):
    message = MIMEMultipart("report", **{"report-type": "delivery-status"})
    message["From"], message["Subject"] = "MAILER-DAEMON@mail.example.org", "Undelivered"
    message.attach(MIMEText("I am sorry.", "plain", "utf-8"))
    status = MIMEBase("message", "delivery-status")
    blocks = [MIMEText("", "plain"), MIMEText("", "plain")]
    for block in blocks:
        for name in list(block.keys()):
            del block[name]
    blocks[0]["Reporting-MTA"] = "dns; mail.example.org"
    blocks[1]["Final-Recipient"], blocks[1]["Action"], blocks[1]["Status"] = "rfc822; bob@example.org", action, "5.1.1"
    blocks[1]["Diagnostic-Code"] = said
    for block in blocks:
        status.attach(block)
    message.attach(status)
    original = MIMEText("", "plain", "utf-8")
    original["Message-ID"], original["To"] = message_id, "bob@example.org"
    if headers_only:
        message.attach(MIMEText("Message-ID: %s\nTo: bob@example.org\n" % message_id, "rfc822-headers"))
    else:
        whole = MIMEBase("message", "rfc822")
        whole.attach(original)
        message.attach(whole)
    return message.as_string().encode("utf-8")


def as_sent(guest):
    """The row as it is after its letter has gone."""
    from django.utils import timezone
    Invitation.objects.filter(pk=guest.pk).update(sent=timezone.now(), due=None)
    return stored(guest)
