"""What the host reads of the letters to one guest: which news they know, which they missed, and why."""
from __future__ import unicode_literals

import datetime

import pytest
from django.utils import timezone

from invitations import fate
from invitations.models import GameNight, Invitation, NightLetter, StoppedAddress
from tests.invitations.people import a_guest, a_host
from tests.invitations.post import deliver, refusal, server
from tests.invitations.samples import a_night

from .visits import mark

__all__ = ["server"]  # a fixture
pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("told")]
NIGHT, CANCELLED = NightLetter.NIGHT, NightLetter.CANCELLED
NOW = timezone.now()


@pytest.fixture
def night():
    host = a_host("Ann")
    return a_night(host.room, host.user)


@pytest.fixture
def bob(night):
    return a_guest(a_host("Eve")._replace(room=night.room), night=night, sent=NOW - datetime.timedelta(days=1), due=None)


def news(bob, kind=NIGHT, sequence=0, **fields):
    fields.setdefault("due", None)
    fields.setdefault("starts", bob.night.starts)
    return NightLetter.objects.create(invitation=bob, night=bob.night, kind=kind, sequence=sequence, **fields)


def told(bob):
    said = fate.told(bob)
    return said and (said["kind"], said["starts"] is not None)


def missed(bob):
    said = fate.missed(bob)
    return said and (said["kind"], said["state"])


def test_an_invitation_that_has_not_gone_out_has_told_nothing(bob):
    assert fate.told(mark(bob, sent=None)) is None


def test_a_letter_that_came_back_has_told_nothing(bob, night):
    bob = mark(bob, in_calendar=night.starts, failed=NOW)
    news(bob, NIGHT, 1, sent=NOW, failed=NOW, cause="refused")
    assert told(bob) is None and missed(bob) == ("moved", "failed")


def test_an_invitation_tells_the_date_that_was_in_it(bob, night):
    assert told(bob) == ("invited", False)
    assert told(mark(bob, in_calendar=night.starts)) == ("invited", True)


@pytest.mark.parametrize("kind, sequence, word", [(NIGHT, 0, "night"), (NIGHT, 1, "moved"), (CANCELLED, 2, "cancelled"),
                                                  (NightLetter.REMINDER, 0, "reminder")])
def test_the_letter_that_went_last_is_what_they_know(bob, kind, sequence, word):
    news(bob, kind, sequence, sent=NOW)
    assert told(bob) == (word, True) and fate.missed(bob) is None


@pytest.mark.parametrize("fields, state", [
    ({"due": NOW}, "waiting"), ({"failed": NOW, "cause": "refused"}, "failed"),
    ({"failed": NOW, "cause": "unreached"}, "failed"), ({"failed": NOW, "cause": "stopped"}, "stopped")])
def test_news_that_has_not_come_says_why(bob, fields, state):
    news(bob, NIGHT, 1, last_error="550 no", **fields)
    starts = fate.missed(bob)["starts"]
    assert fate.missed(bob) == {"kind": "moved", "state": state, "reason": "550 no", "starts": starts}


def test_what_was_overtaken_is_not_missed(bob):
    news(bob, NIGHT, 1, failed=NOW, cause="refused")
    news(bob, NIGHT, 2, sent=NOW)
    assert fate.missed(bob) is None


@pytest.mark.parametrize("fields", [{"failed": NOW, "cause": "refused"}, {"due": NOW}])
def test_who_knows_the_date_that_a_night_is_moved_back_to_has_missed_nothing(bob, night, fields):
    news(bob, NIGHT, 1, failed=NOW, cause="refused", starts=night.starts + datetime.timedelta(days=1))
    news(bob, NIGHT, 2, **fields)
    bob = mark(bob, in_calendar=night.starts)
    assert told(bob) == ("invited", True) and fate.missed(bob) is None


def test_who_was_told_another_date_meanwhile_has_missed_the_way_back(bob, night):
    bob = mark(bob, in_calendar=night.starts + datetime.timedelta(days=1))
    news(bob, NIGHT, 1, sent=NOW, starts=bob.in_calendar)
    news(bob, NIGHT, 2, failed=NOW, cause="refused")
    assert fate.told(bob)["starts"] != fate.missed(bob)["starts"] and missed(bob) == ("moved", "failed")


