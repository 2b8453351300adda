"""Every calendar ends empty: whoever was told a date and is not invited any more gets a CANCEL for it."""
from __future__ import unicode_literals

import re

import pytest
from django.core import mail
from django.utils import timezone

from invitations import guests, links
from invitations.hosting import nights, notices, services
from invitations.mail import delivery, letters, tasks
from invitations.models import GameNight, Invitation, NightLetter, StoppedAddress
from tests.invitations.hosting.test_nights import in_hours
from tests.invitations.people import a_guest
from tests.invitations.visits import again

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]


@pytest.fixture
def bob(host):
    """A guest whose invitation has brought the date."""
    nights.set_night(host.room, host.user, in_hours(72), "Europe/Warsaw")
    bob = a_guest(host, "bob@example.org", name="Bob", night=nights.current(host.room))
    send_all()
    return again(bob)


def send_all():
    """What the workers send now."""
    for model, task in ((Invitation, tasks.send_invite), (NightLetter, tasks.send_letter)):
        for row in model.objects.filter(due__isnull=False).order_by("pk"):
            task({"id": row.pk})


def calendar():
    """[(METHOD, SEQUENCE)] of the letters in the order they went, all of one UID."""
    found = [re.search("METHOD:(\\w+).*UID:(\\S+)", letter.alternatives[1][0], re.DOTALL).groups()
             + re.search("SEQUENCE:(\\d+)", letter.alternatives[1][0]).groups() for letter in mail.outbox]
    assert len({uid for _, uid, _ in found}) <= 1
    return [(method, int(number)) for method, _, number in found]


def test_a_date_that_is_taken_back_leaves_the_calendar(host, bob):
    services.revoke(host.user, bob.pk)
    send_all()
    assert calendar() == [("PUBLISH", 0), ("CANCEL", 1)] and again(bob).in_calendar is None
    assert mail.outbox[1].subject.startswith("Taken back:") and bob.key not in mail.outbox[1].body


def test_who_declines_has_no_date_left_and_a_way_back(bob):
    guests.decline(bob)
    send_all()
    assert calendar()[-1] == ("CANCEL", 1) and bob.get_absolute_url() in mail.outbox[1].body


def test_who_cannot_come_on_that_date_has_it_out_of_the_calendar(bob):
    guests.answer(bob, "no")
    send_all()
    assert calendar()[-1] == ("CANCEL", 1) and "cannot come to this game night" in mail.outbox[1].body


@pytest.mark.parametrize("say_no", [guests.decline, lambda bob: guests.answer(bob, "no")])
def test_who_says_no_and_asks_for_the_link_gets_no_date_into_the_calendar(host, bob, say_no):
    say_no(bob)
    send_all()
    links.send(host.room, bob.email)
    send_all()
    assert bob.get_absolute_url() in mail.outbox[-1].body and len(mail.outbox[-1].alternatives) == 1
    assert again(bob).in_calendar is None


def test_who_cannot_come_still_gets_a_message_that_is_on_its_way(host, bob):
    notices.say(host.room, "Bring tea")
    guests.answer(bob, "no")
    send_all()
    assert [letter.subject.split(" ")[0] for letter in mail.outbox[1:]] == ["A", "Out"]


def test_a_maybe_is_no_withdrawal(bob):
    guests.answer(bob, "maybe")
    send_all()
    assert len(mail.outbox) == 1


def test_who_never_got_the_date_gets_no_letter(host, bob):
    cat = a_guest(host, "cat@example.org", night=bob.night, due=None)
    services.revoke(host.user, cat.pk)
    assert not NightLetter.objects.exists()


def test_who_was_being_sent_the_date_when_it_was_taken_back_gets_both_in_order(host, bob):
    cat = a_guest(host, "cat@example.org", night=bob.night)

    def build(row):
        services.revoke(host.user, cat.pk)
        tasks.send_letter({"id": NightLetter.objects.get().pk})  # too early
        return letters.invitation_letter(bob)
    del mail.outbox[:]
    delivery.deliver(Invitation, cat.pk, build)
    send_all()
    assert calendar() == [("PUBLISH", 0), ("CANCEL", 1)]


def test_a_date_that_did_not_go_out_after_all_is_not_taken_away(host, bob):
    cat = a_guest(host, "cat@example.org", night=bob.night)

    def build(row):
        services.revoke(host.user, cat.pk)
        return letters.invitation_letter(again(cat))
    delivery.deliver(Invitation, cat.pk, build)
    send_all()
    assert len(mail.outbox) == 1 and NightLetter.objects.get().cause == "unwanted"


