"""The history of published decks: which changes make a version, and which fold into one."""
from __future__ import unicode_literals

import datetime

import pytest
from django.utils import timezone

from decks.cards.texts import fingerprint
from decks.editing import card_edits
from decks.history import documents, versions
from decks.models import PUBLISHED, Deck, DeckVersion, WhiteCard
from decks.review import workflow
from tests.decks.people import a_person, an_own_deck, history, ids, texts

pytestmark = pytest.mark.django_db


def test_a_draft_has_none(ann):
    deck = an_own_deck(ann, "Milk")
    card_edits.remove(deck, "white", ids(deck), ann)
    assert history(deck) == []


def test_a_change_of_a_published_deck_is_a_version(ann, deck):
    card_edits.add(deck, None, "Saucers", ann)
    version = deck.versions.get(number=2)
    assert version.user == ann and documents.content(version)["white"] == ["Milk", "Sugar", "Saucers"]
    assert Deck.objects.get().version == 2


def test_what_a_deck_was_before_its_first_change_is_kept(ann):
    deck = an_own_deck(None, name="House", status=PUBLISHED)
    WhiteCard.objects.create(deck=deck, text="Milk", fingerprint=fingerprint("Milk"))
    card_edits.add(deck, None, "Sugar", ann)
    assert history(deck) == [(1, versions.BEFORE), (2, "")]
    assert documents.content(deck.versions.get(number=1))["white"] == ["Milk"]
    assert deck.versions.get(number=1).user is None


def test_changes_of_one_person_soon_after_each_other_are_one_version(ann, deck):
    card_edits.add(deck, None, "Saucers", ann)
    card_edits.add(deck, None, "Spoons", ann)
    assert history(deck) == [(1, workflow.SHARED_NOTE), (2, "")]
    assert documents.content(deck.versions.get(number=2))["white"][-1] == "Spoons"


def test_somebody_else_or_a_later_hour_is_another_version(ann, deck):
    card_edits.add(deck, None, "Saucers", ann)
    card_edits.add(deck, None, "Spoons", a_person("Bob"))
    DeckVersion.objects.update(created=timezone.now() - datetime.timedelta(minutes=11))
    card_edits.add(deck, None, "Cups", a_person("Cat"))
    card_edits.add(deck, None, "Honey", ann)
    assert len(history(deck)) == 5


def test_a_version_with_a_note_stands_by_itself(ann, deck):
    for text, note in (("Saucers", "Import of tea.json"), ("Spoons", "Import of tea.json"), ("Cups", ""),
                       ("Honey", "")):
        with versions.changing(deck, ann, note):
            WhiteCard.objects.create(deck=deck, text=text, position=9)
    assert [note for _number, note in history(deck)][1:] == ["Import of tea.json", "Import of tea.json", ""]


def test_nothing_changed_makes_no_version(ann, deck):
    card_edits.add(deck, None, "Milk", ann)
    card_edits.reorder(deck, "white", ids(deck), ann)
    assert history(deck) == [(1, workflow.SHARED_NOTE)]


def test_a_change_that_fails_leaves_no_version(ann, deck):
    with pytest.raises(RuntimeError):
        with versions.changing(deck, ann):
            WhiteCard.objects.all().delete()
            raise RuntimeError()
    assert texts(deck) == ["Milk", "Sugar"] and len(history(deck)) == 1


def test_an_undo_makes_no_version_of_what_was_there_before(ann, deck):
    done = card_edits.add(deck, None, "Saucers", ann)
    card_edits.undo(done.undo, ann)
    assert documents.content(deck.versions.first()) == documents.document(Deck.objects.get())


def test_cards_that_were_changed_behind_its_back_are_in_the_next_version(ann, deck):
    WhiteCard.objects.create(deck=deck, text="Honey", fingerprint=fingerprint("Honey"), position=9)
    card_edits.add(deck, None, "Saucers", ann)
    assert documents.content(deck.versions.first())["white"] == ["Milk", "Sugar", "Honey", "Saucers"]
