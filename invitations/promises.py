"""Which rooms are promised to somebody and may not be cleared away (game/clearing.py)."""
from __future__ import unicode_literals

import datetime

from django.conf import settings
from django.utils import timezone

from invitations.models import GameNight, Invitation


def rooms_in_use(ids):
    """Those of these rooms (ids) with a game night to come, or not long ago, and those that an open invitation leads to."""
    now = timezone.now()
    kept = now - datetime.timedelta(days=settings.KEEP_ROOMS_DAYS)
    nights = GameNight.objects.filter(room__in=ids, cancelled=None, starts__gt=kept)
    open_links = Invitation.objects.filter(room__in=ids, revoked=None, declined=None, expires__gt=now)
    return set(nights.values_list("room", flat=True)) | set(open_links.values_list("room", flat=True))
