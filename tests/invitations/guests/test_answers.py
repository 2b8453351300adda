"""What guests answer: that they have seen the letter, no, and whether they come to a night."""
from __future__ import unicode_literals

import datetime

import pytest
from django.core import mail
from django.utils import timezone

from common.compat import json_loads
from invitations import guests
from invitations.mail import tasks
from invitations.models import Invitation
from tests.invitations.guests.seats import sit_down
from tests.invitations.people import a_guest, a_host
from tests.invitations.visits import a_night, again, mark

pytestmark = pytest.mark.django_db


def test_opening_is_told_once(told):
    guest = a_guest(a_host())
    guests.open_letter(guest)
    opened = again(guest).opened
    guests.open_letter(guest)
    assert again(guest).opened == opened and told.words == ["opened"]


def test_a_no_can_be_taken_back(told):
    guest = a_guest(a_host())
    guests.decline(guest)
    guests.decline(guest)
    assert again(guest).declined is not None
    guests.think_again(guest)
    assert again(guest).declined is None and told.words == ["declined", "opened"]


def test_a_letter_that_waits_goes_to_nobody_who_said_no_by_its_link():
    guest = a_guest(a_host(), due=timezone.now())
    guests.decline(guest)
    tasks.send_invite({"id": guest.pk})
    assert mail.outbox == [] and again(guest).failed is None and not Invitation.objects.exclude(due=None).exists()


def test_sitting_down_takes_a_no_back(told):
    guest = a_guest(a_host())
    guests.decline(guest)
    sit_down(guest)
    assert again(guest).declined is None and told.words == ["declined", "joined"]


def test_who_has_a_seat_declines_no_more(told):
    guest = a_guest(a_host())
    sit_down(guest)
    guests.decline(guest)
    assert again(guest).declined is None and told.words == ["joined"]


@pytest.mark.parametrize("word, declined", [("yes", False), ("maybe", False), ("no", True)])
def test_an_answer_to_a_night_is_kept_and_a_yes_takes_a_no_back(told, word, declined):
    host = a_host()
    guest = mark(a_guest(host), declined=timezone.now())
    a_night(host, guest)
    guests.answer(again(guest), word)
    assert again(guest).answer == word and (again(guest).declined is not None) == declined
    assert [one["answer"] for one in told.news] == [word]


@pytest.mark.parametrize("word, night", [("perhaps", {}), ("", {}), (None, {}), ("yes", None),
                                         ("yes", {"starts": timezone.now() - datetime.timedelta(hours=4)}),
                                         ("yes", {"cancelled": timezone.now()})])
def test_what_is_no_answer_changes_nothing(told, word, night):
    host = a_host()
    guest = a_guest(host)
    if night is not None:
        a_night(host, guest, **night)
    with pytest.raises(guests.NoSuchAnswerError):
        guests.answer(again(guest), word)
    assert again(guest).answer == "" and not told.updates


@pytest.mark.parametrize("may, word, plus", [(True, "yes", True), (False, "yes", False), (True, "maybe", False)])
def test_a_guest_brings_somebody_where_the_host_lets_them(told, may, word, plus):
    host = a_host()
    guest = a_guest(host)
    a_night(host, guest, plus_one=may)
    guests.answer(again(guest), word, plus=True)
    assert again(guest).plus is plus


def test_a_no_takes_the_date_out_of_the_calendar_once_and_a_yes_brings_it_back(told, queued):
    host = a_host()
    guest = a_guest(host, sent=timezone.now())
    night = a_night(host, guest)
    mark(guest, in_calendar=night.starts)
    guests.answer(again(guest), "no")
    guests.answer(again(guest), "no")
    assert [letter.kind for letter in queued] == ["withdrawn"]
    night.letters.update(sent=timezone.now(), due=None)
    mark(guest, in_calendar=None)
    guests.answer(again(guest), "yes")
    assert [letter.kind for letter in queued] == ["withdrawn", "night"]


def test_the_table_hears_of_an_answer(told):
    host = a_host()
    guest = a_guest(host)
    a_night(host, guest)
    guests.answer(again(guest), "yes")
    heard = [json_loads(text) for update in told.updates for text in update.private.values()]
    assert [one["night"]["answers"] for one in heard if one["type"] == "night"] == [{"yes": 1}]
