"""A host's account ends: the page says what that means, guests lose the date, and nothing names the host."""
from __future__ import unicode_literals

import datetime

import pytest
from django.core import mail
from django.utils import timezone

from accounts.privacy import account_deletion
from game.models import Room
from invitations import account_data
from invitations.hosting import nights, old_invitations
from invitations.mail import tasks
from invitations.models import GameNight, Invitation, NightLetter, StoppedAddress
from tests.game.pages import text_of

from .people import PASSWORD, a_guest, a_host
from .visits import link, look

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def host():
    return a_host("Annabella")


@pytest.fixture
def night(host):
    return GameNight.objects.create(room=host.room, host=host.user, starts=NOW + datetime.timedelta(days=2),
                                    uid="night", reason="Annabella has a cold.")


def a_holder(host, night, email="bob@example.org", **fields):
    """A guest with the date in the calendar."""
    return a_guest(host, email, name="Bob", night=night, sent=NOW, due=None, in_calendar=night.starts, **fields)


def send_all():
    for letter in NightLetter.objects.filter(due__isnull=False):
        tasks.send_letter({"id": letter.pk})


def test_the_page_says_first_how_many_get_a_letter(client, host, night):
    a_holder(host, night)
    a_holder(host, night, "cat@example.org")
    StoppedAddress.objects.create(address=a_holder(host, night, "dan@example.org").email)
    client.login(username=host.user.username, password=PASSWORD)
    page = text_of(client.get("/accounts/delete/"))
    assert "Your game nights are called off, and 2 guests who have the date get a letter of it." in page
    assert "3 open invitations of yours end" in page


def test_a_host_without_guests_is_told_nothing(host):
    assert account_data.leaving(host.user) == []


def test_every_calendar_ends_empty_and_no_letter_names_the_host(host, night):
    a_holder(host, night)
    account_deletion.delete_account(host.user)
    send_all()
    letter, = mail.outbox
    assert letter.to == ['"Bob" <bob@example.org>'] and "METHOD:CANCEL" in letter.alternatives[1][0]
    assert b"annabella" not in letter.message().as_bytes().lower() and "closed their account" in letter.body
    assert Invitation.objects.get().in_calendar is None


def test_a_letter_that_waits_is_all_that_keeps_an_address(host, night):
    a_holder(host, night)
    a_guest(host, "cat@example.org")
    account_deletion.delete_account(host.user)
    assert sorted(Invitation.objects.values_list("email", flat=True)) == ["", "bob@example.org"]
    old_invitations.clear_old()
    assert Invitation.objects.filter(email="bob@example.org").exists()
    send_all()
    old_invitations.clear_old()
    assert set(Invitation.objects.values_list("email", "name")) == {("", "")}


def test_a_night_that_was_called_off_before_is_told_of_once(host, night):
    a_holder(host, night)
    nights.cancel(night)
    account_deletion.delete_account(host.user)
    send_all()
    assert len(mail.outbox) == 1


def test_guests_of_another_host_of_the_room_are_told_by_that_one(host, night):
    eve = a_host("Eve")._replace(room=host.room)
    a_holder(eve, night)
    account_deletion.delete_account(host.user)
    send_all()
    assert [letter.subject.split(" on ")[0] for letter in mail.outbox] == ["Called off: cards with Eve"]
    assert Invitation.objects.get().email == "bob@example.org"


def test_the_link_says_what_happened(client, host, night):
    guest = a_guest(host)
    account_deletion.delete_account(host.user)
    answers = look(client, guest), client.post(link("accept", guest), {"name": "Bob"})
    assert {answer.status_code for answer in answers} == {410}
    assert all("closed their account here" in text_of(answer) for answer in answers)


def test_the_rows_that_stay_name_nobody(host, night):
    a_holder(host, night, note="Love, Annabella", last_error="550 <bob@example.org>")
    account_deletion.delete_account(host.user)
    left = Invitation.objects.get()
    assert (left.sender, left.sender_name, left.note, left.last_error) == (None, "", "", "")
    assert (GameNight.objects.get().host, GameNight.objects.get().reason) == (None, "")


def test_a_room_that_promised_a_last_letter_stays_until_it_has_gone(host, night):
    a_holder(host, night)
    account_deletion.delete_account(host.user)
    room = Room.objects.get()
    assert old_invitations.rooms_in_use({room.pk}) == {room.pk}
    GameNight.objects.update(starts=NOW - datetime.timedelta(days=400))
    NightLetter.objects.update(due=None)
    assert old_invitations.rooms_in_use({room.pk}) == set()
