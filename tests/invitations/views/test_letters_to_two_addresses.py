"""Letters to guests at two addresses: each calendar is right, and nothing else is said twice."""
from __future__ import unicode_literals

import datetime

import pytest
from django.test import Client
from django.utils import timezone

from invitations.hosting import nights, notices
from invitations.models import GameNight, NightLetter, StoppedAddress
from tests.invitations.views.test_two_addresses import both_mine, both_sent, host, in_two_days, pair  # noqa: F401
from tests.invitations.visits import again, link, mark, press, say, told  # noqa: F401

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]


def in_fifty_minutes():
    GameNight.objects.update(starts=timezone.now() + datetime.timedelta(minutes=50))


def letters(queued):
    return sorted((letter.kind, letter.invitation.email) for letter in queued)


def test_nobody_is_asked_reminded_or_written_to_twice(client, host, pair, queued):
    say(client, pair[0], "yes")
    both_mine(client, pair[1])
    assert notices.ask(host.room) == 0 and notices.say(host.room, "Bring tea") == (1, False)
    in_fifty_minutes()
    nights.remind()
    nights.remind()
    assert letters(queued) == [("message", "bob@work.example"), ("reminder", "bob@work.example")]


def test_a_message_goes_to_the_address_that_takes_letters(client, host, pair, queued):
    say(client, pair[0], "yes")
    both_mine(client, pair[1])
    StoppedAddress.objects.create(address=pair[0].email)
    assert notices.say(host.room, "Bring tea") == (1, False)
    assert letters(queued) == [("message", "bob@home.example")]


def test_a_reminder_goes_to_the_address_that_does_not_bounce(client, pair, queued):
    press(client, pair[0])
    both_mine(client, pair[1])
    mark(pair[0], failed=timezone.now())
    in_fifty_minutes()
    nights.remind()
    StoppedAddress.objects.create(address=pair[1].email)
    nights.remind()
    assert letters(queued) == [("reminder", "bob@home.example")]


def test_news_of_the_date_still_goes_to_both_calendars(client, host, pair, queued):
    say(client, pair[0], "yes")
    both_mine(client, pair[1])
    for one in pair:
        mark(one, in_calendar=one.night.starts)
    nights.cancel(again(pair[0]).night)
    assert letters(queued) == [("cancelled", "bob@home.example"), ("cancelled", "bob@work.example")]


def test_a_no_by_the_second_link_takes_the_date_out_of_both_calendars(client, pair, queued):
    say(client, pair[0], "yes")
    both_mine(client, pair[1])
    for one in pair:
        mark(one, in_calendar=one.night.starts)
    say(client, pair[1], "no")
    assert letters(queued) == [("withdrawn", "bob@home.example"), ("withdrawn", "bob@work.example")]
    assert [again(one).answer for one in pair] == ["no", "no"]


def test_a_no_of_the_second_link_takes_the_date_out_of_the_first_calendar(client, pair, queued):
    for one in pair:
        mark(one, in_calendar=one.night.starts)
    say(Client(), pair[1], "no")
    press(client, pair[0])
    both_mine(client, pair[1])
    assert [again(one).answer for one in pair] == ["no", "no"]
    assert letters(queued) == [("withdrawn", "bob@home.example"), ("withdrawn", "bob@work.example")]


def test_a_link_that_was_declined_before_there_was_a_date_gets_the_date(client, host, queued):
    work, home = both_sent(host)
    Client().post(link("decline", home))
    in_two_days(host)
    say(client, work, "yes")
    both_mine(client, home)
    assert (again(home).night, again(home).declined, again(home).answer) == (again(work).night, None, "yes")
    assert letters(queued) == [("night", "bob@home.example"), ("night", "bob@work.example")]


def test_who_had_said_no_at_the_second_address_gets_the_date_back(client, pair, queued):
    mark(pair[1], in_calendar=pair[1].night.starts)
    say(Client(), pair[1], "no")
    NightLetter.objects.update(sent=timezone.now(), due=None)
    mark(pair[1], in_calendar=None)
    say(client, pair[0], "yes")
    both_mine(client, pair[1])
    assert again(pair[1]).answer == "yes" and letters(queued)[0] == ("night", "bob@home.example")
