"""Game nights: set, moved, called off, remembered; each letter of theirs is written once."""
from __future__ import unicode_literals

import datetime

import pytest
from django.utils import timezone

from common.compat import get_zone
from invitations.hosting import nights
from invitations.models import GameNight, NightLetter
from tests.invitations.people import a_guest

pytestmark = pytest.mark.django_db


def in_hours(hours):
    return timezone.now().replace(microsecond=0) + datetime.timedelta(hours=hours)


@pytest.fixture
def night(host, queued):
    """A night in three days, known to one guest, whose letter went out yesterday."""
    a_guest(host, "bob@example.org", sent=in_hours(-24))
    night, _ = nights.set_night(host.room, host.user, in_hours(72), "Europe/Warsaw")
    deliver_news(night)
    del queued[:]
    return night


def deliver_news(night):
    """The letters of the night have gone out to all its guests."""
    night.letters.update(sent=in_hours(0), due=None)
    night.invitations.update(in_calendar=night.starts, calendar_number=night.number)


def kinds():
    return sorted(NightLetter.objects.values_list("kind", "sequence"))


def test_who_came_by_a_link_that_was_handed_over_is_asked_too(host, told):
    bob = a_guest(host, "bob@example.org", failed=in_hours(0), due=None, accepted=in_hours(0))
    night, letters = nights.set_night(host.room, host.user, in_hours(72), "UTC")
    bob.refresh_from_db()
    assert (bob.night, letters) == (night, 0)


def test_whoever_has_a_letter_is_told_of_the_night(host, queued):
    a_guest(host, "bob@example.org", sent=in_hours(-1))
    a_guest(host, "cat@example.org", sent=None)
    night, letters = nights.set_night(host.room, host.user, in_hours(72), "Europe/Warsaw")
    assert letters == 1 and [letter.invitation.email for letter in queued] == ["bob@example.org"]
    assert night.invitations.count() == 2


def test_a_letter_that_is_just_being_sent_counts_as_sent(host, queued):
    a_guest(host, "bob@example.org", sent=None, claimed=in_hours(0))
    assert nights.set_night(host.room, host.user, in_hours(72), "UTC")[1] == 1


def test_the_revoked_the_declined_and_the_late_are_left_in_peace(host, queued):
    for number, stamp in enumerate(("revoked", "declined", "failed")):
        a_guest(host, "guest%d@example.org" % number, sent=in_hours(-1), **{stamp: in_hours(-1)})
    a_guest(host, "late@example.org", sent=in_hours(-400), expires=in_hours(-1))
    assert nights.set_night(host.room, host.user, in_hours(72), "UTC")[1] == 0


def test_a_moved_night_keeps_its_uid_and_counts_on(night, host, queued):
    moved, letters = nights.set_night(host.room, host.user, in_hours(96), "Europe/Warsaw")
    assert (moved.uid, moved.sequence, letters) == (night.uid, 1, 1)
    assert kinds() == [("night", 0), ("night", 1)] and GameNight.objects.count() == 1


def test_moving_it_takes_back_older_news_and_older_answers(night, host):
    night.invitations.update(answer="yes")
    night.letters.update(sent=None, due=in_hours(0))
    nights.set_night(host.room, host.user, in_hours(96), "Europe/Warsaw")
    old, new = NightLetter.objects.order_by("sequence")
    assert old.due is None and new.due is not None
    assert night.invitations.get().answer == ""


def test_the_same_night_again_is_no_news(night, host, queued):
    assert nights.set_night(host.room, host.user, night.starts, night.zone) == (night, 0)
    assert queued == []


def test_calling_it_off_tells_everybody_under_the_same_uid(night, host, queued):
    assert nights.cancel(night) == 1
    night.refresh_from_db()
    assert night.sequence == 1 and night.cancelled and kinds() == [("cancelled", 1), ("night", 0)]
    assert nights.current(host.room) is None


def test_calling_it_off_twice_tells_once(night, host, queued):
    nights.cancel(night)
    night.refresh_from_db()
    assert nights.cancel(night) == 0 and len(queued) == 1


def test_a_night_that_is_over_is_not_moved_but_a_new_one_is_made(night, host):
    GameNight.objects.update(starts=in_hours(-4))
    new, _ = nights.set_night(host.room, host.user, in_hours(96), "UTC")
    assert new.pk != night.pk and new.uid != night.uid


def test_the_reminder_is_written_once_an_hour_before(night, queued):
    nights.remind()
    assert queued == []
    GameNight.objects.update(starts=in_hours(0.9))
    nights.remind()
    nights.remind()
    assert [letter.kind for letter in queued] == ["reminder"]


