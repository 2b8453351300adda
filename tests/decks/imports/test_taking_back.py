"""An import that is taken back, and those that are forgotten."""
from __future__ import unicode_literals

import datetime

import pytest
from django.utils import timezone

from decks import staging
from decks.imports import jobs
from decks.models import BlackCard, Deck, ImportJob, WhiteCard
from tests.decks.importers import again, look
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db

DONE, UNDONE = ImportJob.DONE, ImportJob.UNDONE


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
    assert [card.text for card in deck.white_cards.all()] == ["Milk", "Sugar"] and deck.black_cards.count() == 1


def test_what_was_changed_since_is_not_taken_back(ann):
    job = look(ann)
    jobs.start(job)
    staging.lock(Deck.objects.get(slug="tea-pack").pk)
    with pytest.raises(jobs.Refused) as caught:
        jobs.undo(again(job))
    assert "Tea Pack" in "%s" % caught.value and Deck.objects.count() == 3 and again(job).status == DONE


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
