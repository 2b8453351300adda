"""Whom letters are from, and whom an answer goes to."""
from __future__ import unicode_literals

import pytest

from accounts import profiles
from invitations.mail import letters
from invitations.models import NightLetter
from tests.invitations.mail.letters.reading import header
from tests.invitations.samples import (
    a_night_letter,
    an_invitation,
    an_invitation_to_a_night,
    part,
    sent,
    words,
)
from tests.invitations.visits import again

pytestmark = pytest.mark.django_db


def test_it_comes_from_the_address_that_the_mail_server_knows(settings):
    settings.DEFAULT_FROM_EMAIL = "Our Cards <post@example.org>"
    letter = letters.invitation_letter(an_invitation_to_a_night(language="pl"))
    assert header(letter, "From") == '"Ann przez Our Cards" <post@example.org>'
    assert "mailto:post@example.org" in part(letter, "text/calendar")


def test_a_letter_of_a_deleted_account_comes_from_the_site_alone():
    invitation = an_invitation_to_a_night()
    letter = a_night_letter(NightLetter.WITHDRAWN, 1, invitation)
    invitation.sender, invitation.sender_name = None, ""
    invitation.save()
    assert header(letters.night_letter(letter), "From").startswith('"Cards Against Django" <')


def test_answers_go_to_a_host_who_has_agreed_and_to_nobody_else():
    invitation = an_invitation()
    assert "Reply-To" not in sent(letters.invitation_letter(invitation))
    profiles.change(invitation.sender, "Ann", "en", answers=True)
    letter = letters.invitation_letter(again(invitation))
    assert header(letter, "Reply-To") == "ann@example.org"
    assert "An answer to this letter goes to Ann" in words(letter) and "nobody reads" not in words(letter)


def test_an_address_that_is_not_confirmed_gets_no_answers():
    invitation = an_invitation()
    profiles.change(invitation.sender, "Ann", "en", answers=True)
    invitation.sender.emailaddress_set.update(verified=False)
    assert "Reply-To" not in sent(letters.invitation_letter(again(invitation)))
