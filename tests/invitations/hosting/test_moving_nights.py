"""What counts as moving a night: another start. Only that asks guests again, and tells them the old date."""
from __future__ import unicode_literals

import re

import pytest
from django.core import mail

from common.compat import get_zone
from invitations.hosting import nights
from invitations.mail import tasks
from invitations.models import GameNight, Invitation, StoppedAddress
from tests.invitations.hosting.test_nights import in_hours
from tests.invitations.people import a_guest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]


@pytest.fixture
def bob(host):
    return a_guest(host, "bob@example.org", sent=in_hours(-24), due=None)


def set_night(host, hours_ahead, **more):
    """Set or move the night, and send what is to be sent. Returns how many letters that were."""
    starts = in_hours(hours_ahead).replace(minute=0, second=0)
    night, letters = nights.set_night(host.room, host.user, starts, "UTC", **more)
    send(night)
    return letters


def send(night):
    for letter in night.letters.filter(due__isnull=False).order_by("pk"):
        tasks.send_letter({"id": letter.pk})


def answered(host):
    Invitation.objects.filter(room=host.room).update(answer="yes")


def texts():
    return [" ".join(letter.body.split()) for letter in mail.outbox]


def test_another_length_keeps_the_answers_and_writes_no_letter(host, bob):
    set_night(host, 72)
    answered(host)
    assert set_night(host, 72, hours=5) == 0 and len(mail.outbox) == 1
    night = nights.current(host.room)
    assert (night.minutes, night.sequence, night.invitations.get().answer) == (300, 0, "yes")


def test_the_same_moment_in_another_zone_keeps_the_answers_and_writes_no_letter(host, bob):
    set_night(host, 72)
    answered(host)
    night = nights.current(host.room)
    _, letters = nights.set_night(host.room, host.user, night.starts.astimezone(get_zone("Asia/Tokyo")), "Asia/Tokyo")
    night = nights.current(host.room)
    assert (letters, night.zone, night.invitations.get().answer) == (0, "Asia/Tokyo", "yes")


def test_calendars_learn_of_another_length_with_the_next_letter(host, bob):
    set_night(host, 72)
    set_night(host, 72, hours=5)
    set_night(host, 96, hours=5)
    first, moved = (letter.alternatives[1][0] for letter in mail.outbox)
    assert "SEQUENCE:0" in first and "SEQUENCE:2" in moved


def test_saving_the_same_night_counts_as_no_change_of_a_day(host):
    for hours in (1, 2, 3, 4, 5, 6, 8, 10):
        set_night(host, 72, hours=hours)
    assert nights.current(host.room).minutes == 600


def test_the_letter_of_a_moved_night_names_both_dates_and_the_reason(host, bob):
    set_night(host, 72)
    set_night(host, 96, reason="The cat\nhas kittens at http://example.com")
    old, new = (re.findall("DTSTART[^:]*:(.{8})", letter.alternatives[1][0]) for letter in mail.outbox)
    assert old != new and "The old date was:" not in texts()[0]
    assert "The old date was:" in texts()[1] and "> The cat > has kittens at http: //example. com" in texts()[1]
    assert "<p>The old date was:" in mail.outbox[1].alternatives[0][0]


def test_the_old_date_is_the_one_that_the_guest_was_told_last(host, bob):
    set_night(host, 24)
    nights.set_night(host.room, host.user, in_hours(48), "UTC")  # overtaken before it is sent
    set_night(host, 72)
    told = mail.outbox[0].body.split("    ")[1].split(",")[0]
    assert len(mail.outbox) == 2 and "The old date was: %s" % told in texts()[1]


def test_who_never_got_the_old_date_reads_of_no_move(host, bob):
    nights.set_night(host.room, host.user, in_hours(48), "UTC")
    set_night(host, 72)
    assert ["There is a date." in text for text in texts()] == [True]


def test_a_reason_is_about_one_move_alone(host, bob):
    set_night(host, 24)
    set_night(host, 48, reason="The cat has kittens.")
    set_night(host, 72)
    assert ["kittens" in text for text in texts()] == [False, True, False]


def test_a_plan_counts_the_letters_and_the_answers(host, bob):
    a_guest(host, "cat@example.org", sent=in_hours(-24), due=None)
    StoppedAddress.objects.create(address="cat@example.org")
    assert nights.plan(host.room, in_hours(72)) == ("new", 1, 0, [])
    set_night(host, 72)
    answered(host)
    night = nights.current(host.room)
    assert nights.plan(host.room, in_hours(96)) == ("moved", 1, 2, [])
    assert nights.plan(host.room, night.starts) == ("same", 0, 0, [])


def test_who_was_told_the_old_date_hears_of_the_new_one_though_another_letter_failed(host, bob):
    set_night(host, 24)
    Invitation.objects.update(failed=in_hours(0), sent=None)
    assert set_night(host, 48) == 1


def test_answers_to_a_night_that_is_over_are_none_to_the_next_one(host, bob):
    set_night(host, 24)
    answered(host)
    GameNight.objects.update(starts=in_hours(-24))
    set_night(host, 48)
    assert Invitation.objects.get().answer == ""
