"""The letters that ask and tell between a night's news."""
from __future__ import unicode_literals

import pytest
from django.utils import translation

from invitations.mail import letters
from invitations.mail.delivery import UnwantedLetterError
from invitations.models import NightLetter, Notice
from tests.invitations.mail.letters.reading import LANGUAGES, header
from tests.invitations.samples import a_night_letter, an_invitation_to_a_night, event, part, sent, words

pytestmark = pytest.mark.django_db


@pytest.fixture
def invitation():
    return an_invitation_to_a_night()


def a_notice(invitation, kind, text=""):
    letter = a_night_letter(kind, 0, invitation)
    letter.notice = Notice.objects.create(night=invitation.night, kind=kind, text=text)
    letter.sequence, letter.starts = 1, invitation.night.starts
    letter.save()
    return letter


def test_it_asks_with_the_date_and_the_link_and_without_a_calendar(invitation):
    letter = letters.night_letter(a_notice(invitation, NightLetter.ASK))
    assert "how many chairs" in words(letter) and invitation.key in words(letter)
    assert header(letter, "Subject").startswith("Are you coming?") and letter.entry is None
    assert "text/calendar" not in [each.get_content_type() for each in sent(letter).walk()]


def test_who_has_answered_meanwhile_is_not_asked(invitation):
    letter = a_notice(invitation, NightLetter.ASK)
    invitation.answer = "maybe"
    invitation.save()
    with pytest.raises(UnwantedLetterError):
        letters.night_letter(letter)


def test_a_message_is_quoted_and_its_links_are_plain(invitation):
    letter = letters.night_letter(a_notice(invitation, NightLetter.MESSAGE, "Look at https://evil.com/x <b>now</b>"))
    page = part(letter, "text/html")
    assert "evil. com" in words(letter) and "evil.com" not in page and "<b>now" not in page
    assert header(letter, "Subject").startswith("A word from Ann")


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_change_is_named_in_every_language_and_comes_with_the_calendar(invitation, language):
    invitation.language = language
    letter = letters.night_letter(a_notice(invitation, NightLetter.CHANGED, "place minutes title note"))
    with translation.override(language):
        names = ", ".join("%s" % letters.CHANGES[name] for name in ("place", "minutes", "title", "note"))
        assert names in words(letter) and (language == "en") == (names.startswith("the place"))
    assert names in part(letter, "text/html") and event(letter)["UID"] == invitation.night.uid


def test_a_question_of_before_a_move_asks_about_the_new_date(invitation):
    letter = a_notice(invitation, NightLetter.ASK)
    night = invitation.night
    night.sequence = 4
    night.save()
    assert letters.night_letter(NightLetter.objects.get(pk=letter.pk)).subject.startswith("Are you coming?")
