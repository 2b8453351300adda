"""How many letters may go: from one host, and to one address from the whole site.

Counts Postage; sends nothing.
"""
from __future__ import unicode_literals

import datetime

from django.conf import settings
from django.db import connection
from django.db.models import F
from django.utils import timezone

from common.compat import gettext as _
from common.storage.sweeping import delete_some
from invitations.models import Postage

CLEARED_A_MINUTE = 1000
HOUR, DAY = datetime.timedelta(hours=1), datetime.timedelta(days=1)
# A number that only this module locks by.
THE_LETTER_BOX = 0x1E77E4


def lock():
    """Make everybody else who posts letters wait for the end of this transaction; call it first in there.

    So nobody counts while somebody else is about to add, and two presses at once never both get the last
    stamp.
    """
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s)", [THE_LETTER_BOX])
    else:
        # SQLite has one lock for writers, and any write takes it.
        Postage.objects.filter(pk=0).update(address=F("address"))


class SendQuota(object):
    """The letters that `host` may still send, also to these addresses (canonical). Letters that wait for
    their turn count from the moment when they go.

    Use it after `lock`.
    """

    def __init__(self, host, addresses=()):
        self.host, self.now, self._taken = host, timezone.now(), []
        recent = Postage.objects.filter(created__gt=self.now - DAY).order_by("created")
        self._of_host = list(recent.filter(host=host).values_list("created", flat=True))
        self._to = {}
        for address, created in recent.filter(address__in=addresses).values_list("address", "created"):
            self._to.setdefault(address, []).append(created)

    @property
    def left(self):
        """{"hour": 12, "day": 80}: how many more may go now."""
        return {"hour": max(0, min(settings.INVITES_AN_HOUR - len(self._within_an_hour), self._left_today)),
                "day": max(0, self._left_today)}

    def refusal(self, address):
        """Why no letter may go to `address` now, and when one may; "" when one may go."""
        to_it = self._to.get(address, [])
        if len(to_it) >= settings.LETTERS_TO_ONE_ADDRESS:
            return _("This address has had enough letters for a day. The next one may go %s.") % self._when(
                to_it[-settings.LETTERS_TO_ONE_ADDRESS] + DAY)
        if self._left_today <= 0:
            return _("%d letters a day is all the post office takes. More may go %s.") % (
                settings.INVITES_A_DAY, self._when(self._of_host[-settings.INVITES_A_DAY] + DAY))
        if len(self._within_an_hour) >= settings.INVITES_AN_HOUR:
            return _("%d letters an hour is all the post office takes. More may go %s.") % (
                settings.INVITES_AN_HOUR, self._when(self._within_an_hour[-settings.INVITES_AN_HOUR] + HOUR))
        return ""

    def turn(self, address):
        """When a letter to `address` may go: now, or when the host's earlier letters leave room for it. None
        where `address` has had enough, or where that is more than a day away; `refusal` says why.
        """
        if len(self._to.get(address, [])) >= settings.LETTERS_TO_ONE_ADDRESS:
            return None
        moment = self.now
        for most, span in ((settings.INVITES_AN_HOUR, HOUR), (settings.INVITES_A_DAY, DAY)):
            if len(self._of_host) >= most:
                moment = max(moment, self._of_host[-most] + span)
        return moment if moment < self.now + DAY else None

    def take(self, address, moment=None):
        """Use one up, for a letter that goes at `moment`, or now; nothing is stored before `pay`."""
        moment = moment or self.now
        self._taken.append((address, moment))
        self._of_host = sorted(self._of_host + [moment])
        self._to.setdefault(address, []).append(moment)

    def pay(self):
        """Store what was taken."""
        Postage.objects.bulk_create([Postage(host=self.host, address=address, created=moment)
                                     for address, moment in self._taken])
        self._taken = []

    @property
    def _within_an_hour(self):
        return [created for created in self._of_host if created > self.now - HOUR]

    @property
    def _left_today(self):
        return settings.INVITES_A_DAY - len(self._of_host)

    def _when(self, moment):
        minutes = -int((self.now - moment).total_seconds() // 60)
        if minutes >= 90:
            return _("in %d hours") % -(-minutes // 60)
        return _("in %d minutes") % minutes if minutes > 1 else _("in a minute")


def give_back(host, address, turn):
    """A letter that waited for its `turn`, or None, does not go: its stamp is for another one."""
    Postage.objects.filter(host=host, address=address, created=turn, created__gt=timezone.now()).delete()


def clear_old():
    """Forget the postage that counts for nothing any more."""
    delete_some(Postage.objects.filter(created__lt=timezone.now() - 2 * DAY), CLEARED_A_MINUTE)
