"""What a host sends between a night's news: a question to all who have not answered, and messages to all.

One letter each, without postage, so both are bounded by the day. Sends nothing itself.
"""
from __future__ import unicode_literals

import datetime

from django.db import transaction
from django.utils import timezone
from django.utils.translation import gettext_noop as N_

from common.compat import gettext as _
from game.rooms import services as rooms
from invitations.hosting import news, nights
from invitations.hosting.services import Refused
from invitations.mail import sanitize
from invitations.models import MESSAGE_LENGTH, NightLetter, Notice

A_DAY = datetime.timedelta(days=1)
MESSAGES_A_DAY = 3
NO_NIGHT = N_("There is no date any more.")
ASKED_TODAY = N_("You have asked today already. Ask again tomorrow.")
SAID_TODAY = N_("That were %d messages within a day; the next one may go tomorrow.")


def ask(room):
    """Ask everybody who has not answered to the room's night, once a day. Returns how many letters that are.

    Raises Refused.
    """
    return _write(room, NightLetter.ASK, "", 1, _(ASKED_TODAY))


def say(room, text):
    """Send a message to all guests of the room's night. Returns (how many letters that are, whether links in
    it became plain text). Raises Refused.
    """
    text = sanitize.tidy_text(text)
    if not text:
        raise Refused("bad_request", _("Write a few words first."))
    if len(text) > MESSAGE_LENGTH:
        raise Refused("bad_request", _("The message is too long: %d characters at most.") % MESSAGE_LENGTH)
    letters = _write(room, NightLetter.MESSAGE, text, MESSAGES_A_DAY, _(SAID_TODAY) % MESSAGES_A_DAY)
    return letters, sanitize.harmless_text(text) != text


def _write(room, kind, text, most, too_often):
    with transaction.atomic():
        rooms.touch(room.pk)  # a second press waits for the first
        night = nights.current(room)
        if night is None:
            raise Refused("bad_request", _(NO_NIGHT))
        guests = news.guests_of(room).filter(news.TOLD, night=night)
        if kind == NightLetter.ASK:
            guests = guests.filter(answer="")
        guests = news.once_each(guests)
        if not guests:
            return 0
        if night.notices.filter(kind=kind, created__gt=timezone.now() - A_DAY).count() >= most:
            raise Refused("limit", too_often)
        notice = Notice.objects.create(night=night, kind=kind, text=text)
        number = night.notices.filter(kind=kind).count()
        letters = [NightLetter.objects.create(invitation=guest, night=night, kind=kind, sequence=number,
                                              starts=night.starts, notice=notice) for guest in guests]
    return news.queue(letters)
