"""What changes beside the date: guests hear of it if the host wishes, and what they answered stays."""
from __future__ import unicode_literals

import pytest
from django.core import mail

from invitations import fate
from invitations.hosting import nights
from invitations.models import Invitation, NightLetter, StoppedAddress
from tests.invitations.hosting.test_moving_nights import answered, send, set_night, texts
from tests.invitations.hosting.test_nights import in_hours
from tests.invitations.people import a_guest

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]


@pytest.fixture
def bob(host):
    """Bob, who knows of the night and has said that he comes."""
    bob = a_guest(host, "bob@example.org", sent=in_hours(-24), due=None)
    set_night(host, 72, said={"place": "Park 1"})
    answered(host)
    return Invitation.objects.get(pk=bob.pk)


def change(host, tell=True, hours=3, **said):
    return set_night(host, 72, hours=hours, said=said, tell_guests=tell)


def test_nothing_goes_without_the_wish(host, bob):
    assert change(host, tell=False, place="Kitchen 7") == 0 and len(mail.outbox) == 1
    assert nights.current(host.room).place == "Kitchen 7"


def test_the_letter_names_what_changed_and_the_answer_stays(host, bob):
    assert change(host, hours=4, place="Kitchen 7") == 1
    assert "the place, the length. The date stays" in texts()[1] and "Where: Kitchen 7" in texts()[1]
    assert mail.outbox[1].subject.startswith("Changed: cards with Ann on ")
    assert Invitation.objects.get().answer == "yes"


def test_calendars_get_the_same_event_anew(host, bob):
    change(host, place="Kitchen 7")
    first, second = (letter.alternatives[1][0] for letter in mail.outbox)
    uid = "UID:" + nights.current(host.room).uid
    assert "SEQUENCE:0" in first and "SEQUENCE:1" in second and uid in first and uid in second
    assert "LOCATION:Kitchen 7" in second and Invitation.objects.get().calendar_number == 1


def test_who_does_not_come_or_wants_no_letters_is_not_told(host, bob):
    a_guest(host, "cat@example.org", sent=in_hours(-24), night=bob.night, answer="no")
    a_guest(host, "dan@example.org", sent=in_hours(-24), night=bob.night)
    StoppedAddress.objects.create(address="dan@example.org")
    assert nights.plan(host.room, bob.night.starts, 3, {"place": "Kitchen 7"}) == ("same", 1, 0, ["place"])
    assert change(host, place="Kitchen 7") == 1


def test_where_nothing_changes_nothing_is_told(host, bob):
    assert nights.plan(host.room, bob.night.starts, 3, {"place": "Park 1"}) == ("same", 0, 0, [])
    assert change(host, place="Park 1", plus_one=True) == 0


def test_telling_is_bounded_like_moving(host, bob):
    with pytest.raises(nights.BadNightError):
        for number in range(7):
            change(host, place="Kitchen %d" % number)
    assert len(mail.outbox) == 6 and nights.current(host.room).place == "Kitchen 4"


def test_one_that_has_not_gone_is_missed_and_a_move_overtakes_it(host, bob):
    nights.set_night(host.room, host.user, bob.night.starts, "UTC", said={"place": "Kitchen 7"}, tell_guests=True)
    assert fate.missed(Invitation.objects.get())["kind"] == "changed"
    nights.set_night(host.room, host.user, in_hours(96), "UTC")
    send(nights.current(host.room))
    assert [letter.subject[:8] for letter in mail.outbox[1:]] == ["New date"]
    assert NightLetter.objects.get(kind="changed").cause == "unwanted"
