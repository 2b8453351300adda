"""What a calendar holds of an earlier date is ended, whatever came between: a refusal, a new date, another answer,
another invitation.
"""
from __future__ import unicode_literals

import pytest
from django.core import mail
from icalendar import Calendar

from invitations import account_data, fate, guests
from invitations.hosting import missed, nights, services
from invitations.inbox import messages
from invitations.mail import unsubscribe
from invitations.models import Invitation, NightLetter, Postage
from tests.invitations.hosting.test_nights import in_hours
from tests.invitations.hosting.test_withdrawals import send_all
from tests.invitations.inbox.returned import bounce
from tests.invitations.people import a_guest
from tests.invitations.post import refusal, server
from tests.invitations.visits import again, mark

__all__ = ["server"]  # a fixture
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]


@pytest.fixture(autouse=True)
def leaves(monkeypatch):
    """A mail server takes the letters, or refuses them."""
    monkeypatch.setattr("common.web.senders.letters_leave", lambda: True)


def set_night(host, hours):
    return nights.set_night(host.room, host.user, in_hours(hours), "Europe/Warsaw")[0]


def refuse(server, letters=1):
    """The mail server takes none of the letters that go now."""
    server.extend(refusal(550) for _ in range(letters))
    send_all()
    assert not server


def calendar():
    """The starts of what Bob's calendar shows after all letters: of each UID what its highest SEQUENCE says."""
    entries = {}
    for letter in mail.outbox:
        for content, kind in letter.alternatives:
            if not kind.startswith("text/calendar"):
                continue
            event, off = Calendar.from_ical(content).walk("VEVENT")[0], "method=CANCEL" in kind
            known = entries.get(event["UID"], (-1, None))
            entries[event["UID"]] = max(known, (event["SEQUENCE"], None if off else event["DTSTART"].dt),
                                        key=lambda entry: entry[0])
    return sorted(start for _, start in entries.values() if start)


@pytest.fixture
def bob(host):
    """A guest whose invitation has brought the date of the first night."""
    bob = a_guest(host, "bob@example.org", name="Bob", night=set_night(host, 72))
    send_all()
    assert calendar() == [bob.night.starts]
    return again(bob)


def test_a_night_whose_end_was_refused_ends_after_the_next_one_was_set(host, bob, server):
    nights.cancel(bob.night)
    refuse(server)
    later = set_night(host, 96)
    send_all()
    assert len(calendar()) == 2 and fate.missed(again(bob))["kind"] == "cancelled"
    assert missed.send_again(host.user, host.room) == 1
    send_all()
    assert calendar() == [later.starts] and fate.missed(again(bob)) is None


def test_an_end_that_came_back_goes_again(host, bob):
    nights.cancel(bob.night)
    send_all()
    assert messages.take(bounce(mail.outbox[-1].extra_headers["Message-ID"])) == messages.BOUNCE
    assert missed.send_again(host.user, host.room) == 1
    send_all()
    assert len(mail.outbox) == 3 and fate.missed(again(bob)) is None


def test_two_ends_that_were_refused_both_go_again(host, bob, server):
    for hours in (96, 120):
        nights.cancel(again(bob).night)
        refuse(server)
        later = set_night(host, hours)
        send_all()
    assert missed.send_again(host.user, host.room) == 2
    send_all()
    assert calendar() == [later.starts]


def test_the_button_in_the_row_sends_the_end_that_was_missed_and_costs_nothing(host, bob, server):
    nights.cancel(bob.night)
    refuse(server)
    _, left = missed.again(host.user, bob.pk)
    send_all()
    assert calendar() == [] and mail.outbox[-1].subject.startswith("Called off")
    assert left["hour"] == 20 and not Postage.objects.exists()


def test_the_button_of_who_was_taken_back_sends_the_end_too(host, bob, server):
    services.revoke(host.user, bob.pk)
    refuse(server)
    missed.again(host.user, bob.pk)
    send_all()
    assert calendar() == []
    with pytest.raises(services.Refused):
        missed.again(host.user, bob.pk)


def test_the_button_sends_the_new_date_to_who_sits_at_the_table(host, bob, server):
    mark(bob, accepted=in_hours(0), player=host.player)
    later = set_night(host, 96)
    refuse(server)
    missed.again(host.user, bob.pk)
    send_all()
    assert calendar() == [later.starts]


