"""A guest whom the host removes from the table is not invited any more: no answer, no new date, no old one."""
from __future__ import unicode_literals

import pytest
from django.core import mail

from invitations import guests
from invitations.hosting import night_card, nights, removed
from invitations.mail import letters
from invitations.mail.delivery import UnwantedLetterError
from invitations.models import NightLetter
from tests.invitations.guests.seats import sit_down
from tests.invitations.hosting.test_earlier_dates import calendar, set_night
from tests.invitations.hosting.test_withdrawals import send_all
from tests.invitations.people import a_guest
from tests.invitations.visits import act, again, told

__all__ = ["told"]  # a fixture
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]


@pytest.fixture
def una(host):
    """Una has the date, says yes, sits down, and is removed."""
    una = a_guest(host, "una@example.org", name="Una", night=set_night(host, 72))
    send_all()
    guests.answer(una, "yes")
    player = sit_down(una)
    act(host.player, "kick", player="%d" % player.number)
    return again(una)


def test_their_answer_does_not_count(una):
    document = night_card.document(una.night)
    assert (document["answers"], document["people"], document["open"]) == ({}, [], 0)


def test_the_date_leaves_their_calendar_within_a_minute(una):
    for _ in range(2):
        removed.take_back()
        send_all()
    assert calendar() == [] and len(mail.outbox) == 2 and mail.outbox[1].subject.startswith("Taken back")
    assert again(una).revoked is not None


def test_they_hear_of_no_new_date(host, una):
    set_night(host, 96)
    send_all()
    assert len(mail.outbox) == 1
    removed.take_back()
    send_all()
    assert calendar() == []


def test_a_letter_that_was_on_its_way_is_kept_back(una):
    letter = NightLetter.objects.create(invitation=una, night=una.night, kind=NightLetter.NIGHT, sequence=0)
    with pytest.raises(UnwantedLetterError):
        letters.night_letter(letter)


def test_a_night_that_is_called_off_is_told_to_them_once(host, una):
    nights.cancel(una.night)
    removed.take_back()
    send_all()
    assert calendar() == [] and len(mail.outbox) == 2
