"""What becomes of what players say of cards."""
from __future__ import unicode_literals

import mock
import pytest
from django.contrib.auth import get_user_model

from decks.cards.texts import fingerprint
from decks.models import BLACK, WHITE, CardReport, HiddenCard
from decks.review import reports
from live import UnsentError

pytestmark = pytest.mark.django_db
DUCK = fingerprint("A duck")


@pytest.fixture
def sent(monkeypatch):
    """What is put on the channel; these tests never commit, so it goes there at once."""
    messages = []
    monkeypatch.setattr("decks.review.reports.on_commit", lambda function: function())
    monkeypatch.setattr("decks.review.reports.send_task", lambda *message: messages.append(message))
    return messages


@pytest.fixture
def reviewer():
    return get_user_model().objects.create_user("rita")


def hide(reviewer):
    return reports.hide(WHITE, DUCK, "A duck", reviewer)


def test_a_card_is_reported_once_by_each_and_the_first_word_counts():
    for reporter, reason in (("1-2", "typo"), ("1-2", "offensive"), ("1-3", "unfunny")):
        reports.report(WHITE, "A duck", reason, reporter)
    assert sorted(CardReport.objects.values_list("reporter", "reason")) == [("1-2", "typo"),
                                                                            ("1-3", "unfunny")]


def test_cards_that_read_the_same_are_one():
    reports.report(WHITE, "A duck", "typo", "1-2")
    reports.report(WHITE, "a  DUCK.", "typo", "1-3")
    reports.report(BLACK, "A duck", "typo", "1-3")
    assert CardReport.objects.filter(kind=WHITE, fingerprint=DUCK).count() == 2


def test_a_dismissed_report_is_closed_by_somebody_and_the_card_stays(reviewer):
    reports.report(WHITE, "A duck", "typo", "1-2")
    assert reports.dismiss(WHITE, DUCK, reviewer) == 1
    report = CardReport.objects.get()
    assert report.resolver == reviewer and report.resolved and not HiddenCard.objects.exists()
    assert reports.dismiss(WHITE, DUCK, reviewer) == 0


def test_hiding_closes_the_reports_and_tells_the_games(reviewer, sent):
    reports.report(WHITE, "A duck", "offensive", "1-2")
    reports.report(WHITE, "A goose", "offensive", "1-2")
    hide(reviewer)
    assert HiddenCard.objects.get().user == reviewer
    assert CardReport.objects.get(resolved=None).text == "A goose"
    assert sent == [("hide-card", {"kind": "white", "fingerprint": DUCK})]


def test_hiding_twice_is_hiding_once(reviewer, sent):
    first = hide(reviewer)
    assert hide(None) == first
    assert HiddenCard.objects.get().user == reviewer


def test_a_card_may_be_shown_again(reviewer, sent):
    hide(reviewer)
    assert reports.show_again(WHITE, DUCK)
    assert not reports.show_again(WHITE, DUCK) and not HiddenCard.objects.exists()


def test_a_worker_out_of_reach_hides_the_card_all_the_same(reviewer, sent):
    with mock.patch("decks.review.reports.send_task", side_effect=UnsentError("Redis is away")):
        hide(reviewer)
    assert HiddenCard.objects.exists()
