"""The review queue: its parts, where else they are linked, and who decides."""
from __future__ import unicode_literals

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from common.compat import reverse
from decks.imports import jobs
from decks.models import Deck, HiddenCard
from decks.review import proposals, reports
from tests.decks.admin.queue.waiting import QUEUE, report
from tests.decks.admins import Admin, an_editor
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db


def test_an_empty_queue_says_so(rex):
    assert "Nothing waits" in rex.see(QUEUE)


def test_the_first_page_of_the_admin_tells_reviewers_what_waits(rex, attic):
    report("Milk", "typo")
    assert "1 deck, 0 proposed and 1 reported card" in " ".join(rex.see("admin:index").split())


def test_a_long_queue_stays_quick(rex, attic):
    for number in range(12):
        a_deck("Deck %d" % number, white=["thing %d" % n for n in range(50)], status="review")
        report("thing %d" % number, "typo", "typo")
    with CaptureQueriesContext(connection) as queries:
        shown = rex.see(QUEUE, show="decks")
    assert len(queries) <= 60 and shown.count("<article class=\"waiting\"") == 8 and "1 to 8 of 13" in shown


def test_hidden_cards_are_listed_and_shown_again(rex):
    hidden = reports.hide("white", "m", "Milk", rex.user)
    shown = rex.see(QUEUE, show="hidden")
    assert "Hidden by rex" in shown and "Milk" in shown
    assert "is dealt again" in rex.press(QUEUE, do="show", hidden=hidden.pk) and not HiddenCard.objects.exists()


def test_imports_are_listed_with_the_decks_they_made():
    edith = an_editor()
    job = jobs.look(edith.user, b"Milk\nSugar\n", "tea.txt", site=True, name="Tea")
    jobs.start(job, is_right=True)
    deck = Deck.objects.get()
    for query in ({}, {"deck": deck.pk}, {"status": "done"}, {"q": "tea"}):
        shown = edith.see(QUEUE, show="imports", **query)
        assert "tea.txt" in shown and reverse("admin:decks_deck_change", args=[deck.pk]) in shown
    assert "tea.txt" not in edith.see(QUEUE, show="imports", status="failed")


def test_a_decks_page_leads_to_all_that_is_said_of_it(rex):
    deck = a_deck("Tea", white=["Milk"])
    proposals.propose(deck, "white", "a biscuit", None, "", None)
    report("Milk", "typo")
    shown = rex.see("admin:decks_deck_change", deck.pk)
    assert "show=reports&amp;deck=%d" % deck.pk in shown and "Proposed cards <b>1</b>" in shown
    assert "Hidden cards" not in shown


def test_the_admins_first_page_lists_no_rows_that_services_write(rex):
    boss = Admin("boss")
    shown = boss.see("admin:index") + boss.see("admin:app_list", "decks")
    for name in ("Import jobs", "Proposals", "Hidden cards", "Black cards", "White cards"):
        assert name not in shown
    assert shown.count(reverse(QUEUE)) == 2 and shown.count(reverse("decks_admin:cards")) == 2


def test_only_reviewers_decide(rex, attic):
    for fields in ({"do": "approve", "deck": attic.pk}, {"do": "nonsense"}):
        assert Admin("boss-%s" % fields["do"],
                     "Deck editor").client.post("/admin/decks/review/", fields).status_code == 403
    assert rex.client.post("/admin/decks/review/", {"do": "nonsense"}).status_code == 403
    assert Deck.objects.get(pk=attic.pk).status == "review"


def test_after_each_decision_the_next_thing_is_in_sight(boss):
    """A browser keeps the place in the page, which the form names, over the redirect."""
    for text in ("Milk", "Sugar"):
        reports.report("white", text, "typo", "1-1")
    shown = boss.see("decks_admin:review", show="reports")
    assert all('action="#row-%d" id="row-%d"' % (place, place) in shown for place in (1, 2))
