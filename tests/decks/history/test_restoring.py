"""Having a version back: what a deck still has stays, the rest comes in short pieces,
and nobody sees half of it.
"""
from __future__ import unicode_literals

import random

import mock
import pytest
from django.db import transaction

from decks import staging
from decks.cards.texts import fingerprint
from decks.editing import card_edits
from decks.history import documents, restoring, versions
from decks.models import BlackCard, Deck, WhiteCard
from tests.decks.people import an_own_deck, ids, texts

pytestmark = pytest.mark.django_db


@pytest.fixture
def deck(ann):
    return kept(an_own_deck(ann, "Who _?\nWhat _?\nMilk\nSugar\nSpoons"))


def kept(deck):
    """The deck with one more version, as it is."""
    with transaction.atomic():
        versions.keep(staging.lock(deck.pk), None, "")
    return Deck.objects.get(pk=deck.pk)


def fill(deck, words):
    deck.white_cards.all().delete()
    WhiteCard.objects.bulk_create([WhiteCard(deck=deck, text=word, fingerprint=fingerprint(word),
                                             position=number)
                                   for number, word in enumerate(words)])


def many(count, about="Cup"):
    return ["%s %d" % (about, number) for number in range(count)]


def test_cards_that_it_still_has_stay_the_same_rows(ann, deck):
    before = ids(deck), ids(deck, "black")
    card_edits.add(deck, "white", "Honey", ann)
    card_edits.reorder(deck, "white", list(reversed(ids(deck))), ann)
    restoring.restore(deck, 1, ann)
    assert (ids(deck), ids(deck, "black")) == before and texts(deck) == ["Milk", "Sugar", "Spoons"]


@pytest.mark.parametrize("facts", [
    {"text": "Who or _?"}, {"text": "_ _", "pick": 1}, {"draw": 1}, {"tags": "tea"}, {"attribution": "Bob"}])
def test_a_card_that_differs_in_anything_is_as_it_was(ann, deck, facts):
    before = documents.document(deck)
    card_edits.change(deck.black_cards.first(), ann, **facts)
    assert documents.document(deck) != before
    restoring.restore(deck, 1, ann)
    assert documents.document(deck) == before


def test_doubles_come_back_as_often_as_there_were(ann, deck):
    fill(deck, ["Milk", "Tea", "Milk"])
    kept(deck)
    fill(deck, ["Milk", "Milk", "Milk", "Milk", "Tea"])
    restoring.restore(deck, 2, ann)
    assert texts(deck) == ["Milk", "Tea", "Milk"]


def test_a_shuffled_deck_is_in_order_again_without_a_statement_for_each_card(ann, deck,
                                                                             django_assert_max_num_queries):
    words = many(400)
    fill(deck, words)
    kept(deck)
    order = ids(deck)
    random.Random(1).shuffle(order)
    for position, pk in enumerate(order):
        WhiteCard.objects.filter(pk=pk).update(position=position)
    with django_assert_max_num_queries(60):
        restoring.restore(deck, 2, ann)
    assert texts(deck) == words


def test_many_cards_are_put_together_in_a_staged_deck(ann, deck):
    fill(deck, many(1200))
    kept(deck)
    fill(deck, many(7, "Pot"))
    seen, real = [], staging.create_cards

    def look(cards, into):
        real(cards, into)
        seen.append((deck.white_cards.count(), into.staged))
    with mock.patch("decks.staging.create_cards", look):
        restoring.restore(deck, 2, ann)
    assert seen == [(7, True)] * 3
    assert texts(deck) == many(1200) and Deck.objects.count() == 1 and BlackCard.objects.count() == 2


def changed_by(user, deck, times):
    """A look at the deck after which somebody else changes it, so many times."""
    real, left = restoring._change, [times]

    def look(*args):
        change = real(*args)
        if left[0]:
            left[0] -= 1
            card_edits.add(deck, "white", "Honey %d" % left[0], user)
        return change
    return mock.patch("decks.history.restoring._change", look)


@pytest.mark.parametrize("times", [1, 2 * restoring.TRIES])
def test_what_somebody_adds_meanwhile_goes_too(ann, deck, times):
    fill(deck, many(600))
    kept(deck)
    fill(deck, many(7, "Pot"))
    with changed_by(ann, deck, times):
        restoring.restore(deck, 2, ann)
    assert texts(deck) == many(600) and Deck.objects.count() == 1


@pytest.mark.django_db(transaction=True)
def test_what_fails_leaves_the_deck_as_it_is(ann, deck):
    fill(deck, many(1200))
    kept(deck)
    fill(deck, many(7, "Pot"))
    with mock.patch("decks.history.restoring.versions.record",
                    side_effect=RuntimeError), pytest.raises(RuntimeError):
        restoring.restore(deck, 2, ann)
    assert texts(deck) == many(7, "Pot") and (Deck.objects.count(), WhiteCard.objects.count()) == (1, 7)
