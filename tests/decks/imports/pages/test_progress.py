"""A big import: the bar that shows how far it is, and what becomes of cards that a worker cannot read."""
from __future__ import unicode_literals

import json

import mock
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from decks.imports import worker
from tests.decks.imports.pages.visits import IMPORT, looked, page_of, shown, signed_in
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db


def test_a_big_import_shows_how_far_it_is(browser):
    job, _ = looked(browser, pasted="Honey\nSugar")
    with mock.patch("decks.imports.looking.AT_ONCE", 1), mock.patch("decks.imports.jobs.send_task"):
        browser.post(page_of(job))
    assert "<progress" in shown(browser.get(page_of(job)))
    answer = browser.get(page_of(job, "import_progress"))
    assert json.loads(shown(answer)) == {"status": "queued", "step": "store", "done": 0, "total": 2}


def test_a_big_upload_leads_to_a_bar_and_then_to_its_dry_run(browser, busy):
    job, page = looked(browser, pasted="Honey")
    assert "Reading your cards" in page and "<progress" in page and '<meta http-equiv="refresh"' in page
    progress = json.loads(shown(browser.get(page_of(job, "import_progress"))))
    assert progress == {"status": "queued", "step": "look", "done": 0, "total": 0}
    assert browser.get(page_of(job, "import_report")).status_code == 404
    assert browser.post(page_of(job)).status_code == 409
    worker.run(job.pk)
    page = shown(browser.get(page_of(job)))
    assert "This would happen" in page and "http-equiv" not in page


def test_pasted_cards_that_a_worker_cannot_read_are_kept(browser, ann, busy):
    deck = a_deck("Tea", owner=ann)
    job, _ = looked(browser, IMPORT + "?deck=" + deck.code, pasted="{\"name\": \"Half a deck\"")
    worker.run(job.pk)
    page, again = shown(browser.get(page_of(job))), IMPORT + "?again=%d" % job.pk
    assert "This cannot be read" in page and again in page and "Try again" not in page
    form = shown(browser.get(again))
    assert "Half a deck&quot;</textarea>" in form and "Into <b>Tea</b>" in form and "?deck=" + deck.code in form


def test_what_was_chosen_for_cards_that_cannot_be_read_is_kept(browser, busy):
    job, _ = looked(browser, pasted="{ half", name="Half", rating="family", language="de")
    form = shown(browser.get(IMPORT + "?again=%d" % job.pk))
    assert 'value="Half"' in form and 'value="family" selected' in form and 'value="de" selected' in form


def test_nobody_begins_again_with_the_import_of_another(browser, django_user_model):
    job, _ = looked(browser, pasted="Honey")
    other = signed_in(django_user_model.objects.create_user("bob", password="walnut-pudding-7"))
    for pk in (job.pk, "x", "\u00b2", "9" * 30):
        assert other.get(IMPORT, {"again": pk}).status_code == 404


def test_the_progress_is_told_without_reading_the_file(browser):
    job, _ = looked(browser, pasted="Honey")
    with CaptureQueriesContext(connection) as queries:
        browser.get(page_of(job, "import_progress"))
    assert not any('"content"' in query["sql"] for query in queries.captured_queries)
