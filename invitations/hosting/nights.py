"""Game nights: a date for a room, told to everybody invited, with a reminder an hour before.

Sends nothing itself.

News of a night goes to people who were invited already, so it is not counted as postage; a night may be
moved only a few times a day instead. Nothing bounds calling it off.
"""
from __future__ import unicode_literals

import datetime
from collections import namedtuple

from django.db import transaction
from django.db.models import F
from django.utils import timezone
from django.utils.crypto import get_random_string

from common.compat import get_zone, in_zone
from common.compat import gettext as _
from common.limits import ratelimits
from common.web import sites
from game.rooms import services
from invitations import same_guest
from invitations.hosting import news
from invitations.hosting.night_card import counted, current, tell
from invitations.mail import entries
from invitations.mail.sanitize import tidy_line, tidy_text
from invitations.models import (
    NOTE_LENGTH,
    PLACE_LENGTH,
    REASON_LENGTH,
    TITLE_LENGTH,
    GameNight,
    Invitation,
    NightLetter,
)

CHANGES = "6/d"
LONGEST_AHEAD = datetime.timedelta(days=366)
AN_HOUR = datetime.timedelta(hours=1)
HOURS_OF_A_NIGHT = (1, 12)
LONGEST = HOURS_OF_A_NIGHT[1] * AN_HOUR
WALL_CLOCK = "%Y-%m-%dT%H:%M"
# What guests may be told of where the start stays.
TOLD_FIELDS = "place", "minutes", "title", "note"
# `change` is "new", "moved" or "same"; so many `letters` would go, so many `answers` to the old date end.
# `changed` names those of TOLD_FIELDS that would change where the start stays; these letters go if wished.
Plan = namedtuple("Plan", "change letters answers changed")


class BadNightError(ValueError):
    """This night cannot be; the message says why and what to do, to the host."""


def when(wall_clock, zone_name):
    """The moment of a text like "2026-11-27T20:00" on the host's clock. Raises BadNightError."""
    try:
        moment = in_zone(datetime.datetime.strptime(wall_clock, WALL_CLOCK), get_zone(zone_name))
    except (ValueError, TypeError, OverflowError):
        raise BadNightError(_("Give a date and a time."))
    now = timezone.now()
    if moment <= now:
        raise BadNightError(_("That moment has passed. Choose a later one."))
    if moment > now + LONGEST_AHEAD:
        raise BadNightError(_("That is more than a year ahead. Choose an earlier date."))
    return moment


def plan(room, starts, hours=3, said=None):
    """What set_night would do with these, without doing it: a Plan. It counts as no change."""
    night = current(room)
    if night is not None and night.starts == starts:
        changed = _changed(night, dict(said or {}, minutes=_minutes(hours)))
        return Plan("same", news.count(news.told_of(night)) if changed else 0, 0, changed)
    letters = news.count(news.guests_of(room).filter(news.TOLD))
    if night is None:
        return Plan("new", letters, 0, [])
    return Plan("moved", letters, sum(1 for guest in counted(night) if guest.answer), [])


def words(title=None, place=None, note=None, plus_one=None):
    """What the host says of a night, tidy: {"title", "place", "note", "plus_one"} without those that are
    None. Raises BadNightError.
    """
    found = {} if plus_one is None else {"plus_one": plus_one}
    for name, text, tidy, most in (("title", title, tidy_line, TITLE_LENGTH),
                                   ("place", place, tidy_line, PLACE_LENGTH),
                                   ("note", note, tidy_text, NOTE_LENGTH)):
        if text is None:
            continue
        found[name] = tidy(text)
        if len(found[name]) > most:
            raise BadNightError(_("The %s is too long: %d characters at most.") % (name, most))
    return found


def set_night(room, host, starts, zone, hours=3, reason="", said=None, tell_guests=False):
    """Give the room its night, or move the one it has. Returns (GameNight, how many letters tell of it).

    `starts` is a moment, `zone` the name of the host's time zone, `reason` what the letters of a moved night
    say of it, `said` what `words` gives. Another zone, length or word of the same start is written down, and
    told only with `tell_guests`: answers stay. Raises BadNightError.
    """
    fields = dict(said or {}, minutes=_minutes(hours), zone=zone)
    reason = _tidy_reason(reason)
    with transaction.atomic():
        # Whoever else changes nights of this room waits here.
        if not services.touch(room.pk):
            raise BadNightError(_("This room is gone. Open a new one for your game night."))
        night = current(room)
        if night is not None and night.starts == starts:
            changed = _changed(night, fields)
            _change_quietly(night, **fields)
            letters = []
            if changed and tell_guests:
                _count_change(host)
                letters = news.write_change(night, changed)
        else:
            _count_change(host)
            night, letters = _begin_at(starts, night, room, host, reason, fields)
    tell(room.pk)
    return night, news.queue(letters)


