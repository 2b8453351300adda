"""Reported cards in the review queue."""
from __future__ import unicode_literals

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from decks.models import CardReport, HiddenCard
from decks.review import pending, reports
from tests.decks.admin.queue.waiting import QUEUE, many_reports, report
from tests.decks.admins import a_player
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db


def test_reports_are_counted_by_card_and_reason(rex):
    a_deck("Tea", white=["Milk", "Sugar"])
    report("Sugar", "unfunny")
    report("Milk", "typo", "typo", "offensive")
    shown = rex.see(QUEUE)
    assert "3 reports</b>: 2 &times; a typo, 1 &times; offensive" in shown
    assert shown.index(">Milk<") < shown.index(">Sugar<") and "Reported cards <b>2</b>" in shown


def test_a_reported_card_is_hidden_everywhere_after_a_page_that_asks(rex):
    a_deck("Tea", white=["Milk"])
    key = "white:%(fingerprint)s" % report("Milk", "offensive")
    assert '<input type="hidden" name="keys" value="%s">' % key in rex.see(QUEUE)
    assert "Hide 1 card everywhere" in rex.press(QUEUE, many="hide", keys=key) and not HiddenCard.objects.exists()
    told = rex.press(QUEUE, many="hide", keys=key, answered="yes")
    assert HiddenCard.objects.get().user == rex.user and "Nothing waits" in rex.see(QUEUE)
    assert '\u201cMilk\u201d is hidden everywhere. <a href="/admin/decks/review/?show=hidden">Hidden cards</a>' in told


def test_a_reported_card_gets_another_text_in_all_decks_of_the_site(rex):
    tea, cake, attic = a_deck("Tea", white=["Mlik"]), a_deck("Cake", white=["mlik."]), a_deck(
        "A", white=["Mlik"], owner=a_player())
    assert "mended in 2 decks" in rex.press(QUEUE, do="mend", text="Milk", **report("Mlik", "typo"))
    assert [deck.white_cards.get().text for deck in (tea, cake, attic)] == ["Milk", "Milk", "Mlik"]
    assert not pending.open_reports()


def test_decks_that_have_the_mended_text_already_are_counted(rex):
    a_deck("Tea", white=["Mlik", "Milk"]), a_deck("Cake", white=["Mlik"])
    told = rex.press(QUEUE, do="mend", text="Milk", **report("Mlik", "typo"))
    assert "mended in 2 decks. In 1 deck another card reads like this now." in told


def test_a_text_that_cannot_be_used_stays_in_its_box(rex):
    deck = a_deck("Tea", white=["Mlik"])
    shown = rex.press(QUEUE, do="mend", text="M" * 501, **report("Mlik", "typo"))
    assert "the limit is 500" in shown and "M" * 501 + "</textarea>" in shown
    assert deck.white_cards.get().text == "Mlik" and pending.open_reports()


def test_reports_are_dismissed(rex):
    a_deck("Tea", white=["Milk"])
    rex.press(QUEUE, do="dismiss", **report("Milk", "unfunny", "unfunny"))
    assert set(CardReport.objects.values_list("resolver", flat=True)) == {
        rex.user.pk} and not HiddenCard.objects.exists()


def test_a_card_that_somebody_else_dealt_with_says_so(rex):
    a_deck("Tea", white=["Milk"])
    card = report("Milk", "unfunny")
    CardReport.objects.update(resolved="2026-01-01T00:00Z")
    assert "dealt with this card already" in rex.press(QUEUE, do="mend", text="Cream", **card)
    told = rex.press(QUEUE, many="hide", keys="white:" + card["fingerprint"], answered="yes")
    assert "dealt with this already" in told and not HiddenCard.objects.exists()


def test_a_hundred_and_fifty_reports_are_ten_pages(rex):
    many_reports(150)
    with CaptureQueriesContext(connection) as queries:
        shown = rex.see(QUEUE, show="reports", page=10)
    assert shown.count('class="verdict"') == 15 and "136 to 150 of 150" in shown and len(queries) <= 25


@pytest.mark.parametrize("query", [
    {"reason": "offensive"}, {"kind": "black"}, {"deck": "jam"}, {"language": "pl"}, {"q": "marma"}])
def test_reports_are_narrowed(rex, query):
    jam = a_deck("Jam", [("Marmalade? _", 1)], language="pl")
    a_deck("Soup", white=["Nettles"])
    report("Nettles", "typo")
    reports.report("black", "Marmalade? _", "offensive", "1-1")
    shown = rex.see(QUEUE, show="reports", **{name: jam.pk if value == "jam" else value
                                              for name, value in query.items()})
    assert "Marmalade" in shown and "Nettles" not in shown
