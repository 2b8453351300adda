"""A game night as an iCalendar object (RFC 5545), for the calendar of one guest.

Knows no letters and no database.
"""
from __future__ import unicode_literals

from django.utils import timezone
from icalendar import Calendar, Event, vCalAddress, vText

from common.compat import get_zone
from invitations.mail import sanitize

REQUEST, PUBLISH, CANCEL = "REQUEST", "PUBLISH", "CANCEL"
TAKES_PART = {"yes": "ACCEPTED", "no": "DECLINED", "maybe": "TENTATIVE"}


def calendar(method, invitation, night, when, organizer, link, place, summary, description):
    """The bytes of a calendar with this one event: REQUEST sets or moves it and asks for an answer,
    PUBLISH sets or moves it and asks nothing (mail programs then show no buttons), CANCEL takes it away.

    `organizer` is the site's mailbox, so that the host's own address stays theirs; `link` is a page for all
    guests and `place` the address of the room. `when` is (the start, the SEQUENCE): calendars tell by the
    night's UID and the SEQUENCE what is news.
    """
    starts, number = when
    event = Event()
    event.add("uid", night.uid)
    event.add("sequence", number)
    event.add("dtstamp", _whole_second(timezone.now()))
    event.add("dtstart", _whole_second(starts))
    event.add("dtend", _whole_second(starts + (night.ends - night.starts)))
    event.add("summary", summary)
    event.add("description", description)
    event.add("location", place)
    event.add("url", link)
    event.add("status", "CANCELLED" if method == CANCEL else "CONFIRMED")
    event.add("organizer", _person(organizer, invitation.sender_name))
    if method != PUBLISH:
        event.add("attendee", _guest(invitation, asks=method == REQUEST))
    whole = Calendar()
    whole.add("prodid", "-//Cards Against Django//Invitations//EN")
    whole.add("version", "2.0")
    whole.add("calscale", "GREGORIAN")
    whole.add("method", method)
    whole.add_component(event)
    return whole.to_ical()


def _whole_second(moment):
    return moment.astimezone(get_zone("UTC")).replace(microsecond=0)


def _person(address, name):
    person = vCalAddress("mailto:%s" % address)
    if name:
        person.params["cn"] = vText(sanitize.harmless_line(name))
    return person


def _guest(invitation, asks):
    guest = _person(invitation.email, invitation.name)
    guest.params["cutype"] = vText("INDIVIDUAL")
    guest.params["role"] = vText("REQ-PARTICIPANT")
    guest.params["partstat"] = vText(TAKES_PART.get(invitation.answer, "NEEDS-ACTION"))
    guest.params["rsvp"] = vText("TRUE" if asks else "FALSE")
    return guest