def cancel(night):
    """Call the night off, however often it was changed today. Returns how many letters tell of it: everybody
    who has the date gets one, also who is not invited any more and has not been told.
    """
    with transaction.atomic():
        letters = call_off(night)
    tell(night.room_id)
    return news.queue(letters)


def call_off(night):
    """The same within the caller's transaction, who queues the letters that this returns."""
    services.touch(night.room_id)
    if not GameNight.objects.filter(pk=night.pk, cancelled=None).update(cancelled=timezone.now()):
        return []
    _change(night)
    return news.write(night, NightLetter.CANCELLED, holders(Invitation.objects.filter(night=night)))


def holders(invitations):
    """Those of these Invitations whose guests must hear when their night is called off: who has the date, one
    for each address, without those to whom a letter is on its way that takes it away.
    """
    on_its_way = NightLetter.objects.filter(kind=NightLetter.WITHDRAWN, due__isnull=False)
    guests = invitations.exclude(email="").exclude(pk__in=on_its_way.values("invitation"))
    # Of two invitations to one address the later one knows the calendar.
    found = {(guest.night_id, guest.email): guest for guest in entries.holders(guests.order_by("pk"))}
    return sorted(found.values(), key=lambda guest: guest.pk)


def remind():
    """Write the reminders of the nights that begin within an hour; each is written once,
    however often this is called.
    """
    now = timezone.now()
    soon = GameNight.objects.filter(cancelled=None, starts__gt=now, starts__lte=now + AN_HOUR)
    for night in soon.exclude(room=None):
        # Who has just been invited needs no reminder.
        guests = news.guests_of(night.room).filter(
            night=night, sent__lt=night.starts - 2 * AN_HOUR).exclude(answer="no")
        told = Invitation.objects.filter(letters__night=night, letters__kind=NightLetter.REMINDER,
                                         letters__sequence=night.sequence)
        reminded = {same_guest.first_of(guest) for guest in told}
        with transaction.atomic():
            letters = news.write(night, NightLetter.REMINDER, [
                guest for guest in news.once_each(guests) if same_guest.first_of(guest) not in reminded])
        news.queue(letters)


def _begin_at(starts, night, room, host, reason, fields):
    """Make the night, or move the one there is (not None). Returns (GameNight, [NightLetter])."""
    if night is None:
        night = _create(room, host, starts=starts, **fields)
    else:
        # What people answered was about another date.
        night.invitations.update(answer="", plus=False)
        _change(night, starts=starts, moved_from=night.starts, reason=reason, **fields)
    guests = news.guests_of(room)
    told = list(guests.filter(news.TOLD).values_list("pk", flat=True))
    news.ask_to(night, guests.exclude(night=night))
    _stretch(night)
    return night, news.write(night, NightLetter.NIGHT, Invitation.objects.filter(pk__in=told))


def _create(room, host, **fields):
    name = get_random_string(20, "abcdefghijkmnpqrstuvwxyz23456789")
    return GameNight.objects.create(room=room, host=host, uid="%s@%s" % (name, sites.host_name()), **fields)


def _change(night, **fields):
    """Change a night under its next sequence (RFC 5545); what older letters would have said of it is not sent
    any more.
    """
    GameNight.objects.filter(pk=night.pk).update(sequence=F("sequence") + 1, **fields)
    night.refresh_from_db()
    night.letters.filter(sent=None, sequence__lt=night.sequence,
                         kind__in=(NightLetter.NIGHT, NightLetter.REMINDER)).update(due=None)


def _changed(night, fields):
    """The names of what guests may be told of this change."""
    return [name for name in TOLD_FIELDS if name in fields and getattr(night, name) != fields[name]]


def _minutes(hours):
    low, high = HOURS_OF_A_NIGHT
    if not isinstance(hours, int) or not low <= hours <= high:
        raise BadNightError(_("A game night lasts %d to %d hours.") % HOURS_OF_A_NIGHT)
    return 60 * hours


def _change_quietly(night, **fields):
    """Change what is no news of itself: calendars learn of it with the next letter."""
    if any(getattr(night, name) != value for name, value in fields.items()):
        GameNight.objects.filter(pk=night.pk).update(quiet_changes=F("quiet_changes") + 1, **fields)
        night.refresh_from_db()
    _stretch(night)


def _stretch(night):
    """The links of the guests hold until the night is over."""
    Invitation.objects.filter(night=night, expires__lt=night.ends).update(expires=night.ends)


def _tidy_reason(reason):
    reason = tidy_text(reason)
    if len(reason) > REASON_LENGTH:
        raise BadNightError(_("The reason is too long: %d characters at most.") % REASON_LENGTH)
    return reason


def _count_change(host):
    if ratelimits.hit("night", host.pk, CHANGES):
        raise BadNightError(_("You have changed your game nights often enough for today. Try again "
                              "tomorrow."))
