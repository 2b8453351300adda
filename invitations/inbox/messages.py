"""What comes back by mail: answers to a night from calendars, and letters that did not arrive.

A message is believed where mail can be: a bounce by our signature in the letter it brings back, an answer by
the night's UID, which all its guests know, and the guest's address, as ATTENDEE and in From. Whether From is
true is for the mail server that takes messages in to know (SPF, DKIM). Everything else is left alone.
"""
from __future__ import unicode_literals

import email
import logging
from email.utils import getaddresses

import six
from django.utils import timezone
from icalendar import Calendar

from common.email_addresses import canonical
from invitations import guests, status
from invitations.mail import entries, message_ids
from invitations.models import ERROR_LENGTH, Invitation, NightLetter, Postage, RecapLetter

logger = logging.getLogger("email")
MESSAGE_BYTES = 1024 * 1024
ANSWER, BOUNCE, NOTHING = "answer", "bounce", "nothing"
WORDS = {"ACCEPTED": "yes", "DECLINED": "no", "TENTATIVE": "maybe"}
MODELS = {message_ids.INVITATION: Invitation, message_ids.NIGHT: NightLetter,
          message_ids.RECAP: RecapLetter}
# Its name where bytes and texts are different things.
_parse = getattr(email, "message_from_bytes", email.message_from_string)


def take(content):
    """Do what a message (bytes) asks. Returns ANSWER, BOUNCE, or NOTHING for one that is not for us."""
    try:
        message = _parse(content)
        parts = list(message.walk())
        if message.get_content_type() == "multipart/report":
            return BOUNCE if _bounced(parts) else NOTHING
        replies = [part for part in parts if part.get_content_type() == "text/calendar"]
        writer = _writer_of(message)
        answered = any(_answered(part.get_payload(decode=True), writer) for part in replies)
        return ANSWER if answered else NOTHING
    except (ValueError, KeyError, IndexError, LookupError, TypeError, AttributeError) as error:
        # Anybody may send anything; libraries refuse what they cannot read in ways of their own.
        logger.warning("A message that came in could not be read: %r", error)
        return NOTHING


def _writer_of(message):
    """The canonical address in From; "" where there is none, or more than one."""
    lines = [six.ensure_text("%s" % line, errors="replace") for line in message.get_all("From", [])]
    found = getaddresses(lines)
    return canonical(found[0][1]) if len(found) == 1 else ""


def _answered(content, writer):
    """Whether this calendar from the address `writer` was that guest's answer, and is stored."""
    calendar = Calendar.from_ical(six.ensure_text(content or b"", errors="replace"))
    if ("%s" % calendar.get("METHOD", "")).upper() != "REPLY":
        return False
    return any(_answer_of(event, writer) for event in calendar.walk("VEVENT"))


def _answer_of(event, writer):
    people = event.get("ATTENDEE", [])
    for person in people if isinstance(people, list) else [people]:
        word = WORDS.get(("%s" % getattr(person, "params", {}).get("PARTSTAT", "")).upper())
        invitation = _guest("%s" % event.get("UID", ""), "%s" % person) if word else None
        if invitation is not None and invitation.email != writer:
            logger.warning("An answer to invitation %d came from another address: it is not taken.",
                           invitation.pk)
        elif invitation is not None and _is_about(event, invitation.night):
            try:
                guests.answer(invitation, word)
            except guests.NoSuchAnswerError:
                continue
            return True
    return False


def _guest(uid, person):
    address = canonical(person.partition(":")[2] or person)
    invited = Invitation.objects.filter(night__uid=uid, email=address, revoked=None).exclude(room=None)
    return invited.exclude(player__kicked=True).select_related("night").first()


def _is_about(event, night):
    """Whether an answer is to the date as it is now, and not to one that was moved."""
    starts = getattr(event.get("DTSTART"), "dt", None)
    if getattr(starts, "tzinfo", None) is not None:
        return starts == night.starts.replace(microsecond=0)
    return int(event.get("SEQUENCE", 0)) >= night.number


def _bounced(parts):
    """Whether this report (RFC 3464) says that a letter of ours did not arrive; then its row says so, too."""
    reports = [block for part in parts if part.get_content_type() == "message/delivery-status"
               for block in part.get_payload()]
    failed = [block for block in reports if (block["Action"] or "").strip().lower() == "failed"]
    originals = [part["Message-ID"] or "" for part in _originals(parts)]
    named = [name for name in map(message_ids.read, originals) if name]
    return bool(failed and named) and _mark(named[0], "bounced: %s" % _reason(failed[0]))


def _originals(parts):
    for part in parts[1:]:
        if part.get_content_type() in ("text/rfc822-headers", "message/rfc822-headers"):
            yield _parse(part.get_payload(decode=True) or b"")
        elif part["Message-ID"]:
            yield part


def _reason(block):
    said = (block["Diagnostic-Code"] or block["Status"] or "").partition(";")
    return " ".join((said[2] or said[0]).split()) or "no reason was given"


def _mark(name, reason):
    kind, pk, press = name
    row = MODELS[kind].objects.filter(pk=pk).first()
    if row is None or kind == message_ids.INVITATION and press and _was_sent_again(row, press):
        return False
    marked = MODELS[kind].objects.filter(pk=pk, claimed=None, due=None, sent__isnull=False).update(
        failed=timezone.now(), last_error=reason[:ERROR_LENGTH], cause=row.REFUSED)
    if marked:
        if kind == message_ids.NIGHT:
            entries.came_back(row)
        status.tell(pk if kind == message_ids.INVITATION else row.invitation_id)
    return bool(marked)


def _was_sent_again(invitation, press):
    """Whether a later press was for this letter, too; one after it went was for another room."""
    later = Postage.objects.filter(host=invitation.sender_id, address=invitation.email, pk__gt=press)
    return invitation.sent is None or later.filter(created__lte=invitation.sent).exists()
