"""Game nights: a date for a room, told to everybody invited, with a reminder an hour before.

Sends nothing itself.

News of a night goes to people who were invited already, so it is not counted as postage; a night may be
changed only a few times a day instead.
"""
from __future__ import unicode_literals

import datetime
from calendar import timegm
from collections import Counter

from django.db import transaction
from django.db.models import F, Q
from django.utils import timezone
from django.utils.crypto import get_random_string

from common import ratelimits, sites
from common.compat import get_zone, in_zone
from game.rooms import services
from invitations.mail import delivery
from invitations.models import GameNight, Invitation, NightLetter

CHANGES = "6/d"
LONGEST_AHEAD = datetime.timedelta(days=366)
AN_HOUR = datetime.timedelta(hours=1)
HOURS_OF_A_NIGHT = (1, 12)
WALL_CLOCK = "%Y-%m-%dT%H:%M"
# Who has a letter, or one that is just being sent; the others' letters will carry the date.
TOLD = Q(sent__isnull=False) | Q(claimed__isnull=False)


class BadNightError(ValueError):
    """This night cannot be; the message says why and what to do, to the host."""


def current(room):
    """The GameNight that this room looks forward to, or is having; None when there is none."""
    for night in GameNight.objects.filter(room=room, cancelled=None):
        if night.ends > timezone.now():
            return night
    return None


def when(wall_clock, zone_name):
    """The moment of a text like "2026-11-27T20:00" on the host's clock. Raises BadNightError."""
    try:
        moment = in_zone(datetime.datetime.strptime(wall_clock, WALL_CLOCK), get_zone(zone_name))
    except (ValueError, TypeError, OverflowError):
        raise BadNightError("Give a date and a time.")
    now = timezone.now()
    if moment <= now:
        raise BadNightError("That moment has passed. Choose a later one.")
    if moment > now + LONGEST_AHEAD:
        raise BadNightError("That is more than a year ahead. Choose an earlier date.")
    return moment


def set_night(room, host, starts, zone, hours=3):
    """Give the room its night, or move the one it has. Returns (GameNight, how many letters tell of it).

    `starts` is a moment, `zone` the name of the host's time zone. Raises BadNightError.
    """
    low, high = HOURS_OF_A_NIGHT
    if not isinstance(hours, int) or not low <= hours <= high:
        raise BadNightError("A game night lasts %d to %d hours." % HOURS_OF_A_NIGHT)
    night = current(room)
    fields = {"starts": starts, "minutes": 60 * hours, "zone": zone}
    if night is not None and all(getattr(night, name) == value for name, value in fields.items()):
        return night, 0
    _count_change(host)
    with transaction.atomic():
        if not services.touch(room.pk):
            raise BadNightError("This room is gone. Open a new one for your game night.")
        if night is None:
            night = GameNight.objects.create(
                room=room, host=host,
                uid="%s@%s" % (get_random_string(20, "abcdefghijkmnpqrstuvwxyz23456789"),
                                                     sites.host_name()), **fields)
        else:
            # What people answered was about another date.
            night.invitations.update(answer="")
            _change(night, **fields)
        guests = _guests(room)
        guests.update(night=night)
        _stretch(night)
        letters = _write(night, NightLetter.NIGHT, guests.filter(TOLD))
    return night, _queue(letters)


def cancel(night, host):
    """Call the night off. Returns how many letters tell of it. Raises BadNightError."""
    if night.cancelled is not None:
        return 0
    _count_change(host)
    with transaction.atomic():
        _change(night, cancelled=timezone.now())
        letters = _write(night, NightLetter.CANCELLED, _guests(night.room).filter(TOLD, night=night))
    return _queue(letters)


def remind():
    """Write the reminders of the nights that begin within an hour; each is written once,
    however often this is called.
    """
    now = timezone.now()
    for night in GameNight.objects.filter(cancelled=None, starts__gt=now, starts__lte=now + AN_HOUR):
        # Who has just been invited needs no reminder.
        guests = _guests(night.room).filter(night=night,
                                            sent__lt=night.starts - 2 * AN_HOUR).exclude(answer="no")
        told = night.letters.filter(kind=NightLetter.REMINDER, sequence=night.sequence).values("invitation")
        with transaction.atomic():
            letters = _write(night, NightLetter.REMINDER, guests.exclude(pk__in=told))
        _queue(letters)


def document(night):
    """{"starts", "zone", "hours", "answers"} of a GameNight: ms since 1970, a name, and {"yes": 2, "maybe":
    1}.
    """
    answers = Counter(night.invitations.exclude(answer="").values_list("answer", flat=True))
    return {"starts": 1000 * timegm(night.starts.utctimetuple()), "zone": night.zone,
            "hours": night.minutes // 60,
            "answers": dict(answers)}


def _guests(room):
    """Invitations of a room that are good still."""
    return Invitation.objects.filter(room=room, revoked=None, declined=None, failed=None).filter(
        Q(expires__gt=timezone.now()) | Q(accepted__isnull=False))


def _change(night, **fields):
    """Change a night under its next sequence (RFC 5545); what older letters would have said is not sent any
    more.
    """
    GameNight.objects.filter(pk=night.pk).update(sequence=F("sequence") + 1, **fields)
    night.refresh_from_db()
    night.letters.filter(sent=None, sequence__lt=night.sequence).update(due=None)


def _stretch(night):
    """The links of the guests hold until the night is over."""
    Invitation.objects.filter(night=night, expires__lt=night.ends).update(expires=night.ends)


def _write(night, kind, guests):
    return [NightLetter.objects.get_or_create(invitation=guest, night=night, kind=kind,
                                              sequence=night.sequence)[0]
            for guest in guests]


def _queue(letters):
    delivery.queue(*letters)
    return len(letters)


def _count_change(host):
    if ratelimits.hit("night", host.pk, CHANGES):
        raise BadNightError("You have changed your game nights often enough for today. Try again tomorrow.")
