# coding: utf-8
"""What letters to guests say: who invites whom to what, until when, and by which link."""
from __future__ import unicode_literals

import datetime
import re

import pytest
from django.utils import timezone

from common.compat import get_zone, in_zone
from invitations.mail import letters
from tests.invitations.mail.letters.reading import CARDS, all_letters, header
from tests.invitations.samples import NOTE, an_invitation, an_invitation_to_a_night, part, words

pytestmark = pytest.mark.django_db


def test_links_are_as_light_as_the_text_around_them_where_letters_are_dark():
    letter = part(letters.invitation_letter(an_invitation_to_a_night()), "text/html")
    dark = letter[letter.index("prefers-color-scheme: dark"):letter.index("</style>")]
    line = re.search(r'<p class="(\w+)"[^>]*>Add to calendar: <a [^>]*style="color:', letter)
    assert re.search(r"\.card \.%s a {[^}]*color: #c[^}]*!important" % line.group(1), dark)


def test_it_comes_from_the_site_and_goes_to_the_guest():
    letter = letters.invitation_letter(an_invitation())
    assert header(letter, "From") == '"Ann via Cards Against Django" <invites@cards.example.org>'
    assert header(letter, "To") == '"Bob" <bob@example.org>'
    assert header(letter, "Subject") == "Ann invites you to play cards"
    assert "ann@example.org" not in letter.message().as_string()


def test_its_link_is_the_guests_own_and_on_a_line_of_its_own():
    invitation = an_invitation()
    letter = letters.invitation_letter(invitation)
    link = "%s/invites/accept/%s/" % (CARDS, invitation.key)
    assert link in part(letter, "text/plain").splitlines()
    assert 'href="%s"' % link in part(letter, "text/html")


def test_it_says_who_invites_whom_and_until_when():
    invitation = an_invitation(expires=timezone.now(
        ).replace(year=timezone.now().year + 1, month=6, day=5, hour=12))
    text = words(letters.invitation_letter(invitation))
    for piece in ("Hello Bob,", "Ann invited bob@example.org at cards.example.org", "June 5.", "your seat",
                  "No, thank you"):
        assert piece in text


def test_it_tells_the_night_on_the_hosts_clock():
    letter = letters.invitation_letter(an_invitation_to_a_night())
    assert re.match("Ann invites you to play cards: Friday, [A-Z][a-z]+ [0-9]+$", header(letter, "Subject"))
    for kind in ("text/plain", "text/html"):
        assert re.search(r"Friday, \w+ \d+(<br>|, )7:30 PM", part(letter, kind))
        assert "Europe/Warsaw time" in part(letter, kind) and "about 3 hours" in part(letter, kind)


def test_an_invitation_forgets_a_night_that_was_called_off():
    invitation = an_invitation_to_a_night()
    invitation.night.cancelled = timezone.now()
    letter = letters.invitation_letter(invitation)
    assert "Friday" not in letter.subject and "text/calendar" not in letter.message().as_string()


def test_its_note_is_text_in_html_and_no_link_anywhere():
    letter = letters.invitation_letter(an_invitation(note=NOTE))
    html, text = part(letter, "text/html"), part(letter, "text/plain")
    assert "https: //example. com/rules?x=1 &lt;b&gt;read&lt;/b&gt; them!" in html
    assert "> Bring the good biscuits.\n> The rules are at https: //example. com/rules?x=1 <b>read</b> them!" in text
    assert "<b>" not in html


def test_a_guest_without_a_name_is_greeted_too():
    letter = letters.invitation_letter(an_invitation(name=""))
    assert header(letter, "To") == "bob@example.org" and "\nHello,\n" in part(letter, "text/plain")


def test_news_of_a_night_say_what_is_new():
    subjects = [re.sub("Friday.*", "Friday", letter.subject) for letter in all_letters()]
    assert subjects == ["Ann invites you to play cards: Friday", "Game night with Ann: Friday",
                        "New date for cards with Ann: Friday", "Soon: cards with Ann, 7:30 PM",
                        "Called off: cards with Ann on Friday"]


def test_all_but_a_cancellation_bring_the_link():
    keys = ["/invites/accept/" in part(letter, "text/html") for letter in all_letters()]
    assert keys == [True, True, True, True, False]


@pytest.mark.parametrize("language, day", [("en", "Friday, December\xa04"), ("de", "Freitag, 4.\xa0Dezember"),
                                           ("es", "Viernes 4\xa0de\xa0diciembre"), ("fr", "Vendredi 4\xa0décembre"),
                                           ("pl", "Piątek, 4\xa0grudnia")])
def test_a_date_in_large_letters_breaks_after_the_name_of_the_day_only(language, day):
    friday = in_zone(datetime.datetime(2099, 12, 4, 19, 30), get_zone("Europe/Warsaw"))
    invitation = an_invitation_to_a_night(language=language)
    invitation.night.starts = friday
    assert day in part(letters.invitation_letter(invitation), "text/html")


def test_outlook_on_windows_gets_tables_that_are_closed_again():
    html = part(letters.invitation_letter(an_invitation_to_a_night()), "text/html")
    only_there = "".join(re.findall(r"<!--\[if mso\]>(.*?)<!\[endif\]-->", html, re.DOTALL))
    for tag in ("table", "tr", "td"):
        assert len(re.findall("<%s[ >]" % tag, only_there)) == only_there.count("</%s>" % tag) > 1
    assert only_there.count("/invites/accept/") == 1
