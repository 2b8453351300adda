"""Takes sessions away that nobody needs any more: those that have expired, and those of visitors who left
nothing behind.

Every page of a room gives its visitor a session, which lasts for a year, so that a seat is found again. Most
visitors take none; and of those who do, many sat in rooms that are gone.
"""
from __future__ import unicode_literals

import datetime

from django.conf import settings
from django.contrib.auth import SESSION_KEY
from django.contrib.sessions.models import Session
from django.utils import timezone

from accounts import account_data
from common.storage.sweeping import Sweep, delete_some, let_others_in

EXPIRED_A_MINUTE, READ_A_MINUTE = 1000, 200
sweep = Sweep(READ_A_MINUTE)


def clear_old():
    """Delete some sessions; called each minute."""
    delete_some(Session.objects.filter(expire_date__lt=timezone.now()), EXPIRED_A_MINUTE)
    _clear_unused()


def _clear_unused():
    """Look at some sessions that were not written for KEEP_VISITORS_DAYS,
    and delete those that are of no use.
    """
    kept = datetime.timedelta(days=settings.KEEP_VISITORS_DAYS)
    # Each time a session is written, it expires so much later.
    written_before = timezone.now() - kept + datetime.timedelta(seconds=settings.SESSION_COOKIE_AGE)
    found = sweep.bite(Session.objects.filter(expire_date__lt=written_before))
    guests = {session.pk: content for session, content in ((session, session.get_decoded())
                                                           for session in found)
              if SESSION_KEY not in content}
    useful = account_data.useful_sessions(guests)
    for session in found:
        if session.pk in guests and session.pk not in useful:
            # Who came back meanwhile has another date.
            Session.objects.filter(pk=session.pk, expire_date=session.expire_date).delete()
            let_others_in()
