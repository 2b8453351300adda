"""What is forgotten of invitations and game nights, and the rooms that they keep."""
from __future__ import unicode_literals

import datetime

from django.conf import settings
from django.utils import timezone

from common.storage.sweeping import delete_some
from invitations.hosting import quota
from invitations.models import GameNight, Invitation, NightLetter

KEPT = datetime.timedelta(days=90)


def clear_old():
    """Forget old postage, the invitations that ended three months ago, nights of rooms that are gone, and the
    guests of a host who has left once their last letter has gone: other people's addresses are not ours to
    keep.
    """
    quota.clear_old()
    delete_some(Invitation.objects.filter(expires__lt=timezone.now() - KEPT), quota.CLEARED_A_MINUTE)
    waiting = NightLetter.objects.exclude(due=None).values("invitation")
    of_no_room = GameNight.objects.filter(room=None).exclude(letters__due__isnull=False)
    delete_some(of_no_room, quota.CLEARED_A_MINUTE)
    Invitation.objects.filter(sender=None).exclude(email="").exclude(pk__in=waiting).update(email="", name="")


def rooms_in_use(ids):
    """Those of these rooms (ids) with a game night to come, or not long ago, those that an open invitation
    leads to, and those whose guests a letter is to tell something still.
    """
    now = timezone.now()
    kept = now - datetime.timedelta(days=settings.KEEP_ROOMS_DAYS)
    nights = GameNight.objects.filter(room__in=ids, cancelled=None, starts__gt=kept)
    open_links = Invitation.objects.filter(room__in=ids, revoked=None, declined=None, expires__gt=now)
    letters = NightLetter.objects.filter(night__room__in=ids).exclude(due=None)
    return set().union(nights.values_list("room", flat=True), open_links.values_list("room", flat=True),
                       letters.values_list("night__room", flat=True))
