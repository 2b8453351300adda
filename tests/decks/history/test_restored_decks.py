"""What a restored deck has again, and what it keeps."""
from __future__ import unicode_literals

import pytest
from django.db import transaction

from decks import staging
from decks.cards.texts import fingerprint
from decks.editing import card_edits
from decks.history import restoring, versions
from decks.models import PUBLISHED, Deck, DeckVersion
from tests.decks.people import an_own_deck, history, ids, texts

pytestmark = pytest.mark.django_db


def test_restoring_brings_back_cards_and_facts_and_is_a_version(ann, deck):
    card_edits.change(deck.black_cards.get(), ann, text="Who and _ or _?", tags="people", attribution="Bob")
    card_edits.remove(deck, "white", ids(deck), ann)
    Deck.objects.update(name="Coffee", author="Bob", tags="")
    restoring.restore(deck, 1, ann)
    deck = Deck.objects.get()
    assert (deck.name, deck.author, deck.tags) == ("Tea", "Ann", "hot")
    assert texts(deck) == ["Milk", "Sugar"] and deck.white_cards.first().fingerprint == fingerprint("Milk")
    assert history(deck)[-1] == (3, "Version 1 again")
    restoring.restore(deck, 2, ann)
    card = deck.black_cards.get()
    assert (card.text, card.pick, card.tags, card.attribution) == ("Who and _ or _?", 2, "people", "Bob")


def test_restoring_leaves_rating_and_address_as_they_are(ann, deck):
    Deck.objects.update(rating="teen", slug="tea-time")
    restoring.restore(deck, 1, ann)
    assert Deck.objects.values_list("rating", "slug", "status").get() == ("teen", "tea-time", PUBLISHED)


def test_a_restored_deck_can_be_imported_again(ann, deck):
    Deck.objects.update(source_digest="x")
    restoring.restore(deck, 1, ann)
    assert Deck.objects.get().source_digest == ""


def test_a_version_that_never_was_is_refused(ann, deck):
    with pytest.raises(DeckVersion.DoesNotExist):
        restoring.restore(deck, 7, ann)
    assert len(history(deck)) == 1


def test_a_draft_can_be_kept_to_come_back_to(ann):
    deck = an_own_deck(ann, "Milk")
    with transaction.atomic():
        versions.keep(staging.lock(deck.pk), ann, "Before the import")
    card_edits.add(deck, None, "Sugar", ann)
    assert [number for number, _note in history(deck)] == [1, 2]
    restoring.restore(deck, 1, ann)
    assert texts(deck) == ["Milk"]
