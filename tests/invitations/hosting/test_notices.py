"""What a host sends between a night's news: a question to the silent, and messages; both bounded."""
from __future__ import unicode_literals

import datetime

import pytest
from django.utils import timezone

from invitations import fate
from invitations.hosting import nights, notices
from invitations.hosting.services import Refused
from invitations.models import Invitation, NightLetter, Notice, StoppedAddress
from tests.invitations.people import a_guest
from tests.invitations.visits import a_night

pytestmark = pytest.mark.django_db


@pytest.fixture
def night(host):
    """A night of four guests with letters: three of them good, one silent."""
    stamp = timezone.now()
    night = a_night(host, a_guest(host, "bob@example.org", sent=stamp))
    for name, fields in (("cat", {"answer": "yes"}), ("dan", {"answer": "no"}), ("eve", {"declined": stamp})):
        a_guest(host, name + "@example.org", sent=stamp, night=night, **fields)
    return night


def addresses(queued):
    return sorted(letter.invitation.email for letter in queued)


def test_only_the_silent_are_asked_and_once_a_day(host, night, queued):
    assert notices.ask(host.room) == 1 and addresses(queued) == ["bob@example.org"]
    with pytest.raises(Refused) as refused:
        notices.ask(host.room)
    assert refused.value.code == "limit"
    Notice.objects.update(created=timezone.now() - datetime.timedelta(hours=25))
    assert notices.ask(host.room) == 1 and NightLetter.objects.filter(kind="ask").count() == 2


def test_where_all_have_answered_nobody_is_asked(host, night, queued):
    Invitation.objects.update(answer="yes")
    assert notices.ask(host.room) == 0 and not Notice.objects.exists()


def test_a_message_goes_to_all_three_times_a_day(host, night, queued):
    assert notices.say(host.room, "Bring tea") == (3, False)
    assert addresses(queued) == ["bob@example.org", "cat@example.org", "dan@example.org"]
    assert notices.say(host.room, "And https://evil.com") == (3, True)
    notices.say(host.room, "And cake")
    with pytest.raises(Refused) as refused:
        notices.say(host.room, "And more")
    assert refused.value.code == "limit"


@pytest.mark.parametrize("text", ["", " \n ", "x" * 1001])
def test_what_is_no_message_is_refused(host, night, text):
    with pytest.raises(Refused) as refused:
        notices.say(host.room, text)
    assert refused.value.code == "bad_request"


def test_without_a_night_there_is_nothing_to_say(host, night, queued):
    nights.cancel(night)
    for press in (lambda: notices.ask(host.room), lambda: notices.say(host.room, "Hello")):
        with pytest.raises(Refused):
            press()


def test_who_wants_no_letters_is_not_counted(host, night, queued):
    StoppedAddress.objects.create(address="bob@example.org")
    assert notices.ask(host.room) == 0


def test_a_lost_message_hides_no_missed_date(host, night):
    guest = Invitation.objects.get(email="bob@example.org")
    stamp = timezone.now()
    for kind in ("night", "message"):
        NightLetter.objects.create(invitation=guest, night=night, kind=kind, sequence=1, due=None, failed=stamp)
    assert fate.missed(guest)["kind"] == "moved"