def test_a_date_that_came_back_is_not_known(bob, night):
    bob = mark(bob, in_calendar=night.starts)
    news(bob, NIGHT, 1, sent=NOW, failed=NOW, cause="refused")
    assert (told(bob), missed(bob)) == (("invited", False), ("moved", "failed"))


def test_what_was_taken_back_before_it_went_is_not_missed(bob):
    news(bob, NIGHT, 1)
    assert fate.missed(bob) is None


def test_a_missed_reminder_is_no_missed_news(bob):
    news(bob, NightLetter.REMINDER, 0, failed=NOW, cause="refused")
    assert fate.missed(bob) is None


@pytest.mark.parametrize("stamp", ["revoked", "declined"])
def test_who_is_not_invited_any_more_misses_no_date(bob, stamp):
    news(bob, NIGHT, 1, failed=NOW, cause="refused")
    assert fate.missed(mark(bob, **{stamp: NOW})) is None


@pytest.mark.parametrize("kind", NightLetter.DATES)
def test_who_cannot_come_on_the_date_has_not_missed_it(bob, kind):
    news(bob, kind, 1, failed=NOW, cause="unwanted")
    assert fate.missed(mark(bob, answer="no")) is None


def test_the_end_of_a_night_is_missed_and_its_dates_are_not(bob, night):
    news(bob, NIGHT, 1, failed=NOW, cause="refused")
    night.cancelled = NOW
    night.save()
    assert fate.missed(Invitation.objects.get()) is None
    news(bob, CANCELLED, 2, failed=NOW, cause="refused")
    assert missed(Invitation.objects.get()) == ("cancelled", "failed")


def test_the_end_of_an_earlier_night_is_missed_beside_a_new_date(bob, night):
    news(bob, CANCELLED, 1, failed=NOW, cause="refused")
    new = GameNight.objects.create(room=night.room, host=night.host, starts=night.starts, uid="new")
    bob = mark(bob, night=new)
    news(bob, NIGHT, 0, sent=NOW)
    assert (told(bob), missed(bob)) == (("night", True), ("cancelled", "failed"))
    news(bob, NIGHT, 1, failed=NOW, cause="refused", starts=night.starts + datetime.timedelta(days=1))
    assert [letter.kind for letter in fate.missed_letters(bob)] == ["night", "cancelled"]


@pytest.mark.parametrize("fields, word", [({}, None), ({"revoked": NOW}, ("withdrawn", "failed"))])
def test_who_is_invited_anew_has_missed_no_end_of_the_old_invitation(bob, night, fields, word):
    news(bob, NightLetter.WITHDRAWN, 1, failed=NOW, cause="refused")
    a_guest(a_host("Ed")._replace(room=night.room), bob.email, night=night, **fields)
    assert missed(mark(bob, revoked=NOW)) == word


def test_after_the_night_nothing_is_missed(bob, night):
    news(bob, NIGHT, 1, failed=NOW, cause="refused")
    night.starts = NOW - datetime.timedelta(days=1)
    night.save()
    assert fate.missed(Invitation.objects.get()) is None


def test_an_invitation_that_went_again_tells_the_date(bob):
    news(bob, NIGHT, 1, failed=NOW, cause="refused")
    assert fate.missed(mark(bob, sent=NOW + datetime.timedelta(minutes=1))) is None


def test_what_was_kept_here_is_missed_and_told_nobody(bob, night):
    news(bob, NIGHT, 1, sent=NOW, kept=True)
    assert missed(mark(bob, kept=True)) == ("moved", "kept") and fate.told(mark(bob, kept=True)) is None
    assert told(mark(bob, kept=False)) == ("invited", False)


def test_an_invitation_that_went_after_the_news_was_kept_tells_the_date(bob):
    news(bob, NIGHT, 1, sent=NOW, kept=True)
    assert fate.missed(mark(bob, sent=NOW + datetime.timedelta(minutes=1))) is None


def test_the_cause_is_written_down_when_a_letter_fails(bob, server, settings):
    settings.LETTER_RETRY_SECONDS = []
    for answer, cause in ((refusal(550), "refused"), (refusal(451), "unreached"), (EnvironmentError(), "unreached")):
        server.append(answer)
        deliver(mark(bob, sent=None, failed=None, due=NOW, attempts=0))
        assert Invitation.objects.get().cause == cause
    StoppedAddress.objects.create(address=bob.email)
    deliver(mark(bob, failed=None, due=NOW, attempts=0))
    assert Invitation.objects.get().cause == "stopped"
