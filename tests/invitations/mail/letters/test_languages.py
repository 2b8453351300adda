# coding: utf-8
"""Letters in the language of the guest, readable in each."""
from __future__ import unicode_literals

import re

import pytest

from invitations.mail import letters
from invitations.models import NightLetter, Notice
from tests.invitations.mail.letters.reading import LANGUAGES, all_letters, header
from tests.invitations.samples import a_night_letter, an_invitation, an_invitation_to_a_night, part

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_is_readable_at_72_columns(language):
    for letter in all_letters(language=language, note="biscuits " * 50):
        lines = part(letter, "text/plain").splitlines()
        assert [line for line in lines if len(line) > 72 and not line.startswith(("http://", "https://"))] == []
        assert "-- " in lines and not re.search("\n\n\n", "\n".join(lines))


@pytest.mark.parametrize("language, subject, night", [
    ("de", "Ann lädt dich zum Kartenspielen ein", r"Freitag, \d+\. \w+, 19:30"),
    ("es", "Ann te invita a jugar a las cartas", r"Viernes \d+ de [a-z]+, 19:30"),
    ("fr", "Ann t’invite à jouer aux cartes", r"Vendredi \d+ \w+, 19:30"),
    ("pl", "Ann zaprasza cię na karty", r"Piątek, \d+ \w+, 19:30"),
])
def test_it_speaks_the_guests_language(language, subject, night):
    letter = letters.invitation_letter(an_invitation_to_a_night(language=language))
    assert header(letter, "Subject").startswith(subject)
    assert re.search(night, part(letter, "text/plain"), re.UNICODE)
    assert '<html lang="%s">' % language in part(letter, "text/html")


@pytest.mark.parametrize("language, subject", [
    ("de", r"Ein Wort von Ann zum Termin: Freitag, \d+\. \w+$"),
    ("es", r"Un mensaje de Ann sobre la noche de juegos: viernes \d+ de \w+$"),
    ("fr", r"Un mot de Ann pour la soirée jeux\xa0: vendredi \d+ \w+$"),
    ("pl", r"Ann pisze w sprawie kart: piątek, \d+ \w+$"),
])
def test_a_day_in_a_subject_needs_no_case(language, subject):
    letter = a_night_letter(NightLetter.MESSAGE, 1, an_invitation_to_a_night(language=language))
    letter.notice = Notice(text="Bring cake.")
    assert re.match(subject, header(letters.night_letter(letter), "Subject"), re.UNICODE)


def test_the_words_beside_an_old_date_are_not_struck_out():
    letter = letters.night_letter(a_night_letter(NightLetter.NIGHT, 1))
    assert "The old date was: " in part(letter, "text/html") and "<s>" not in part(letter, "text/html")


def test_it_speaks_english_when_it_knows_no_better():
    assert letters.invitation_letter(an_invitation(language="tlh")).subject == "Ann invites you to play cards"
