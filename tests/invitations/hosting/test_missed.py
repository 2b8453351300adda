"""News that guests missed goes out once more, to all of them at one press and to nobody else."""
from __future__ import unicode_literals

import datetime

import pytest
from django.core import mail
from django.utils import timezone

from invitations.hosting import missed, permissions, services
from invitations.mail import tasks, unsubscribe
from invitations.models import NightLetter
from tests.invitations.people import a_guest, a_host
from tests.invitations.post import refusal, server
from tests.invitations.samples import a_night

__all__ = ["server"]  # a fixture
pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture
def night(host):
    return a_night(host.room, host.user)


def news(host, night, email, **fields):
    """A guest with a letter of the night that has failed, unless the fields say otherwise."""
    guest = a_guest(host, email, night=night, sent=NOW - datetime.timedelta(days=1), due=None)
    fields = dict({"due": None, "failed": NOW, "cause": "refused", "last_error": "550 no"}, **fields)
    return NightLetter.objects.create(invitation=guest, night=night, kind="night", sequence=0, **fields)


def test_all_who_missed_it_get_it_again(host, night, queued):
    bob, cat = news(host, night, "bob@example.org"), news(host, night, "cat@example.org", cause="unreached")
    news(host, night, "dan@example.org", failed=None, sent=NOW)
    news(host, night, "eve@example.org", failed=None, due=NOW)
    assert missed.send_again(host.user, host.room) == 2
    assert {letter.pk for letter in queued} == {bob.pk, cat.pk}
    bob.refresh_from_db()
    assert bob.due and (bob.failed, bob.cause, bob.last_error) == (None, "", "")


@pytest.mark.parametrize("cause", ["stopped", "unwanted"])
def test_who_wants_no_letters_is_left_in_peace(host, night, queued, cause):
    news(host, night, "bob@example.org", cause=cause)
    assert missed.send_again(host.user, host.room) == 0 and queued == []


@pytest.mark.parametrize("leave, letters", [(True, 1), (False, 0)])
def test_what_was_kept_goes_once_there_is_a_mail_server(host, night, queued, monkeypatch, leave, letters):
    monkeypatch.setattr("common.web.senders.letters_leave", lambda: leave)
    news(host, night, "bob@example.org", failed=None, cause="", sent=NOW, kept=True)
    assert missed.send_again(host.user, host.room) == letters
    assert NightLetter.objects.get().kept is not leave


def test_a_second_press_sends_nothing(host, night, queued):
    news(host, night, "bob@example.org")
    assert [missed.send_again(host.user, host.room) for _ in range(2)] == [1, 0]


def test_guests_beyond_the_newest_are_shown_and_get_it_too(host, night, queued, monkeypatch):
    monkeypatch.setattr(permissions, "SHOWN", 1)
    bob = news(host, night, "bob@example.org")
    for name in ("cat", "dan"):
        news(host, night, name + "@example.org", failed=None, sent=NOW)
    assert [one.email[:3] for one in permissions.sent_by(host.user, host.room)] == ["dan", "bob"]
    assert missed.send_again(host.user, host.room) == 1 and queued == [bob]


def test_guests_of_others_are_nobodys_business(host, night, queued):
    news(a_host("Eve")._replace(room=host.room), night, "bob@example.org")
    assert missed.send_again(host.user, host.room) == 0


def test_there_is_an_end_to_it(host, night, queued):
    letter = news(host, night, "bob@example.org")
    for _ in range(12):
        missed.send_again(host.user, host.room)
        NightLetter.objects.update(due=None, failed=NOW, cause="refused")
    with pytest.raises(services.Refused) as refused:
        missed.send_again(host.user, host.room)
    assert refused.value.code == "limit" and NightLetter.objects.get(pk=letter.pk).due is None


def test_the_host_sees_a_letter_fail_and_come_the_second_time(host, night, server, told):
    letter = news(host, night, "bob@example.org", failed=None, due=NOW)
    server.append(refusal(550))
    tasks.send_letter({"id": letter.pk})
    missed.send_again(host.user, host.room)
    tasks.send_letter({"id": letter.pk})
    assert len(mail.outbox) == 1 and told == [letter.invitation_id] * 2


def test_the_host_sees_who_stops_all_letters(host, night, told):
    letter = news(host, night, "bob@example.org", failed=None, due=NOW)
    unsubscribe.stop(unsubscribe.token_for("bob@example.org"))
    letter.refresh_from_db()
    assert letter.cause == "stopped" and told == [letter.invitation_id]
