"""Letters that must not go out, and why."""
from __future__ import unicode_literals

import pytest
from django.utils import timezone

from invitations.mail import letters, unsubscribe
from invitations.mail.delivery import UnwantedLetterError
from invitations.models import NightLetter, StoppedAddress
from tests.invitations.samples import (
    a_night,
    a_night_letter,
    an_invitation,
    an_invitation_to_a_night,
    in_days,
)

pytestmark = pytest.mark.django_db


def why_not(build, row):
    with pytest.raises(UnwantedLetterError) as reason:
        build(row)
    return str(reason.value)


@pytest.mark.parametrize("fields, reason", [
    ({"revoked": in_days(0)}, "You took this invitation back."),
    ({"expires": in_days(-1)}, "The link of this invitation has run out. Invite them anew."),
])
def test_some_invitations_must_not_go_out(fields, reason):
    assert why_not(letters.invitation_letter, an_invitation(**fields)) == reason
    assert why_not(letters.night_letter, a_night_letter_of(fields)) == reason


def a_night_letter_of(fields):
    from tests.invitations.people import a_host
    host = a_host("Cat")
    return a_night_letter(invitation=an_invitation(host, night=a_night(host.room, host.user), **fields))


def test_nothing_goes_out_for_a_room_that_is_gone():
    invitation = an_invitation()
    invitation.room.delete()
    invitation.refresh_from_db()
    assert why_not(letters.invitation_letter, invitation) == "The room is gone."


def test_nothing_goes_to_who_wants_no_letters():
    letter = a_night_letter()
    StoppedAddress.objects.create(address="bob@example.org")
    assert why_not(letters.invitation_letter, letter.invitation) == unsubscribe.REASON
    assert why_not(letters.night_letter, letter) == unsubscribe.REASON


def test_whoever_sits_at_the_table_gets_news_after_the_link_has_run_out():
    assert letters.night_letter(a_night_letter(expires=in_days(-1), accepted=in_days(-2)))


def test_whoever_declined_hears_no_more():
    letter = a_night_letter(declined=in_days(0))
    assert why_not(letters.night_letter, letter) == "They said no to this invitation."


def test_older_news_are_not_told_after_newer_ones():
    letter = a_night_letter()
    letter.night.sequence = 1
    assert why_not(letters.night_letter, letter) == "The night was changed since; a newer letter tells of it."


@pytest.mark.parametrize("kind", [NightLetter.NIGHT, NightLetter.REMINDER])
def test_a_night_that_was_called_off_is_not_announced(kind):
    letter = a_night_letter(kind)
    letter.night.cancelled = timezone.now()
    assert why_not(letters.night_letter, letter) == "The night was called off."


@pytest.mark.parametrize("kind", [NightLetter.NIGHT, NightLetter.CANCELLED, NightLetter.REMINDER])
def test_a_night_that_is_over_is_not_news(kind):
    letter = a_night_letter(kind)
    letter.night.starts = in_days(-1)
    assert why_not(letters.night_letter, letter) == "The night is over."


def test_a_reminder_comes_before_the_night_or_not_at_all():
    letter = a_night_letter(NightLetter.REMINDER)
    letter.night.starts = timezone.now()
    assert why_not(letters.night_letter, letter) == "It was too late for a reminder: the night had begun."


@pytest.mark.parametrize("kind", [NightLetter.REMINDER, NightLetter.NIGHT])
def test_who_cannot_come_is_neither_reminded_nor_given_the_date(kind):
    invitation = an_invitation_to_a_night(answer="no")
    assert why_not(letters.night_letter, a_night_letter(kind, 0, invitation)) == "They said that they cannot come."
