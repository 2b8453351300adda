# coding: utf-8
"""Headers of letters: whom they reach whatever the guest is called, their ids, and the way to stop them."""
from __future__ import unicode_literals

import re
from email.utils import parsedate_tz

import pytest

from invitations.mail import letters, unsubscribe
from invitations.models import NightLetter, Postage
from tests.invitations.mail.letters.reading import CARDS, all_letters, header
from tests.invitations.samples import a_night_letter, an_invitation, an_invitation_to_a_night, part, sent

pytestmark = pytest.mark.django_db
EVIL = "Ann\r\nBcc: all@example.org\u2028\x00\u202eevil.com \"Ann\" <x@y.zz> раypal.com"


def test_nobody_smuggles_a_header_in():
    for letter in all_letters(name=EVIL, note=EVIL, sender_name=EVIL):
        message = sent(letter)
        assert message["Bcc"] is None and message.get_all("To") and len(message.get_all("Subject")) == 1
        assert letter.recipients() == ["%s <bob@example.org>" % letter.to[0].rsplit(" <", 1)[0]]
        shown = header(letter, "To") + header(letter, "Subject")
        assert "\n" not in shown and "\u202e" not in shown and "evil. com" in shown and "xn--ypal-43d9g. com" in shown


@pytest.mark.parametrize("name", ["Łucja Żółw", "O'Brien, \"Bob\" (the one)", "@", "a" * 80, "ż" * 80,
                                  "=?utf-8?q?x?=", "李"])
def test_whatever_a_guest_is_called_the_letter_reaches_only_them(name):
    from email.utils import getaddresses
    message = sent(letters.invitation_letter(an_invitation(name=name)))
    assert [address for _, address in getaddresses([message["To"].replace("\n", "")])] == ["bob@example.org"]


def test_all_letters_can_be_stopped_with_one_click():
    for letter in all_letters():
        message = sent(letter)
        link = message["List-Unsubscribe"].strip()[1:-1]
        assert link.startswith(CARDS + "/invites/stop/") and unsubscribe.address_of(
            link.split("/")[-2]) == "bob@example.org"
        assert message["List-Unsubscribe-Post"] == "List-Unsubscribe=One-Click"
        assert link in part(letter,
                            "text/plain").splitlines() and 'href="%s"' % link in part(letter, "text/html")


def test_all_letters_say_that_a_machine_wrote_them_and_when():
    for letter in all_letters():
        assert sent(letter)["Auto-Submitted"] == "auto-generated" and parsedate_tz(sent(letter)["Date"])


def test_a_double_has_the_same_id_and_another_press_another():
    invitation = an_invitation()
    once = sent(letters.invitation_letter(invitation))["Message-ID"]
    assert once == sent(letters.invitation_letter(invitation))["Message-ID"]
    Postage.objects.create(host=invitation.sender, address=invitation.email)
    assert sent(letters.invitation_letter(invitation))["Message-ID"] != once
    assert re.match(r"<i[0-9]+\.[0-9a-f]{24}@cards\.example\.org>$", once) and invitation.key not in once


def test_every_letter_has_its_own_id():
    ids = [sent(letter)["Message-ID"] for letter in all_letters()]
    assert len(set(ids)) == 5


def test_whatever_the_reason_of_a_move_says_is_text():
    invitation = an_invitation_to_a_night()
    invitation.night.reason = EVIL
    letter = letters.night_letter(a_night_letter(NightLetter.NIGHT, 1, invitation))
    text, html = part(letter, "text/plain"), part(letter, "text/html")
    assert "\u202e" not in text + html and "evil.com" not in text + html and "<x@" not in html
