"""What comes back by mail: a calendar's answer is the guest's answer, and a bounce is told to the host."""
from __future__ import unicode_literals

import datetime

import pytest
from django.core.management import call_command
from django.core.management.base import CommandError

from common.compat import get_zone, reverse
from invitations import fate
from invitations.hosting import services
from invitations.inbox import messages
from invitations.mail import letters
from invitations.models import NightLetter, Postage
from tests.invitations.people import a_host
from tests.invitations.post import stored
from tests.invitations.samples import a_night_letter, an_invitation, an_invitation_to_a_night, sent
from tests.invitations.visits import again

from .returned import answer, as_sent, bounce

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]
SECRET = "a-secret-of-some-length"


@pytest.fixture
def guest():
    return as_sent(an_invitation_to_a_night())


def id_of(guest):
    return sent(letters.invitation_letter(guest))["Message-ID"]


@pytest.mark.parametrize("word,kept", [("ACCEPTED", "yes"), ("DECLINED", "no"), ("TENTATIVE", "maybe")])
def test_an_answer_is_the_guests_and_the_host_hears_it(guest, told, word, kept):
    assert messages.take(answer(guest.night, word)) == messages.ANSWER
    assert stored(guest).answer == kept and told == [guest.pk]


@pytest.mark.parametrize("change", [
    {"word": "NEEDS-ACTION"}, {"address": "eve@example.org"}, {"method": "REQUEST"}, {"method": "COUNTER"}, {"sequence": -1}])
def test_what_is_no_answer_to_this_night_changes_nothing(guest, told, change):
    assert messages.take(answer(guest.night, **change)) == messages.NOTHING
    assert stored(guest).answer == "" and told == []


def test_an_answer_in_another_spelling_of_the_address_counts(guest):
    assert messages.take(answer(guest.night, address="BOB@Example.org")) == messages.ANSWER


@pytest.mark.parametrize("writer", ["eve@example.org", "Bob bob@example.org <eve@example.org>",
                                    "eve@example.org, bob@example.org", "bob@example.org, eve@example.org", "<>"])
def test_nobody_answers_for_another_guest(guest, told, caplog, writer):
    assert messages.take(answer(guest.night, writer=writer)) == messages.NOTHING
    assert stored(guest).answer == "" and told == [] and "invitation %d" % guest.pk in caplog.text


def test_a_guest_answers_by_name_and_address(guest):
    assert messages.take(answer(guest.night, writer="Bob Smith <BOB@example.org>")) == messages.ANSWER


def test_each_guest_of_a_night_answers_for_themselves_alone(guest):
    cat = as_sent(an_invitation(a_host("Cat"), email="cat@example.org", night=guest.night))
    messages.take(answer(guest.night, address="cat@example.org", writer="bob@example.org"))
    assert (stored(guest).answer, stored(cat).answer) == ("", "")
    messages.take(answer(guest.night, address="cat@example.org"))
    assert (stored(guest).answer, stored(cat).answer) == ("", "yes")


def test_an_answer_to_the_date_before_a_move_counts_no_more(guest):
    starts = again(guest).night.starts.astimezone(get_zone("UTC"))
    assert messages.take(answer(guest.night, starts=starts - datetime.timedelta(days=1))) == messages.NOTHING
    assert messages.take(answer(guest.night, starts=starts, sequence=-1)) == messages.ANSWER


def test_an_invitation_that_was_taken_back_is_answered_no_more(guest):
    services.revoke(guest.sender, guest.pk)
    assert messages.take(answer(guest.night)) == messages.NOTHING


@pytest.mark.parametrize("headers_only", [True, False])
def test_a_bounce_is_told_in_the_guests_row(guest, told, headers_only):
    assert messages.take(bounce(id_of(guest), headers_only=headers_only)) == messages.BOUNCE
    assert stored(guest).failed and stored(guest).last_error == "bounced: 550 5.1.1 nobody here" and told == [guest.pk]


