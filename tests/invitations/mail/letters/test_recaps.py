"""The letter with a recap: people's words are harmless in it, and it speaks the guest's language."""
from __future__ import unicode_literals

import pytest
from django.utils import timezone

from game.models import Recap, Room, RoundResult
from game.recap import links
from invitations.mail import recap_letter
from invitations.models import RecapLetter
from tests.game.people import own
from tests.game.recap.nights import an_evening
from tests.invitations.mail.letters.reading import LANGUAGES, header
from tests.invitations.people import Host, a_user
from tests.invitations.samples import an_invitation, part

pytestmark = pytest.mark.django_db


def a_letter(**fields):
    table, user = an_evening(1), a_user("Ann")
    own(table, "ann", user)
    host = Host(user, table.room, table.player("ann"))
    row = RecapLetter(invitation=an_invitation(host, **fields), recap=links.make(table.player("ann")))
    row.save()
    return row


@pytest.mark.parametrize("language", LANGUAGES)
def test_it_is_written_in_every_language(language):
    letter = recap_letter.recap_letter(a_letter(language=language))
    link = RecapLetter.objects.get().recap.get_absolute_url()
    assert "https://cards.example.org" + link in part(letter, "text/plain").splitlines()
    assert link in part(letter, "text/html") and header(letter, "Subject")


def test_its_date_is_in_the_guests_language():
    row = a_letter(language="de")
    Recap.objects.update(expires=timezone.now().replace(year=timezone.now().year + 1, month=12, day=5))
    assert "Dezember" in part(recap_letter.recap_letter(RecapLetter.objects.get(pk=row.pk)), "text/plain")


def test_cards_and_names_are_text_in_it():
    row = a_letter(sender_name="Eve <script> https://evil.example")
    RoundResult.objects.update(black="<b>Look</b> at https://evil.example/x _")
    html = part(recap_letter.recap_letter(row), "text/html")
    assert "<script>" not in html and "<b>Look" not in html and "https://evil.example" not in html


def test_a_room_that_is_gone_has_no_letters():
    a_letter()
    Room.objects.all().delete()
    assert not RecapLetter.objects.exists()
