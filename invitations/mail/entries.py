"""What stands in the guests' calendars: each letter with a calendar part writes it down when it has gone out.

Who has a date in the calendar is sent a letter that takes it away again; nobody else is.
"""
from __future__ import unicode_literals

from collections import namedtuple

from django.db.models import Q
from django.utils import timezone

from invitations.models import Invitation, NightLetter

# What a letter does to a calendar: `night` is an id, `starts` a moment or None for an entry that is taken
# away, `number` the SEQUENCE.
Entry = namedtuple("Entry", "night starts number")
# A letter that a worker holds, or that one held when it died.
HELD = Q(claimed__isnull=False)


def keep(row, entry):
    """Write down what the letter of `row` did, which has gone out; `entry` is an Entry, or None.

    A letter that was overtaken by one with a higher SEQUENCE changes nothing, as in the calendar itself.
    """
    if entry is None:
        return
    pk = row.pk if isinstance(row, Invitation) else row.invitation_id
    Invitation.objects.filter(pk=pk, night=entry.night, calendar_number__lte=entry.number).update(
        in_calendar=entry.starts, calendar_number=entry.number)


def came_back(letter):
    """A NightLetter that had gone out did not arrive: what it should have ended stands in the calendar
    still.
    """
    if letter.kind in NightLetter.ENDS:
        Invitation.objects.filter(pk=letter.invitation_id, night=letter.night_id, in_calendar=None).update(
            in_calendar=letter.starts)


def holders(invitations):
    """Those of these Invitations that have a date ahead in the calendar, or may be getting it just now."""
    dates = NightLetter.objects.filter(HELD, kind__in=NightLetter.DATES).values("invitation")
    found = invitations.filter(Q(in_calendar__isnull=False) | HELD | Q(pk__in=dates), night__isnull=False)
    return [guest for guest in found.select_related("night") if guest.night.ends > timezone.now()]


def may_have(invitation):
    """Whether the guest's calendar shows the date, as far as anybody can know."""
    return invitation.in_calendar is not None or invitation.claimed is not None or \
        invitation.letters.filter(HELD, kind__in=NightLetter.DATES, night=invitation.night_id).exists()


def release(row):
    """No worker holds the letter of `row` any more: what waited for that is due now."""
    pk = row.pk if isinstance(row, Invitation) else row.invitation_id
    now = timezone.now()
    NightLetter.objects.filter(invitation=pk, kind__in=NightLetter.ENDS, due__gt=now, claimed=None,
                               attempts=0).update(due=now)


def free_at(invitation):
    """When no worker holds a letter with the date any more, so that one that takes it away comes after it."""
    ends = list(invitation.letters.filter(HELD, kind__in=NightLetter.DATES, due__isnull=False).values_list(
        "due", flat=True))
    if invitation.claimed is not None and invitation.due is not None:
        ends.append(invitation.due)
    return max(ends + [timezone.now()])