def test_who_is_invited_anew_gets_the_date_under_a_higher_number(host, bob):
    services.revoke(host.user, bob.pk)
    send_all()
    services.invite(host.player, host.user, "bob@example.org")
    send_all()
    assert calendar() == [("PUBLISH", 0), ("CANCEL", 1), ("PUBLISH", 2)]


@pytest.mark.parametrize("back", [guests.think_again, lambda bob: guests.answer(bob, "yes")])
def test_a_second_thought_brings_the_date_back(bob, back):
    guests.decline(bob)
    send_all()
    back(again(bob))
    send_all()
    assert calendar() == [("PUBLISH", 0), ("CANCEL", 1), ("PUBLISH", 2)] and again(bob).in_calendar


@pytest.mark.parametrize("hours, place", [(1, ""), (0, "Long Street 12")])
def test_a_second_thought_before_a_change_went_out_brings_the_change(host, bob, hours, place):
    starts = bob.night.starts + hours * nights.AN_HOUR
    nights.set_night(host.room, host.user, starts, "Europe/Warsaw", said={"place": place}, tell_guests=True)
    guests.answer(bob, "no")
    guests.answer(again(bob), "yes")
    send_all()
    assert again(bob).in_calendar == starts and [method for method, _ in calendar()] == 2 * ["PUBLISH"]
    assert place in mail.outbox[-1].body


def test_who_said_no_before_the_first_letter_with_the_date_gets_it_after_a_second_thought(host):
    cat = a_guest(host, "cat@example.org", sent=timezone.now(), due=None)
    nights.set_night(host.room, host.user, in_hours(72), "Europe/Warsaw")
    guests.answer(again(cat), "no")
    send_all()
    guests.answer(again(cat), "maybe")
    send_all()
    assert again(cat).in_calendar == again(cat).night.starts and len(mail.outbox) == 1


def test_who_said_no_before_the_invitation_went_gets_the_date_after_a_second_thought(host):
    nights.set_night(host.room, host.user, in_hours(72), "Europe/Warsaw")
    cat = a_guest(host, "cat@example.org", night=nights.current(host.room))
    guests.answer(cat, "no")
    send_all()
    assert again(cat).in_calendar is None
    guests.answer(again(cat), "yes")
    send_all()
    assert again(cat).in_calendar == again(cat).night.starts and len(mail.outbox) == 2


def test_a_second_thought_at_once_writes_no_letter(bob):
    guests.decline(bob)
    guests.think_again(again(bob))
    send_all()
    assert len(mail.outbox) == 1 and again(bob).in_calendar


def test_a_host_who_asks_again_keeps_the_date_in_place(host, bob):
    guests.decline(bob)
    services.send_again(host.user, bob.pk)
    send_all()
    assert [method for method, _ in calendar()] == ["PUBLISH", "PUBLISH"]


def test_turning_to_and_fro_ends_with_an_empty_calendar(bob):
    for _ in range(6):
        guests.decline(again(bob))
        send_all()
        guests.think_again(again(bob))
        send_all()
    assert [method for method, _ in calendar()] == ["PUBLISH", "CANCEL"] * 4 and again(bob).in_calendar is None


def test_other_guests_keep_their_news_and_their_answers(host, bob):
    cat = a_guest(host, "cat@example.org", night=bob.night, sent=in_hours(-1), due=None, answer="yes")
    nights.set_night(host.room, host.user, in_hours(96), "Europe/Warsaw")
    services.revoke(host.user, bob.pk)
    send_all()
    assert again(cat).in_calendar == GameNight.objects.get().starts and len(mail.outbox) == 3


def test_a_called_off_night_is_taken_away_once(host, bob):
    nights.cancel(bob.night)
    services.revoke(host.user, bob.pk)
    send_all()
    assert [method for method, _ in calendar()] == ["PUBLISH", "CANCEL"]


def test_who_wants_no_letters_gets_none(host, bob):
    StoppedAddress.objects.create(address="bob@example.org")
    services.revoke(host.user, bob.pk)
    send_all()
    assert len(mail.outbox) == 1 and NightLetter.objects.get().cause == "stopped"


def test_a_night_that_is_over_is_nobodys_news(host, bob):
    GameNight.objects.update(starts=in_hours(-48))
    services.revoke(host.user, bob.pk)
    assert not NightLetter.objects.exists()
