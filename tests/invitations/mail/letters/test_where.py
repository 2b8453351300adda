"""Letters say where: title, place and note of a night, and the ways into a calendar."""
from __future__ import unicode_literals

import pytest
from six.moves.urllib.parse import quote

from common.compat import reverse
from invitations.mail import letters
from invitations.models import NightLetter
from tests.invitations.samples import a_night_letter, an_invitation_to_a_night, event, part, words

CALENDARS = "https://calendar.google.com/", "https://outlook.live.com/"
pytestmark = pytest.mark.django_db


@pytest.fixture
def invitation():
    invitation = an_invitation_to_a_night()
    night = invitation.night
    night.title, night.place, night.note = "Cards and cake", "Long Street 12", "Ring twice, see evil.com"
    night.save()
    return invitation


def test_the_invitation_says_where(invitation):
    letter = letters.invitation_letter(invitation)
    text, page = words(letter), part(letter, "text/html")
    for word in ("Cards and cake", "Where: Long Street 12", "Ring twice, see evil. com"):
        assert word in text and word in page
    assert "%s" % event(letter)["LOCATION"] == "Long Street 12"
    assert "%s" % event(letter)["SUMMARY"] == "Cards and cake"


def test_a_date_can_be_added_to_calendars_without_the_key(invitation):
    letter, asks = letters.invitation_letter(invitation), reverse("invitations:invited", args=[invitation.room.code])
    links = [piece.split('"')[0] for piece in part(letter, "text/html").split('href="')[1:]]
    for found in (links, part(letter, "text/plain").splitlines()):
        into = [link for link in found if link.startswith(CALENDARS)]
        assert len(into) == 2 and not [link for link in into if invitation.key in link]
        assert [quote(asks, safe="") in link for link in into] == [True, True]


def test_links_in_the_text_are_short_whatever_the_host_has_written(invitation):
    invitation.night.note = "\u017b" * 500
    lines = part(letters.invitation_letter(invitation), "text/plain").splitlines()
    assert max(len(line) for line in lines if line.startswith(CALENDARS)) < 500


def test_what_is_called_off_is_offered_to_no_calendar(invitation):
    page = part(letters.night_letter(a_night_letter(NightLetter.CANCELLED, 1, invitation)), "text/html")
    assert "Long Street 12" in page and "calendar.google.com" not in page
    assert "Outlook" not in words(letters.night_letter(NightLetter.objects.get()))


def test_the_letter_of_a_night_names_the_answers_that_its_page_has(invitation):
    dated = words(letters.invitation_letter(invitation))
    invitation.night = None
    undated = words(letters.invitation_letter(invitation))
    assert ["No, thank you" in each for each in (dated, undated)] == [False, True]
