"""An import from its yes to the end: at once or by a worker, once, after crashes too."""
from __future__ import unicode_literals

import datetime

import mock
import pytest
from django.utils import timezone, translation

from common.compat import json_loads
from decks import claims, limits, staging
from decks.imports import jobs, storing, worker
from decks.models import Deck, ImportJob, WhiteCard
from live import UnsentError
from tests.decks.importers import again, die_after, let_the_claim_end, look, many, told
from tests.decks.shelf import a_deck, as_bytes, sample

pytestmark = pytest.mark.django_db

RUNNING, QUEUED, DONE, FAILED = ImportJob.RUNNING, ImportJob.QUEUED, ImportJob.DONE, ImportJob.FAILED


def test_a_small_import_is_stored_at_once_as_drafts_of_the_person(ann, sent):
    job = look(ann)
    jobs.start(job)
    assert again(job).status == DONE and again(job).content == "" and not sent.called
    assert set(Deck.objects.values_list("status", "owner")) == {("draft", ann.pk)}
    assert [deck["slug"] for deck in told(job)["decks"]] == ["office-pack", "tea-pack", "office-pack-2"]


def test_a_worker_speaks_as_whoever_asked_for_the_step(ann, monkeypatch):
    spoken = []
    monkeypatch.setattr(worker.storing, "store", lambda *args: spoken.append(translation.get_language()))
    with translation.override("pl"):
        job = look(ann)
    with translation.override("de"):
        jobs.start(job)
    assert json_loads(job.options)["speaks"] == "pl" and spoken == ["de"]


def test_an_import_for_the_site_has_no_owner(ann):
    jobs.start(look(ann, site=True))
    assert set(Deck.objects.values_list("status", "owner")) == {("draft", None)}


def test_the_packs_that_are_wanted_are_stored_and_no_others(ann):
    jobs.start(look(ann), keys=["tea-pack"])
    assert [deck.name for deck in Deck.objects.all()] == ["Tea Pack"]


def test_no_import_brings_more_decks_than_anybody_may_have(ann, monkeypatch):
    monkeypatch.setattr(limits, "DECKS_EVER", 2)
    job = look(ann)
    jobs.start(job)
    assert again(job).status == FAILED and "room for 2 more decks" in told(job)["error"] and not Deck.objects.exists()
    jobs.start(again(job), keys=["tea-pack"])
    assert again(job).status == DONE and Deck.objects.count() == 1


def test_the_second_time_everything_is_the_same(ann):
    jobs.start(look(ann))
    job = look(ann)
    assert {deck["status"] for deck in told(job)["dry_run"]["decks"]} == {"same"}
    jobs.start(job)
    assert again(job).status == DONE and "decks" not in told(job)


def test_a_big_import_waits_for_a_worker(ann, sent):
    job = look(ann, many())
    jobs.start(job)
    assert again(job).status == QUEUED and not Deck.objects.exists()
    sent.assert_called_once_with("import-deck", {"id": job.pk})
    worker.run(job.pk)
    assert (again(job).status, again(job).done, again(job).total) == (DONE, 2100, 2100)
    assert WhiteCard.objects.count() == 2100


def test_a_lost_message_is_found_by_the_clock(ann, sent):
    job = look(ann, many())
    sent.side_effect = UnsentError()
    jobs.start(job)
    ImportJob.objects.update(changed=timezone.now() - datetime.timedelta(minutes=1))
    sent.reset_mock(side_effect=True)
    jobs.queue_due()
    sent.assert_called_once_with("import-deck", {"id": job.pk})


def test_it_is_stored_once_however_often_it_is_said(ann, sent):
    job = look(ann, many())
    jobs.start(job)
    with pytest.raises(jobs.Refused):
        jobs.start(job)
    for _ in range(2):
        worker.run(job.pk)
    assert Deck.objects.count() == 1


def test_another_worker_goes_on_where_one_died(ann, sent):
    document = sample()
    document["white"] += ["Card %d" % number for number in range(2100)]
    document["packs"].append({"name": "Huge", "white": list(range(4, 2104)), "black": []})
    job = look(ann, as_bytes(document))
    jobs.start(job)
    with die_after(3), pytest.raises(SystemExit):
        worker.run(job.pk)
    assert again(job).status == RUNNING and len(told(job)["decks"]) == 3
    worker.run(job.pk)
    assert again(job).status == RUNNING
    let_the_claim_end()
    worker.run(job.pk)
    assert again(job).status == DONE and again(job).done == again(job).total
    assert [deck["name"] for deck in told(job)["decks"]] == ["Office Pack", "Tea Pack", "Office Pack", "Huge"]
    assert Deck.objects.filter(owner=ann).count() == 4


def test_a_worker_that_was_taken_for_dead_stores_nothing_more(ann, sent):
    job = look(ann, many())
    jobs.start(job)

    def steal(self, cards):
        ImportJob.objects.update(changed=timezone.now())
        claims.sign(self.job)
    with mock.patch("decks.imports.worker._Watch.written", steal):
        worker.run(job.pk)
    assert again(job).status == RUNNING and not WhiteCard.objects.exists() and not Deck.objects.exists()


def test_an_import_that_ends_every_worker_is_given_up(ann, sent):
    job = look(ann, many())
    jobs.start(job)
    for _ in range(claims.TRIES):
        with die_after(1), pytest.raises(SystemExit):
            worker.run(job.pk)
        let_the_claim_end()
    worker.run(job.pk)
    assert again(job).status == FAILED and "try again" in told(job)["error"]


def test_a_failure_is_told_and_can_be_tried_again(ann):
    job = look(ann)
    with mock.patch("decks.imports.storing.versions.record", side_effect=RuntimeError):
        jobs.start(job)
    assert again(job).status == FAILED and told(job)["error"] and not Deck.objects.exists()
    jobs.start(again(job))
    assert again(job).status == DONE and told(job)["error"] == "" and Deck.objects.count() == 3


def test_a_deck_that_changes_meanwhile_is_planned_anew(ann):
    deck = a_deck("Tea", white=["Milk"], owner=ann)
    job, real, calls = look(ann, b"Honey\n", deck=deck), storing.store, []

    def slow(plan, *args, **kwargs):
        calls.append(1)
        if len(calls) == 1:
            staging.lock(deck.pk)
        return real(plan, *args, **kwargs)
    with mock.patch("decks.imports.storing.store", slow):
        jobs.start(job)
    assert again(job).status == DONE and len(calls) == 2 and deck.white_cards.count() == 2
