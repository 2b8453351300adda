"""A mail server that takes nothing from this site: told once in the log, and shown to those who run the site.

What waits for it is known from the rows, so every process sees it.
"""
from __future__ import unicode_literals

import datetime
import logging
import threading
from collections import namedtuple

from django.db import DatabaseError
from django.db.models import Q
from django.utils import timezone

from invitations.mail import diagnostics
from invitations.mail.refusals import SITE_TROUBLE
from invitations.models import Invitation, NightLetter, RecapLetter

logger = logging.getLogger("email")
A_DAY = datetime.timedelta(days=1)
# `waiting` letters are tried again, `lost` were given up within a day; `reason` is of the last one.
Trouble = namedtuple("Trouble", "waiting lost reason")


class Told(object):
    """Whether this process has said that there is trouble; for one line in the log at each end."""

    def __init__(self):
        self._lock, self._told = threading.Lock(), False

    def change(self, told):
        """Returns whether that was news."""
        with self._lock:
            news, self._told = self._told != told, told
        return news


_told = Told()


def began(error):
    """A letter was refused by this error, which is the site's own trouble."""
    if _told.change(True):
        logger.error("No letter of this site is sent until somebody looks at it; they are tried again. %s",
                     diagnostics.explain(error))


def is_over():
    """A letter was sent."""
    if _told.change(False):
        logger.info("The mail server takes letters of this site again.")


def now():
    """The Trouble that rows tell of, or None."""
    waiting = lost = 0
    reasons = []
    for model in (Invitation, NightLetter, RecapLetter):
        rows = model.objects.filter(last_error__startswith=SITE_TROUBLE).filter(
            Q(due__isnull=False) | Q(failed__gt=timezone.now() - A_DAY)).order_by("-pk")
        waiting += rows.filter(failed=None).count()
        lost += rows.exclude(failed=None).count()
        reasons += rows.values_list("last_error", flat=True)[:1]
    return Trouble(waiting, lost, reasons[0]) if reasons else None


def problems():
    """[sentence] for those who run the site: the Trouble, if there is one; reads the database."""
    try:
        found = now()
    except DatabaseError:
        return []
    return ["%s. Letters that wait: %d; given up within a day: %d." % (
        found.reason.rstrip("."), found.waiting, found.lost)] if found else []
