"""Guests who are not invited any more, or not for now: the letter that takes the date out of their calendars.

The callers' transactions; they queue the letters after the commit. Sends nothing itself.
"""
from __future__ import unicode_literals

from django.db.models import F, Q
from django.utils import timezone

from common.limits import ratelimits
from invitations.mail import delivery, entries
from invitations.models import GameNight, Invitation, NightLetter

# How often a day a guest who has said no and thought again gets the date once more.
SECOND_THOUGHTS = "3/d"


def withdraw(invitations):
    """Write the letter for each of these Invitations whose guest has the date, or may be getting it just now.
    Returns [NightLetter].

    A night that is called off has its own letters.
    """
    return [_write(guest) for guest in entries.holders(invitations.filter(night__cancelled=None))]


def end(invitations):
    """The same of Invitations whose sender is about to go; it replaces all letters that wait, but for those
    of earlier nights that stand in calendars still.
    """
    letters = [_write(guest) for guest in entries.holders(invitations)]
    letters += _earlier_ends(invitations)
    NightLetter.objects.filter(invitation__in=invitations).exclude(
        pk__in=[letter.pk for letter in letters]).delete()
    return letters


def take_back(invitation):
    """The guest is invited still, or again: what waits to take the date away is not sent. Returns whether
    anything did.
    """
    waiting = invitation.letters.filter(kind=NightLetter.WITHDRAWN, due__isnull=False, claimed=None,
                                        night=invitation.night_id, night__cancelled=None)
    return bool(waiting.update(due=None))


def waits(invitation):
    """Whether a letter that takes the guest's present date away is on its way."""
    return invitation.letters.filter(night=invitation.night_id, kind=NightLetter.WITHDRAWN,
                                     due__isnull=False).exists()


def restore(invitation):
    """Bring the date back to a guest who has taken back a no. Returns [NightLetter], at most one."""
    invitation = Invitation.objects.select_related("night").get(pk=invitation.pk)
    night = invitation.night
    if night is None or night.cancelled is not None or night.ends <= timezone.now():
        return []
    stayed = take_back(invitation)
    gone = invitation.letters.filter(night=night, kind=NightLetter.WITHDRAWN)
    taken = invitation.in_calendar is None and gone.exclude(sent=None).exists()
    ended = not stayed and (taken or _has_no_date(invitation, night) or gone.filter(entries.HELD).exists())
    unsent = _unsent_dates(invitation, night)
    if not ended and not unsent.exists():
        return []
    if ratelimits.hit("date again", invitation.pk, SECOND_THOUGHTS):
        return []
    same = {"night": night, "kind": NightLetter.NIGHT, "sequence": night.sequence}
    unsent.delete()
    invitation.letters.filter(claimed=None, **same).delete()
    letter, new = NightLetter.objects.get_or_create(
        invitation=invitation, defaults={"starts": night.starts}, **same)
    return [letter] if new else []


def _has_no_date(invitation, night):
    """Whether the invitation went without the date, as to who had said no, and no letter brings it."""
    coming = invitation.letters.filter(night=night, kind__in=NightLetter.DATES, due__isnull=False)
    return invitation.in_calendar is None and invitation.sent is not None and not coming.exists()


def _unsent_dates(invitation, night):
    """The letters with the date as it is now that did not go out because the guest had said no."""
    held_back = Q(failed=None) | Q(cause=NightLetter.UNWANTED)
    date = Q(kind=NightLetter.CHANGED, starts=night.starts)
    if invitation.in_calendar != night.starts:
        date |= Q(kind=NightLetter.NIGHT, sequence=night.sequence)
    return invitation.letters.filter(date, held_back, night=night, sent=None, due=None)


def _earlier_ends(invitations):
    """The letters, due once more, that would end an earlier night and have not gone out."""
    unsent = NightLetter.objects.filter(Q(due__isnull=False) | Q(failed__isnull=False), sent=None,
                                        invitation__in=invitations, kind__in=NightLetter.ENDS)
    unsent = unsent.exclude(night=F("invitation__night")).exclude(cause=NightLetter.UNWANTED)
    found = [letter for letter in unsent.select_related("night") if letter.night.ends > timezone.now()]
    for letter in found:
        if letter.due is None:
            delivery.send_again(letter)
    return found


def _write(guest):
    """The night's number grows by two: one for this letter, and one for a date that may follow it."""
    night, due = guest.night, entries.free_at(guest)
    guest.letters.filter(sent=None, night=night).exclude(kind=NightLetter.MESSAGE).update(due=None)
    GameNight.objects.filter(pk=night.pk).update(quiet_changes=F("quiet_changes") + 2)
    night.refresh_from_db()
    return NightLetter.objects.create(
        invitation=guest, night=night, kind=NightLetter.WITHDRAWN, sequence=night.number - 1,
        starts=guest.in_calendar or night.starts, due=due)
