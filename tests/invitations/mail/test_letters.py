# coding: utf-8
"""Letters to guests: who writes what to whom, in which language, and which letters must not go out."""
from __future__ import unicode_literals

import re
from email.header import decode_header
from email.utils import parsedate_tz

import pytest
import six
from django.utils import timezone

from invitations.mail import letters, unsubscribe
from invitations.mail.delivery import UnwantedLetterError
from invitations.models import NightLetter, Postage, StoppedAddress
from tests.invitations.samples import (
    NOTE,
    a_night,
    a_night_letter,
    an_invitation,
    an_invitation_to_a_night,
    in_days,
    part,
    sent,
    words,
)

pytestmark = pytest.mark.django_db
LANGUAGES = ["en", "de", "es", "fr", "pl"]
CARDS = "https://cards.example.org"
EVIL = "Ann\r\nBcc: all@example.org\u2028\x00\u202eevil.com \"Ann\" <x@y.zz> раypal.com"


@pytest.fixture(autouse=True)
def at_home(settings):
    """The site has a name and speaks https."""
    from common import sites
    settings.HTTPS = True
    sites.set_domain("cards.example.org")


def header(letter, name):
    """A header as people see it."""
    pieces = decode_header(re.sub(r"\r?\n(?=[ \t])", "", sent(letter)[name]))
    return "".join(six.ensure_text(text, charset or "ascii") for text, charset in pieces)


def all_letters(**fields):
    """One of each kind, newest first, for the same guest."""
    invitation = an_invitation_to_a_night(**fields)
    build = letters.night_letter
    yield letters.invitation_letter(invitation)
    yield build(a_night_letter(NightLetter.NIGHT, 0, invitation))
    yield build(a_night_letter(NightLetter.NIGHT, 1, invitation))
    yield build(a_night_letter(NightLetter.REMINDER, 1, invitation))
    yield build(a_night_letter(NightLetter.CANCELLED, 2, invitation))


def why_not(build, row):
    with pytest.raises(UnwantedLetterError) as reason:
        build(row)
    return str(reason.value)


def test_it_comes_from_the_site_and_goes_to_the_guest():
    letter = letters.invitation_letter(an_invitation())
    assert header(letter, "From") == "Invites <invites@cards.example.org>"
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
        assert re.search(r"Friday, \w+ \d+(<br>|, )7:30 p.m.", part(letter, kind))
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


def test_a_guest_without_a_name_is_greeted_too():
    letter = letters.invitation_letter(an_invitation(name=""))
    assert header(letter, "To") == "bob@example.org" and "\nHello,\n" in part(letter, "text/plain")


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
    assert re.match(r"<[0-9a-f]{40,64}@cards\.example\.org>$", once) and invitation.key not in once


def test_every_letter_has_its_own_id():
    ids = [sent(letter)["Message-ID"] for letter in all_letters()]
    assert len(set(ids)) == 5


def test_news_of_a_night_say_what_is_new():
    subjects = [re.sub("Friday.*", "Friday", letter.subject) for letter in all_letters()]
    assert subjects == ["Ann invites you to play cards: Friday", "Game night with Ann: Friday",
                        "New date for cards with Ann: Friday", "Soon: cards with Ann, 7:30 p.m.",
                        "Called off: cards with Ann on Friday"]


def test_all_but_a_cancellation_bring_the_link():
    keys = ["/invites/accept/" in part(letter, "text/html") for letter in all_letters()]
    assert keys == [True, True, True, True, False]


@pytest.mark.parametrize("language", LANGUAGES)
def test_text_is_readable_at_72_columns(language):
    for letter in all_letters(language=language, note="biscuits " * 50):
        lines = part(letter, "text/plain").splitlines()
        assert [line for line in lines if len(line) > 72 and "/invites/" not in line] == []
        assert "-- " in lines and not re.search("\n\n\n", "\n".join(lines))


@pytest.mark.parametrize("language, subject, night", [
    ("de", "Ann lädt dich zum Kartenspielen ein", r"Freitag, \d+\. \w+, 19:30"),
    ("es", "Ann te invita a jugar a las cartas", r"Viernes \d+ de [a-z]+, 19:30"),
    ("fr", "Ann t’invite à jouer aux cartes", r"Vendredi \d+ \w+, 19 h 30"),
    ("pl", "Ann zaprasza cię na karty", r"Piątek, \d+ \w+, 19:30"),
])
def test_it_speaks_the_guests_language(language, subject, night):
    letter = letters.invitation_letter(an_invitation_to_a_night(language=language))
    assert header(letter, "Subject").startswith(subject)
    assert re.search(night, part(letter, "text/plain"), re.UNICODE)
    assert '<html lang="%s">' % language in part(letter, "text/html")


def test_it_speaks_english_when_it_knows_no_better():
    assert letters.invitation_letter(an_invitation(language="tlh")).subject == "Ann invites you to play cards"


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


def test_who_cannot_come_is_not_reminded_but_hears_of_a_new_date():
    invitation = an_invitation_to_a_night(answer="no")
    assert why_not(letters.night_letter, a_night_letter(NightLetter.REMINDER, 0, invitation)) == \
        "They said that they cannot come."
    assert letters.night_letter(a_night_letter(NightLetter.NIGHT, 1, invitation))
