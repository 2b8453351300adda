"""Guests who come after all, to a room that has another night by now than when they were asked."""
from __future__ import unicode_literals

import datetime

import pytest
from django.utils import timezone

from invitations import guests
from invitations.hosting import nights
from invitations.models import NightLetter
from tests.invitations.guests.seats import sit_down
from tests.invitations.people import a_guest, a_host
from tests.invitations.visits import again

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("queued", "told")]


def a_night(host, days):
    starts = timezone.now().replace(microsecond=0) + datetime.timedelta(days=days)
    return nights.set_night(host.room, host.user, starts, "UTC")[0]


@pytest.fixture
def host():
    return a_host()


@pytest.fixture
def bob(host):
    """He has said no to the first night, which was called off, and there is a second one."""
    bob = a_guest(host, sent=timezone.now(), due=None, night=a_night(host, 3))
    guests.decline(bob)
    nights.cancel(again(bob).night)
    a_night(host, 30)
    return again(bob)


@pytest.mark.parametrize("back", [sit_down, guests.think_again])
def test_who_had_declined_the_first_one_is_asked_to_the_second(host, bob, back):
    back(bob)
    assert again(bob).night == nights.current(host.room)
    guests.answer(again(bob), "yes")
    assert again(bob).answer == "yes" and again(bob).expires >= again(bob).night.ends


def test_they_get_its_date_by_a_letter_once(host, bob):
    sit_down(bob)
    letter = NightLetter.objects.get(invitation=bob, night=nights.current(host.room))
    assert letter.kind == NightLetter.NIGHT and letter.due is not None


def test_who_never_got_a_letter_is_asked_at_the_table_only(host):
    cat = a_guest(host, "cat@example.org", failed=timezone.now(), due=None)
    night = a_night(host, 3)
    assert again(cat).night is None
    sit_down(cat, "Cat")
    assert again(cat).night == night and not cat.letters.exists()


def test_who_is_asked_already_gets_nothing_more(host):
    night = a_night(host, 3)
    bob = a_guest(host, sent=timezone.now(), due=None, night=night, answer="maybe")
    sit_down(bob)
    assert again(bob).answer == "maybe" and not bob.letters.exists()
