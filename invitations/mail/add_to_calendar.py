"""A game night for whatever calendar somebody has: a file, and links to those that take one.

None of them holds a key: they lead to a page that knows the guest's browser, or asks who comes. Uses the
language that is active.
"""
from __future__ import unicode_literals

from django.utils import timezone
from django.utils.http import urlencode
from icalendar import Calendar, Event

from common.compat import get_zone, gettext, reverse
from common.web import sites
from invitations.mail import sanitize

GOOGLE = "https://calendar.google.com/calendar/render?"
OUTLOOK = "https://outlook.live.com/calendar/0/deeplink/compose?"
UTC_TIME = "%Y%m%dT%H%M%SZ"
ISO_TIME = "%Y-%m-%dT%H:%M:%SZ"


def links(night, with_note=True):
    """{"google", "outlook"}: addresses of pages that offer to keep this GameNight. Without the host's note
    they are short enough for a letter as text.
    """
    starts, ends = _utc(night.starts), _utc(night.ends)
    title, place = title_of(night), place_of(night)
    details = _details(night) if with_note else link_of(night)
    return {
        "google": GOOGLE + urlencode([
            ("action", "TEMPLATE"), ("text", title), ("details", details), ("location", place),
            ("dates", "%s/%s" % (starts.strftime(UTC_TIME), ends.strftime(UTC_TIME)))]),
        "outlook": OUTLOOK + urlencode([
            ("path", "/calendar/action/compose"), ("rru", "addevent"), ("subject", title), ("body", details),
            ("location", place), ("startdt", starts.strftime(ISO_TIME)), ("enddt", ends.strftime(ISO_TIME))]),
    }


def file_of(night):
    """The bytes of an iCalendar file with this GameNight. Its UID is that of the letters, so a calendar shows
    one event for both.
    """
    event = Event()
    for name, value in (("uid", night.uid), ("sequence", night.number), ("dtstamp", _utc(timezone.now())),
                        ("dtstart", _utc(night.starts)), ("dtend", _utc(night.ends)),
                        ("summary", title_of(night)), ("description", _details(night)),
                        ("location", place_of(night)), ("url", link_of(night)),
                        ("status", "CANCELLED" if night.cancelled else "CONFIRMED")):
        event.add(name, value)
    whole = Calendar()
    whole.add("prodid", "-//Cards Against Django//Invitations//EN")
    whole.add("version", "2.0")
    whole.add("method", "PUBLISH")
    whole.add_component(event)
    return whole.to_ical()


def title_of(night):
    """What the host calls it, or what its letters do: calendars show one event for both."""
    host = night.invitations.exclude(sender_name="").values_list("sender_name", flat=True).first()
    named = gettext("Cards with %(sender)s") % {"sender": sanitize.harmless_line(host)} if host else ""
    return sanitize.harmless_line(night.title) or named or gettext("Game night")


def place_of(night):
    """Where people meet: what the host has written, or the address of the room."""
    return sanitize.harmless_line(night.place) or room_of(night)


def room_of(night):
    """The address of the night's room; of the first page once that is gone."""
    return sites.address(night.room.get_absolute_url() if night.room else reverse("game:home"))


def link_of(night):
    """The address in an event, in the same way. Others may see a calendar, so it opens nobody's seat."""
    if night.room is None:
        return room_of(night)
    return sites.address(reverse("invitations:invited", args=[night.room.code]))


def _details(night):
    return "\n\n".join(part for part in (sanitize.harmless_text(night.note), link_of(night)) if part)


def _utc(moment):
    return moment.astimezone(get_zone("UTC")).replace(microsecond=0)
