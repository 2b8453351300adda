"""How versions are stored: in short transactions, as differences, and built upon those of the old form."""
from __future__ import unicode_literals

import random

import mock
import pytest
from django.db import connection, transaction
from django.test.utils import CaptureQueriesContext

from common.compat import json_dumps
from decks import staging
from decks.builder import metadata
from decks.editing import card_edits
from decks.history import documents, version_cards, versions
from decks.models import BlackCard, Deck, DeckVersion, WhiteCard
from decks.review import workflow
from tests.clocks import at_most
from tests.decks.people import an_own_deck, ids

pytestmark = pytest.mark.django_db


def test_decks_are_locked_in_the_same_order_whoever_asks(ann, deck):
    other = an_own_deck(ann, name="Bar")
    for wanted in ([deck.pk, other.pk], [other.pk, deck.pk]):
        with versions.changing_all(wanted, ann) as locked:
            assert list(locked) == [deck.pk, other.pk]


def test_writing_comes_first_so_that_sqlite_waits_its_turn(ann, deck):
    with CaptureQueriesContext(connection) as queries:
        card_edits.add(deck, None, "Saucers", ann)
    first = next(query["sql"] for query in queries.captured_queries if "SELECT" in query["sql"]
                 or "UPDATE" in query["sql"])
    assert "UPDATE" in first and "SELECT" not in first


@pytest.mark.one_stack
def test_twenty_five_thousand_cards_are_a_version_soon(ann, deck):
    WhiteCard.objects.bulk_create([
        WhiteCard(deck=deck, text="Cup %d" % number, fingerprint="%040d" % number, position=number)
        for number in range(20000)])
    BlackCard.objects.bulk_create([
        BlackCard(deck=deck, text="Cup %d _" % number, fingerprint="%040d" % number, position=number)
        for number in range(5000)])
    with at_most(3), transaction.atomic():
        version = versions.record(staging.lock(deck.pk), ann)
    assert version.number == 2


def big(ann, cards=3000):
    """A published deck with a version, and its id."""
    deck = an_own_deck(ann, name="Big")
    WhiteCard.objects.bulk_create([
        WhiteCard(deck=deck, text="Cup %d" % number, fingerprint="%040d" % number, position=number)
        for number in range(cards)])
    workflow.share(deck, ann)
    return Deck.objects.get(pk=deck.pk)


def written(queries):
    return sum(len(query["sql"]) for query in queries.captured_queries if "SELECT" not in query["sql"])


def test_a_change_of_one_card_writes_and_reads_a_few_rows_of_a_big_deck(ann):
    deck = big(ann)
    card = deck.white_cards.get(position=700)
    with CaptureQueriesContext(connection) as queries, mock.patch("decks.history.version_cards.whole",
                                                                  side_effect=AssertionError):
        card_edits.change(card, ann, text="Spoons")
        card_edits.add(deck, None, "Saucers", ann)
        workflow.archive(deck, ann)
    assert written(queries) < 20000 and len(queries.captured_queries) < 80
    found = documents.content(deck.versions.first())["white"]
    assert (found[700], found[-1], len(found)) == ("Spoons", "Saucers", 3001)


def test_a_version_that_holds_differences_tells_what_the_deck_was(ann):
    deck, rng, expected = big(ann, 60), random.Random(7), []
    for number in range(40):
        cards = ids(deck)
        rng.choice([
            lambda: card_edits.change(WhiteCard.objects.get(pk=rng.choice(cards)), ann,
                                      text="Cup %d" % (number + 100)),
            lambda: card_edits.remove(deck, "white", rng.sample(cards, 3), ann),
            lambda: card_edits.add(deck, None, "Who %d _?\nSpoon %d" % (number, number), ann),
            lambda: card_edits.reorder(deck, "white", rng.sample(cards, 9), ann),
            lambda: metadata.change(deck, ann, {"tags": "tea-%d" % number})])()
        DeckVersion.objects.update(user=None)  # so that none folds into another
        expected.append(documents.document(Deck.objects.get(pk=deck.pk)))
    assert [documents.content(version) for version in deck.versions.order_by("number")][-40:] == expected
    assert set(deck.versions.values_list("base", flat=True)) == {1}


def in_the_old_form(deck):
    """The newest version as all versions once were stored."""
    whole = json_dumps(documents.document(deck))
    deck.versions.filter(number=deck.version).update(base=None, facts="", cards=0, document=whole)


@pytest.mark.django_db(transaction=True)
def test_a_version_of_old_is_read_and_built_upon(ann, deck):
    in_the_old_form(deck)
    before = documents.content(deck.versions.get())
    card_edits.add(deck, None, "Saucers", ann)
    assert list(deck.versions.order_by("number").values_list("base", flat=True)) == [1, 1]
    assert documents.content(deck.versions.get(number=1)) == before and before["white"] == ["Milk", "Sugar"]


def test_a_version_of_old_is_left_alone_when_the_deck_was_changed_since(ann, deck):
    in_the_old_form(deck)
    before = documents.content(deck.versions.get())
    WhiteCard.objects.filter(text="Milk").delete()
    card_edits.add(deck, None, "Saucers", ann)
    assert documents.content(deck.versions.get(number=1)) == before
    assert documents.content(deck.versions.get(number=2))["white"] == ["Sugar", "Saucers"]


@pytest.mark.django_db(transaction=True)
def test_a_long_chain_is_stored_whole_in_between(ann, deck):
    with mock.patch("decks.history.versions.CHAIN", 3):
        for number in range(8):
            card_edits.add(deck, None, "Cup %d" % number, ann)
            DeckVersion.objects.update(user=None)
    told = [documents.content(version)["white"] for version in deck.versions.order_by("number")]
    assert told == [["Milk", "Sugar"] + ["Cup %d" % number for number in range(count)] for count in range(9)]
    assert len(set(deck.versions.values_list("base", flat=True))) > 2


@pytest.mark.django_db(transaction=True)
def test_what_is_heavy_is_made_ready_before_the_lock(ann):
    deck, locked = big(ann, 300), []
    in_the_old_form(deck)
    real = version_cards.whole

    def whole(deck):
        locked.append(connection.in_atomic_block)
        return real(deck)
    with mock.patch("decks.history.version_cards.whole", whole):
        card_edits.add(deck, None, "Saucers", ann)
    assert locked == [False]