def test_news_of_a_night_bounce_too(guest, told):
    news = a_night_letter(NightLetter.NIGHT, invitation=guest)
    name = sent(letters.night_letter(news))["Message-ID"]
    NightLetter.objects.update(sent=guest.sent, due=None)
    assert messages.take(bounce(name)) == messages.BOUNCE
    assert NightLetter.objects.get().last_error.startswith("bounced:") and stored(guest).failed is None
    assert fate.missed(stored(guest))["reason"] == "bounced: 550 5.1.1 nobody here" and told == [guest.pk]


def test_a_letter_that_is_only_late_has_not_failed(guest):
    assert messages.take(bounce(id_of(guest), action="delayed")) == messages.NOTHING and stored(guest).failed is None


def test_nobody_makes_a_bounce_who_has_not_seen_the_letter(guest):
    name, _, host = id_of(guest).partition("@")
    assert messages.take(bounce(name[:-1] + "x@" + host)) == messages.NOTHING
    assert messages.take(bounce("<i%d.%s@cards>" % (guest.pk, "0" * 24))) == messages.NOTHING
    assert stored(guest).failed is None


def test_a_bounce_of_the_letter_before_says_nothing_of_the_next_one(guest, queued):
    services.send_again(guest.sender, guest.pk)
    old = id_of(guest)
    as_sent(guest)
    services.send_again(guest.sender, guest.pk)
    as_sent(guest)
    assert messages.take(bounce(old)) == messages.NOTHING and stored(guest).failed is None


def test_a_bounce_counts_though_the_guest_was_invited_to_another_room_meanwhile(guest, queued):
    services.send_again(guest.sender, guest.pk)
    old = id_of(guest)
    as_sent(guest)
    Postage.objects.create(host=guest.sender, address=guest.email)
    assert messages.take(bounce(old)) == messages.BOUNCE and stored(guest).failed is not None


@pytest.mark.parametrize("junk", [
    b"", b"\xff\x00", b"Subject: Hello\n\nHow are you?", b"Content-Type: text/calendar\n\nBEGIN:VCALENDAR",
    b"Content-Type: multipart/report; boundary=x\n\n--x\nContent-Type: message/delivery-status\n\nnothing\n--x--"])
def test_anything_else_is_left_alone(guest, junk):
    assert messages.take(junk) == messages.NOTHING and stored(guest).answer == ""


def post(client, content, **headers):
    return client.generic("POST", reverse("invitations:inbox"), content, content_type="message/rfc822", **headers)


@pytest.mark.parametrize("secret", ["Bearer " + SECRET, "Basic dTphLXNlY3JldC1vZi1zb21lLWxlbmd0aA=="])
def test_a_mail_provider_hands_messages_over(client, guest, settings, secret):
    settings.INBOX_SECRET = SECRET
    response = post(client, answer(guest.night), HTTP_AUTHORIZATION=secret)
    assert response.content == b'{"taken": "answer"}' and stored(guest).answer == "yes"


@pytest.mark.parametrize("secret", ["", "Bearer", "Bearer x", "Basic !", "Basic eA=="])
def test_nobody_else_hands_over_anything(client, guest, settings, secret):
    settings.INBOX_SECRET = SECRET
    assert post(client, answer(guest.night), HTTP_AUTHORIZATION=secret).status_code == 403 and stored(guest).answer == ""


def test_secrets_are_not_guessed_for_long(client, settings, standing_clock):
    settings.INBOX_SECRET = SECRET
    answers = [post(client, b"", HTTP_AUTHORIZATION="Bearer %d" % number).status_code for number in range(12)]
    assert answers[0] == 403 and answers[-1] == 429


def test_a_site_without_a_secret_takes_nothing(client):
    assert post(client, b"x").status_code == 404


def test_a_message_has_an_end(client, settings):
    settings.INBOX_SECRET = SECRET
    assert post(client, b"x" * (messages.MESSAGE_BYTES + 1), HTTP_AUTHORIZATION="Bearer " + SECRET).status_code == 413


def test_the_command_wants_a_mailbox():
    with pytest.raises(CommandError):
        call_command("read_inbox")