def test_who_said_no_or_was_invited_just_now_needs_no_reminder(night, host, queued):
    night.invitations.update(answer="no")
    a_guest(host, "new@example.org", sent=in_hours(-0.5), night=night)
    GameNight.objects.update(starts=in_hours(0.9))
    nights.remind()
    assert queued == []


def test_a_moved_night_is_remembered_again(night, host, queued):
    GameNight.objects.update(starts=in_hours(0.9))
    nights.remind()
    nights.set_night(host.room, host.user, in_hours(0.8), "UTC")
    nights.remind()
    assert kinds().count(("reminder", 0)) == kinds().count(("reminder", 1)) == 1


def test_a_called_off_night_has_no_reminder(night, host, queued):
    GameNight.objects.update(starts=in_hours(0.9))
    night.refresh_from_db()
    nights.cancel(night)
    del queued[:]
    nights.remind()
    assert queued == []


def test_links_hold_until_the_night_is_over(host):
    guest = a_guest(host, "bob@example.org", expires=in_hours(24))
    night, _ = nights.set_night(host.room, host.user, in_hours(72), "UTC", hours=5)
    guest.refresh_from_db()
    assert guest.expires == night.ends == night.starts + datetime.timedelta(hours=5)


def test_the_hosts_clock_counts():
    moment = nights.when("%d-07-01T20:00" % (timezone.now().year + (timezone.now().month >= 7)),
                         "Europe/Warsaw")
    assert moment.astimezone(get_zone("UTC")).strftime("%H:%M") == "18:00"


@pytest.mark.parametrize("text, zone", [
    ("tomorrow", "UTC"), ("", "UTC"), (None, "UTC"), (20, "UTC"), ("2031-13-01T20:00", "UTC"),
    ("2031-01-01T20:00", "Moon/Crater"), ("2031-01-01T20:00", ""), ("2031-01-01T20:00", None)])
def test_what_is_no_date_is_refused(text, zone):
    with pytest.raises(nights.BadNightError) as bad:
        nights.when(text, zone)
    assert "date and a time" in "%s" % bad.value


@pytest.mark.parametrize("hours, word", [(-1, "passed"), (24 * 400, "year")])
def test_a_night_lies_ahead_and_not_too_far(hours, word):
    with pytest.raises(nights.BadNightError) as bad:
        nights.when(in_hours(hours).strftime(nights.WALL_CLOCK), "UTC")
    assert word in "%s" % bad.value


@pytest.mark.parametrize("hours", [0, 13, "3", None, 1.5])
def test_a_night_has_sensible_hours(host, hours):
    with pytest.raises(nights.BadNightError):
        nights.set_night(host.room, host.user, in_hours(72), "UTC", hours)


def test_a_host_who_changes_all_the_time_is_stopped(host, queued):
    for number in range(6):
        nights.set_night(host.room, host.user, in_hours(72 + number), "UTC")
    with pytest.raises(nights.BadNightError):
        nights.set_night(host.room, host.user, in_hours(96), "UTC")


def test_what_is_said_of_a_night_is_kept_tidy_and_changed_without_news(night, host, queued):
    said = nights.words(title=" Cards\nand cake ", place="Kitchen", note="Bring tea")
    nights.set_night(host.room, host.user, night.starts, night.zone, said=said)
    night.refresh_from_db()
    assert (night.title, night.place, night.note) == ("Cards and cake", "Kitchen", "Bring tea")
    assert queued == [] and night.moved_from is None


def test_what_is_not_said_again_stays(night, host):
    GameNight.objects.update(place="Kitchen")
    old = night.starts
    moved, _ = nights.set_night(host.room, host.user, in_hours(96), "UTC", said=nights.words(title="Cards"))
    assert (moved.place, moved.title, moved.moved_from) == ("Kitchen", "Cards", old)


@pytest.mark.parametrize("name, most", [("title", 80), ("place", 200), ("note", 500)])
def test_words_of_a_night_are_bounded(name, most):
    assert nights.words(**{name: "x" * most})
    with pytest.raises(nights.BadNightError):
        nights.words(**{name: "x" * (most + 1)})


def test_a_host_who_has_changed_it_all_day_still_calls_it_off(host, queued):
    a_guest(host, "bob@example.org", sent=in_hours(-1))
    for number in range(6):
        night, _ = nights.set_night(host.room, host.user, in_hours(72 + number), "UTC")
        deliver_news(night)
    assert nights.cancel(night) == 1 and nights.current(host.room) is None