def test_without_missed_news_the_button_sends_the_invitation(host, bob):
    missed.again(host.user, bob.pk)
    send_all()
    assert mail.outbox[-1].subject.startswith("Ann invites you") and Postage.objects.count() == 1


def test_who_wanted_no_letters_for_a_while_gets_the_end_afterwards(host, bob):
    token = unsubscribe.token_for(bob.email)
    unsubscribe.stop(token)
    nights.cancel(bob.night)
    send_all()
    assert (fate.missed(again(bob))["state"], missed.send_again(host.user, host.room)) == ("stopped", 0)
    unsubscribe.start_again(token)
    assert fate.missed(again(bob))["state"] == "failed" and "no more" not in fate.missed(again(bob))["reason"]
    assert missed.send_again(host.user, host.room) == 1
    send_all()
    assert calendar() == []


def test_a_no_to_a_letter_that_was_sent_again_takes_the_date_out_once_more(host, bob):
    guests.answer(bob, "no")
    send_all()
    missed.again(host.user, bob.pk)
    send_all()
    assert again(bob).answer == "" and calendar() == [bob.night.starts]
    for _ in range(2):
        guests.answer(again(bob), "no")
    send_all()
    assert calendar() == [] and NightLetter.objects.filter(sent__isnull=False).count() == 2


def test_a_no_after_a_refused_end_tries_it_once_more(bob, server):
    guests.answer(bob, "no")
    refuse(server)
    guests.answer(again(bob), "no")
    send_all()
    assert calendar() == []


def test_who_declined_is_asked_again_to_the_date_there_is_now(host, bob, server):
    guests.decline(bob)
    refuse(server)
    nights.cancel(bob.night)
    refuse(server)
    later = set_night(host, 96)
    missed.again(host.user, bob.pk)  # the end that was missed
    missed.again(host.user, bob.pk)
    send_all()
    assert calendar() == [later.starts]


def test_an_end_that_waits_is_told_although_they_are_asked_to_the_next_night(host, bob):
    guests.decline(bob)
    nights.cancel(bob.night)
    later = set_night(host, 96)
    services.send_again(host.user, bob.pk)
    send_all()
    assert calendar() == [later.starts] and "Your seat stays yours" not in mail.outbox[-1].body


def invited_anew(host, server):
    """Bob was taken back, the letter of it was refused, and he is invited once more. Returns the two rows."""
    bob, = Invitation.objects.all()
    services.revoke(host.user, bob.pk)
    refuse(server)
    anew, = services.invite(host.player, host.user, bob.email).invited
    return bob, anew


def test_who_is_invited_anew_is_never_told_that_they_are_not(host, bob, server):
    bob, anew = invited_anew(host, server)
    send_all()
    assert fate.missed(again(bob)) is None and missed.send_again(host.user, host.room) == 0
    assert calendar() == [bob.night.starts] and "Taken back" not in mail.outbox[-1].subject


def test_a_night_that_is_called_off_ends_the_date_of_both_invitations_by_one_letter(host, bob, server):
    bob, anew = invited_anew(host, server)
    send_all()
    nights.cancel(bob.night)
    send_all()
    assert calendar() == [] and len(mail.outbox) == 3


def test_a_date_of_an_invitation_that_was_taken_back_ends_with_the_night_if_the_new_one_never_came(host, bob, server):
    bob, anew = invited_anew(host, server)
    refuse(server)
    nights.cancel(bob.night)
    send_all()
    assert calendar() == [] and "Your seat stays yours" not in mail.outbox[-1].body


def test_a_date_is_told_to_whose_invitation_failed_and_who_had_an_earlier_one(host, bob):
    mark(bob, failed=in_hours(0))
    nights.cancel(bob.night)
    later = set_night(host, 96)
    send_all()
    assert calendar() == [later.starts]


def test_an_account_that_goes_ends_the_earlier_dates_too(host, bob, server):
    nights.cancel(bob.night)
    refuse(server)
    set_night(host, 96)
    send_all()
    account_data.forget(host.user)
    send_all()
    assert calendar() == [] and "Ann" not in mail.outbox[-1].subject + mail.outbox[-1].body
