"""Letters that take a date away: from guests who were taken back, who declined, whose host has left."""
from __future__ import unicode_literals

from datetime import timedelta

import pytest
from django.utils import translation

from game.models import Player
from invitations.mail import dates, letters
from invitations.mail.delivery import UnwantedLetterError
from invitations.models import GameNight, NightLetter
from tests.invitations.mail.letters.reading import LANGUAGES, header
from tests.invitations.people import Host, a_guest
from tests.invitations.samples import a_night_letter, an_invitation_to_a_night, event, in_days, part, words

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("fields, words_in_it, link", [
    ({"revoked": in_days(0)}, ["Ann has taken back your invitation", "ask Ann"], False),
    ({"declined": in_days(0)}, ["You have told Ann that you cannot come", "Changed your mind?"], True),
    ({"sender": None, "sender_name": ""}, ["closed their account here", "Somebody invited bob@example.org"], False)])
def test_a_date_is_taken_away_with_the_reason_and_the_link_only_where_it_is_good(fields, words_in_it, link):
    invitation = an_invitation_to_a_night()
    for name, value in fields.items():
        setattr(invitation, name, value)
    letter = letters.night_letter(a_night_letter(NightLetter.WITHDRAWN, 1, invitation))
    for text in (words(letter), " ".join(part(letter, "text/html").split())):
        assert [each for each in words_in_it if each not in text] == []
        assert (invitation.key in text) == link
    assert event(letter)["STATUS"] == "CANCELLED"


def test_who_is_invited_anew_is_not_told_that_they_are_not():
    invitation = an_invitation_to_a_night(revoked=in_days(0))
    letter = a_night_letter(NightLetter.WITHDRAWN, 1, invitation)
    anew = a_guest(Host(invitation.sender, invitation.room, Player(name="Ann")), night=invitation.night)
    with pytest.raises(UnwantedLetterError):
        letters.night_letter(letter)
    night = invitation.night
    anew.night = GameNight.objects.create(room=night.room, host=night.host, starts=night.starts, uid="another")
    anew.save()
    invitation.night = anew.night
    text = words(letters.night_letter(letter))
    assert "Ann has called the game night off" in text and "taken back" not in text
    assert "finds another evening" not in text


@pytest.mark.parametrize("language", LANGUAGES)
def test_what_takes_a_date_away_names_the_date_in_every_language(language):
    invitation = an_invitation_to_a_night(language=language, declined=in_days(0))
    letter = letters.night_letter(a_night_letter(NightLetter.WITHDRAWN, 1, invitation))
    with translation.override(language):
        day = dates.day(invitation.night.starts, "Europe/Warsaw")
    assert day in header(letter, "Subject") and day.lower() in words(letter).lower()


def test_who_could_not_come_on_the_old_date_reads_that_it_was_moved_and_why():
    invitation = an_invitation_to_a_night()
    a_night_letter(NightLetter.WITHDRAWN, 1, invitation)
    invitation.letters.update(sent=in_days(0))
    invitation.in_calendar, night = None, invitation.night
    night.moved_from, night.reason = night.starts - timedelta(days=7), "The cook is ill."
    night.save()
    news = NightLetter.objects.create(invitation=invitation, night=night, kind=NightLetter.NIGHT, sequence=2)
    letter = letters.night_letter(news)
    assert "New date" in header(letter, "Subject") and "The old date was: " in words(letter)
    assert "The cook is ill." in words(letter)
