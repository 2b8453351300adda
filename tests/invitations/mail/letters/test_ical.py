# coding: utf-8
"""Game nights in calendars: the same event from its first letter to its last, for one guest at a time."""
from __future__ import unicode_literals

import datetime

import pytest
from icalendar import Calendar

from common.compat import get_zone
from invitations.mail import letters
from invitations.models import NightLetter
from tests.invitations.samples import a_night_letter, an_invitation_to_a_night, event, part, sent, words

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def answers_are_read(settings):
    settings.INBOX_URL = "imap://cards@localhost"


def calendars(invitation):
    """The letters with a date, in the order of a night's life: invitation, set, moved, called off."""
    yield letters.invitation_letter(invitation)
    for kind, sequence in ((NightLetter.NIGHT, 0), (NightLetter.NIGHT, 1), (NightLetter.CANCELLED, 2)):
        yield letters.night_letter(a_night_letter(kind, sequence, invitation))


def text_of(event, name):
    return "%s" % event[name]


def test_it_is_one_event_with_a_number_that_grows():
    events = [event(letter) for letter in calendars(an_invitation_to_a_night())]
    assert {text_of(each, "UID") for each in events} == {"night@cards.example.org"}
    assert [int(each["SEQUENCE"]) for each in events] == [0, 0, 1, 2]
    assert [text_of(each, "STATUS") for each in events] == ["CONFIRMED"] * 3 + ["CANCELLED"]


def test_the_method_is_the_same_inside_and_outside():
    methods = []
    for letter in calendars(an_invitation_to_a_night()):
        outside = [each for each in sent(letter).walk() if each.get_content_type() == "text/calendar"][0]
        methods.append("%s" % Calendar.from_ical(part(letter, "text/calendar"))["METHOD"])
        assert outside.get_param("method") == methods[-1] and outside.get_content_charset() == "utf-8"
    assert methods == ["REQUEST", "REQUEST", "REQUEST", "CANCEL"]


def test_where_nobody_reads_answers_mail_programs_show_no_buttons_for_them(settings):
    settings.INBOX_URL = ""
    letter = letters.invitation_letter(an_invitation_to_a_night())
    whole = Calendar.from_ical(part(letter, "text/calendar"))
    assert whole["METHOD"] == "PUBLISH" and "ATTENDEE" not in event(letter) and "ORGANIZER" in event(letter)
    methods = [each.get_param("method") for each in sent(letter).walk() if each.get_content_type() == "text/calendar"]
    assert methods == ["PUBLISH"]


def test_it_is_in_the_letter_twice_for_both_kinds_of_mail_programs():
    message = sent(letters.invitation_letter(an_invitation_to_a_night()))
    alternatives, attachment = message.get_payload()
    assert [each.get_content_type()
            for each in alternatives.get_payload()] == ["text/plain", "text/html", "text/calendar"]
    assert (attachment.get_content_type(), attachment.get_filename()) == ("application/ics", "invite.ics")
    inside = alternatives.get_payload()[2].get_payload(decode=True)
    assert attachment.get_payload(decode=True).splitlines() == inside.splitlines()


def test_a_reminder_changes_no_calendar():
    letter = letters.night_letter(a_night_letter(NightLetter.REMINDER))
    assert not [each for each in sent(letter).walk() if "calendar" in each.get_content_type()
                or each.get_filename()]


def test_it_tells_the_time_in_utc():
    invitation = an_invitation_to_a_night()
    starts = invitation.night.starts.astimezone(get_zone("UTC"))
    found = event(letters.invitation_letter(invitation))
    assert found["DTSTART"].dt == starts and found["DTEND"].dt == starts + datetime.timedelta(hours=3)
    for name in ("DTSTART", "DTEND", "DTSTAMP"):
        assert found[name].to_ical().endswith(b"Z")


def test_it_knows_one_guest_and_not_the_hosts_address():
    letter = letters.invitation_letter(an_invitation_to_a_night(name="Łucja; Ż,\u202e"))
    found = event(letter)
    guest = found["ATTENDEE"]
    assert (guest, guest.params["CN"],
            guest.params["RSVP"]) == ("mailto:bob@example.org", "Łucja; Ż,", "TRUE")
    assert (found["ORGANIZER"], found["ORGANIZER"].params["CN"]) == ("mailto:invites@cards.example.org",
                                                                     "Ann")
    assert "ann@example.org" not in part(letter, "text/calendar")


def test_it_knows_a_guest_as_the_network_does():
    letter = letters.invitation_letter(an_invitation_to_a_night(email="bob@xn--bcher-kva.example"))
    assert event(letter)["ATTENDEE"] == "mailto:bob@xn--bcher-kva.example"
    assert "bob@b\xfccher.example" in words(letter)


@pytest.mark.parametrize("answer, status", [
    ("", "NEEDS-ACTION"), ("yes", "ACCEPTED"), ("no", "DECLINED"), ("maybe", "TENTATIVE")])
def test_it_knows_what_the_guest_has_answered(answer, status):
    invitation = an_invitation_to_a_night(answer=answer)
    letter = letters.night_letter(a_night_letter(NightLetter.CANCELLED, 1, invitation))
    assert event(letter)["ATTENDEE"].params["PARTSTAT"] == status


def test_it_leads_to_a_page_that_asks_who_comes_and_holds_no_key():
    invitation = an_invitation_to_a_night()
    room = "https://cards.example.org/rooms/%s/" % invitation.room.code
    for letter in calendars(invitation):
        found = event(letter)
        assert (text_of(found, "URL"), text_of(found, "LOCATION")) == (room + "invited/", room)
        assert text_of(found, "URL") in text_of(found, "DESCRIPTION")
        assert invitation.key not in part(letter, "text/calendar")


def test_nothing_breaks_out_of_its_line():
    evil = "Ann\r\nATTENDEE:mailto:all@example.org\nBEGIN:VALARM;x=\"y\":\\n,"
    letter = letters.invitation_letter(an_invitation_to_a_night(sender_name=evil, name=evil))
    whole = Calendar.from_ical(part(letter, "text/calendar"))
    assert [each.name for each in whole.walk()] == ["VCALENDAR", "VEVENT"]
    assert event(letter)["ATTENDEE"] == "mailto:bob@example.org"


def test_its_lines_are_as_short_as_the_standard_wants_and_end_as_it_wants():
    letter = letters.invitation_letter(
        an_invitation_to_a_night(sender_name="ż" * 70, name="李" * 70, language="pl"))
    content = sent(letter).get_payload()[1].get_payload(decode=True)
    lines = content.split(b"\r\n")
    assert lines[0] == b"BEGIN:VCALENDAR" and lines[-2:] == [b"END:VCALENDAR", b""]
    assert max(len(line) for line in lines) <= 75 and b"\n" not in b"".join(lines)


def test_it_speaks_the_guests_language():
    assert text_of(event(letters.invitation_letter(an_invitation_to_a_night(language="de"))),
                   "SUMMARY") == "Karten mit Ann"
