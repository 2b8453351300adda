"""How many letters may go, and when the next may: by hour, by day, and to one address from everybody."""
from __future__ import unicode_literals

import datetime

import pytest
from django.utils import timezone

from invitations.hosting import quota
from invitations.models import Postage
from tests.invitations.people import a_user

pytestmark = pytest.mark.django_db
NOW = timezone.now()


@pytest.fixture(autouse=True)
def small(settings, monkeypatch):
    """Two an hour, three a day, two to one address; and a clock that stands."""
    settings.INVITES_AN_HOUR, settings.INVITES_A_DAY, settings.LETTERS_TO_ONE_ADDRESS = 2, 3, 2
    monkeypatch.setattr("invitations.hosting.quota.timezone.now", lambda: NOW)


@pytest.fixture
def ann():
    return a_user("Ann")


def posted(host, *minutes_ago, **to):
    for minutes in minutes_ago:
        row = Postage.objects.create(host=host, address=to.get("address", "x@example.org"))
        Postage.objects.filter(pk=row.pk).update(created=NOW - datetime.timedelta(minutes=minutes))


def stamps(host, *addresses):
    return quota.SendQuota(host, addresses)


def test_a_new_host_has_all_stamps(ann):
    assert stamps(ann).left == {"hour": 2, "day": 3} and stamps(ann).refusal("bob@example.org") == ""


def test_what_was_posted_an_hour_ago_counts_for_the_day_only(ann):
    posted(ann, 61, 60, 59)
    assert stamps(ann).left == {"hour": 0, "day": 0}
    Postage.objects.all()[0].delete()
    assert stamps(ann).left == {"hour": 1, "day": 1}


def test_what_was_posted_a_day_ago_counts_no_more(ann):
    posted(ann, 24 * 60, 24 * 60 + 1)
    assert stamps(ann).left == {"hour": 2, "day": 3}


def test_never_more_an_hour_than_the_day_has_left(ann):
    posted(ann, 120, 90)
    assert stamps(ann).left == {"hour": 1, "day": 1}


@pytest.mark.parametrize("minutes_ago,words", [
    ((50, 5), "2 letters an hour is all the post office takes. More may go in 10 minutes."),
    ((59.5, 1), "2 letters an hour is all the post office takes. More may go in a minute."),
    ((300, 200, 100), "3 letters a day is all the post office takes. More may go in 19 hours."),
    ((23 * 60, 200, 10), "3 letters a day is all the post office takes. More may go in 60 minutes.")])
def test_beyond_the_limit_it_says_when_the_next_may_go(ann, minutes_ago, words):
    posted(ann, *minutes_ago)
    assert stamps(ann).refusal("bob@example.org") == words


def test_when_the_limit_was_passed_by_others_settings_the_time_is_right(ann):
    posted(ann, 50, 40, 30)
    assert "in 20 hours" not in stamps(ann).refusal("bob@example.org")
    assert "in 24 hours" in stamps(ann).refusal("bob@example.org")


def test_one_address_gets_few_letters_from_everybody_together(ann):
    posted(a_user("Eve"), 60, address="bob@example.org")
    posted(a_user("Fay"), 30, address="bob@example.org")
    refusal = stamps(ann, "bob@example.org").refusal("bob@example.org")
    assert refusal == "This address has had enough letters for a day. The next one may go in 23 hours."
    assert stamps(ann, "cat@example.org").refusal("cat@example.org") == ""


def test_stamps_taken_count_at_once_and_are_stored_when_paid(ann):
    mine = stamps(ann, "bob@example.org")
    mine.take("bob@example.org")
    assert mine.left == {"hour": 1, "day": 2} and not Postage.objects.exists()
    mine.take("bob@example.org")
    assert "enough letters" in mine.refusal("bob@example.org") and "an hour" in mine.refusal(
        "cat@example.org")
    mine.pay()
    mine.pay()
    assert list(Postage.objects.values_list("host", "address")) == [(ann.pk, "bob@example.org")] * 2


def test_old_postage_is_forgotten_and_what_counts_is_kept(ann):
    posted(ann, 23 * 60, 49 * 60)
    quota.clear_old()
    assert Postage.objects.count() == 1


def test_the_lock_changes_nothing(ann):
    posted(ann, 5)
    before = list(Postage.objects.values())
    quota.lock()
    assert list(Postage.objects.values()) == before
