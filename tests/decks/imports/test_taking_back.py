"""An import that is taken back, and those that are forgotten."""
from __future__ import unicode_literals

import datetime

import mock
import pytest
from django.utils import timezone

from decks import staging
from decks.history import restoring
from decks.imports import jobs, worker
from decks.models import BlackCard, Deck, ImportJob, WhiteCard
from tests.decks.importers import again, let_the_claim_end, look, many, told
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db

DONE, FAILED, QUEUED, RUNNING, UNDONE = (
    ImportJob.DONE, ImportJob.FAILED, ImportJob.QUEUED, ImportJob.RUNNING, ImportJob.UNDONE)


def test_new_decks_are_taken_back(ann):
    job = look(ann)
    jobs.start(job)
    jobs.undo(again(job))
    assert again(job).status == UNDONE
    assert not Deck.objects.exists() and not WhiteCard.objects.exists() and not BlackCard.objects.exists()


@pytest.mark.parametrize("status", ["draft", "published"])
def test_a_changed_deck_is_again_as_it_was(ann, status):
    deck = a_deck("Tea", black=[("_?", 1)], white=["Milk", "Sugar"], owner=ann, status=status)
    job = look(ann, b"Honey\nMilk.\n", deck=deck)
    jobs.start(job, "replace")
    assert [card.text for card in deck.white_cards.all()] == ["Honey", "Milk."]
    jobs.undo(again(job))
    assert [card.text for card in deck.white_cards.all()] == ["Milk",
                                                              "Sugar"] and deck.black_cards.count() == 1


def test_what_was_changed_since_is_not_taken_back(ann):
    job = look(ann)
    jobs.start(job)
    staging.lock(Deck.objects.get(slug="tea-pack").pk)
    with pytest.raises(jobs.Refused) as caught:
        jobs.undo(again(job))
    assert "Tea Pack" in "%s" % caught.value and Deck.objects.count() == 3 and again(job).status == DONE


def two_imports(ann):
    """A deck that one import has made and another one has changed."""
    first = look(ann, b"Milk\nSugar\n", name="Tea")
    jobs.start(first, is_right=True)
    second = look(ann, b"Honey\n", deck=Deck.objects.get())
    jobs.start(second, is_right=True)
    return first, second


def test_an_import_is_taken_back_after_a_later_one_of_the_same_deck(ann):
    first, second = two_imports(ann)
    assert jobs.changed_since(again(first))
    jobs.undo(again(second))
    assert not jobs.changed_since(again(first))
    jobs.undo(again(first))
    assert again(first).status == UNDONE and not Deck.with_staged.exists()


def test_who_takes_changes_back_with_a_later_import_is_asked_about_the_earlier_one(ann):
    first, second = two_imports(ann)
    staging.lock(Deck.objects.get().pk)
    deck = Deck.objects.get()
    jobs.undo(again(second), even={deck.pk: deck.revision})
    assert jobs.changed_since(again(first)) == [deck]


@pytest.fixture
def big(ann):
    """An import of 2,100 cards that is stored."""
    job = look(ann, many())
    with mock.patch("decks.imports.jobs.send_task"):
        jobs.start(job)
    worker.run(job.pk)
    return again(job)


def test_a_big_import_is_taken_back_by_a_worker(big, sent):
    jobs.undo(big)
    sent.assert_called_once_with("import-deck", {"id": big.pk})
    assert again(big).status == QUEUED and Deck.objects.count() == 1
    worker.run(big.pk)
    assert again(big).status == UNDONE and again(big).done == 2100 and not WhiteCard.objects.exists()


def test_another_worker_takes_the_rest_back_when_one_died(ann, sent):
    deck = a_deck("Tea", white=["Milk"], owner=ann)
    job = look(ann, b"Honey\n", deck=deck)
    jobs.start(job)
    real = restoring.restore

    def die_then(*args):
        real(*args)
        raise SystemExit
    with mock.patch("decks.imports.worker.restoring.restore", die_then), pytest.raises(SystemExit):
        jobs.undo(again(job))
    assert again(job).status == RUNNING and deck.white_cards.count() == 1
    let_the_claim_end()
    worker.run(job.pk)
    assert again(job).status == UNDONE and deck.white_cards.count() == 1


def test_what_was_changed_after_a_failed_try_is_not_taken_back(ann):
    deck = a_deck("Tea", white=["Milk"], owner=ann)
    job = look(ann, b"Honey\n", deck=deck)
    jobs.start(job)
    with mock.patch("decks.imports.worker.restoring.restore", side_effect=RuntimeError):
        jobs.undo(again(job))
    staging.lock(deck.pk)
    with pytest.raises(jobs.Refused):
        jobs.undo(again(job))
    assert deck.white_cards.count() == 2


def test_what_is_changed_after_the_press_is_not_taken_back_either(big, sent):
    jobs.undo(big)
    staging.lock(Deck.objects.get().pk)
    worker.run(big.pk)
    assert again(big).status == FAILED and "has been changed since" in told(big)["error"] and Deck.objects.count() == 1


def test_it_is_taken_back_once(ann):
    job = look(ann)
    jobs.start(job)
    jobs.undo(again(job))
    with pytest.raises(jobs.Refused):
        jobs.undo(again(job))


def test_what_was_taken_back_can_be_imported_again(ann):
    deck = a_deck("Tea", white=["Milk"], owner=ann)
    for _ in range(2):
        job = look(ann, b"Honey\n", deck=deck)
        jobs.start(job)
        assert deck.white_cards.count() == 2
        jobs.undo(again(job))
        assert deck.white_cards.count() == 1


def test_old_imports_are_forgotten(ann):
    old, fresh = look(ann), look(ann)
    ImportJob.objects.filter(pk=old.pk).update(changed=timezone.now() - datetime.timedelta(days=3))
    jobs.clear_old()
    assert list(ImportJob.objects.all()) == [fresh]
    jobs.throw_away(fresh)
    assert not ImportJob.objects.exists()
