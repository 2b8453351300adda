"""Letters as guests get them, for tests and pictures: what is in the rows,
and the parts of a letter by their names.
"""
from __future__ import unicode_literals

import datetime
import email

import six
from django.utils import timezone
from icalendar import Calendar

from common.compat import get_zone, in_zone
from invitations.models import GameNight, NightLetter

from .people import a_guest, a_host

NOTE = "Bring the good biscuits.\nThe rules are at https://example.com/rules?x=1 <b>read</b> them!"


def in_days(days):
    return timezone.now() + datetime.timedelta(days=days)


def an_invitation(host=None, **fields):
    """Ann invites Bob, without a date."""
    sender = fields.pop("sender_name", "Ann")
    invitation = a_guest(host or a_host("Ann"), **dict({"name": "Bob"}, **fields))
    invitation.sender_name = sender
    invitation.save()
    return invitation


def a_night(room, host, sequence=0, starts=None, **fields):
    """A Friday far enough ahead, half past seven in Warsaw."""
    return GameNight.objects.create(
        room=room, host=host, zone="Europe/Warsaw", uid="night@cards.example.org", sequence=sequence,
        starts=starts or next_friday(), **fields)


def next_friday():
    day = in_days(2)
    while day.weekday() != 4:
        day += datetime.timedelta(days=1)
    return in_zone(datetime.datetime(day.year, day.month, day.day, 19, 30), get_zone("Europe/Warsaw"))


def an_invitation_to_a_night(**fields):
    host = a_host("Ann")
    return an_invitation(host, night=a_night(host.room, host.user), **fields)


def a_night_letter(kind=NightLetter.NIGHT, sequence=0, invitation=None, **fields):
    """News of the night of an invitation, which is at that sequence; a cancelled night is cancelled."""
    invitation = invitation or an_invitation_to_a_night(**fields)
    night = invitation.night
    night.sequence = sequence
    night.cancelled = timezone.now() if kind == NightLetter.CANCELLED else None
    night.save()
    if kind in NightLetter.ENDS:
        invitation.in_calendar = night.starts  # what nobody knows is not called off
    elif sequence:
        invitation.in_calendar = night.starts - datetime.timedelta(days=7)
    invitation.save()
    return NightLetter.objects.create(invitation=invitation, night=night, kind=kind, sequence=sequence)


def sent(letter):
    """The letter as a mail server gets it, parsed."""
    parse = getattr(email, "message_from_bytes", email.message_from_string)
    return parse(letter.message().as_bytes())


def part(letter, content_type):
    """The content of the only part of this type, as text."""
    parts = [each for each in sent(letter).walk() if each.get_content_type() == content_type]
    assert len(parts) == 1, "%d parts are %s" % (len(parts), content_type)
    return six.ensure_text(parts[0].get_payload(decode=True))


def words(letter):
    """What there is to read in the text, without the breaks of its lines."""
    return " ".join(part(letter, "text/plain").split())


def event(letter):
    """The event in the calendar of a letter."""
    return Calendar.from_ical(part(letter, "text/calendar")).walk("VEVENT")[0]
