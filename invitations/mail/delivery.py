"""Sending letters so that none is lost and none goes twice for one press: claims, tries, and what became of
them.

The row is the truth. A worker claims it by a conditional update that also says when the claim is over
(`due`), so a worker that dies leaves a row that another finds. Only a crash between sending and stamping can
double a letter.
"""
from __future__ import unicode_literals

import datetime
import logging
import smtplib

from django.conf import settings
from django.db.models import F
from django.utils import timezone

from common.web import senders
from invitations import status
from invitations.mail import entries, refusals, site_trouble
from invitations.mail.refusals import reason_of
from invitations.models import ERROR_LENGTH, Invitation, NightLetter, RecapLetter
from live import UnsentError, send_task

logger = logging.getLogger("email")
CHANNELS = {Invitation: "send-invite", NightLetter: "send-letter", RecapLetter: "send-recap"}
AT_ONCE = 500
WORN_OUT = "The letter was begun too often and never finished."


class UnwantedLetterError(Exception):
    """This letter must not go out; the message says why, to its sender, and `cause` is a Mailing's."""

    def __init__(self, message, cause=Invitation.UNWANTED):
        super(UnwantedLetterError, self).__init__(message)
        self.cause = cause


def queue(*rows):
    """Tell the workers of rows of one kind to send; call it after the commit.

    A lost message costs a minute, no letter.
    """
    if not rows:
        return
    try:
        send_task(CHANNELS[type(rows[0])], *[{"id": row.pk} for row in rows])
    except UnsentError as lost:
        logger.warning("Not all workers could be told of %d rows, beginning with %s %d (%s); the clock will "
                       "find them.",
                       len(rows), _kind(rows[0]), rows[0].pk, lost)


def queue_due():
    """Tell the workers of every row that is due: when they start, and each minute."""
    for model, channel in CHANNELS.items():
        due = model.objects.filter(due__lte=timezone.now()).order_by("due").values_list("pk",
                                                                                        flat=True)[:AT_ONCE]
        try:
            if due:
                send_task(channel, *[{"id": pk} for pk in due])
        except UnsentError as lost:
            logger.warning("The channel %s takes no more (%s); the next minute goes on.", channel, lost)


def deliver(model, pk, build):
    """Send the letter that `build(row)` makes and stamp the row, unless somebody else does or did."""
    row = _claim(model, pk)
    if row is None:
        return
    if row.attempts > len(settings.LETTER_RETRY_SECONDS) + 1:
        _give_up(row, WORN_OUT, row.UNREACHED)  # whoever took it so far has died of it
        return
    try:
        letter = build(row)
        letter.send()
    except UnwantedLetterError as reason:
        _give_up(row, "%s" % reason, reason.cause)
    except (smtplib.SMTPException, EnvironmentError) as error:
        logger.warning("%s %d could not be sent: %r", _kind(row), pk, error)
        _try_later(row, error)
    except Exception as error:
        logger.exception("%s %d could not be made.", _kind(row), pk)
        _try_later(row, error)
    else:
        site_trouble.is_over()
        entries.keep(row, letter.entry)
        kept = not senders.letters_leave()
        if not _settle(row, sent=timezone.now(), kept=kept, due=None, last_error=""):
            logger.error("%s %d was sent after its claim was over: it may have gone twice.", _kind(row), pk)


def send_again(row, due=None):
    """Put a row back as if it had never been tried, to go now or when it is `due`; the caller has paid the
    postage and queues it after the commit.
    """
    row.sent = row.claimed = row.failed = None
    row.due, row.attempts, row.last_error, row.cause = due or timezone.now(), 0, "", ""
    row.kept = False
    row.save(update_fields=["sent", "claimed", "failed", "due", "attempts", "last_error", "cause", "kept"])


def _claim(model, pk):
    now = timezone.now()
    row = model.objects.filter(pk=pk).first()
    if row is None:
        logger.error("There is no %s %s to send.", model.__name__.lower(), pk)
        return None
    unfinished = row.claimed
    if not model.objects.filter(pk=pk, due__lte=now, claimed=unfinished).update(
            due=now + datetime.timedelta(seconds=settings.LETTER_CLAIM_SECONDS), claimed=now,
            attempts=F("attempts") + 1):
        return None
    if unfinished:
        logger.warning("%s %d was taken at %s and nobody said what became of it: it may go twice.",
                       _kind(row), pk, unfinished)
    return model.objects.get(pk=pk)


def _try_later(row, error):
    waits, meaning = settings.LETTER_RETRY_SECONDS, refusals.meaning_of(error)
    if meaning == refusals.SITE:
        site_trouble.began(error)
    if meaning == refusals.FINAL or row.attempts > len(waits):
        return _give_up(row, reason_of(error), row.REFUSED if meaning == refusals.FINAL else row.UNREACHED)
    due = timezone.now() + datetime.timedelta(seconds=waits[row.attempts - 1])
    return _settle(row, due=due, last_error=reason_of(error))


def _give_up(row, reason, cause):
    logger.error("%s %d is given up: %s", _kind(row), row.pk, reason)
    return _settle(row, failed=timezone.now(), due=None, last_error=reason, cause=cause)


def _settle(row, **fields):
    """Write down what became of a claimed row.

    False when the claim was over and the row is somebody else's.
    """
    fields["last_error"] = fields["last_error"][:ERROR_LENGTH]
    mine = type(row).objects.filter(pk=row.pk, claimed=row.claimed).update(claimed=None, **fields)
    if mine:
        entries.release(row)
        status.tell(row.pk if isinstance(row, Invitation) else row.invitation_id)
    return mine


def _kind(row):
    return type(row).__name__.lower()
