"""A plan is written in short pieces, and every deck is there wholly or not at all."""
from __future__ import unicode_literals

import datetime

import mock
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from decks import staging
from decks.imports import planning, storing
from decks.imports.reading.shapes import Pack, Parsed
from decks.models import ARCHIVED, BlackCard, Deck, DeckVersion, WhiteCard
from tests.decks.shelf import a_deck

pytestmark = pytest.mark.django_db


def parsed(*packs):
    return Parsed("test", packs, ())


def big(name="Big", cards=1200, **facts):
    return Pack(name, (("_?", 1, 0),), tuple("Card %d" % number for number in range(cards)), **facts)


class Notes(storing.Watch):
    def __init__(self):
        self.steps, self.entries = [], []

    def written(self, cards):
        self.steps.append((cards, Deck.objects.filter(status="published").count()))

    def shown(self, entries):
        self.entries += entries


def test_a_big_deck_is_put_together_in_a_staged_deck():
    notes = Notes()
    storing.store(planning.plan(parsed(big())), watch=notes)
    assert [cards for cards, _ in notes.steps] == [500, 500, 201, 0]
    assert [published for _, published in notes.steps] == [0, 0, 0, 1]
    assert (Deck.objects.count(), WhiteCard.objects.count(), BlackCard.objects.count()) == (1, 1200, 1)
    assert Deck.objects.get().source == "test/big" and Deck.objects.get().listed


def test_small_decks_share_a_transaction_and_big_ones_do_not():
    notes = Notes()
    small = [Pack("Small %d" % number, (), ("a", "b")) for number in range(300)]
    storing.store(planning.plan(parsed(*small)), watch=notes)
    assert [cards for cards, _ in notes.steps] == [500, 100] and len(notes.entries) == 300


def test_a_big_deck_keeps_its_old_cards_until_the_new_ones_are_complete():
    storing.store(planning.plan(parsed(big())))
    deck, seen = Deck.objects.get(), []

    class Look(storing.Watch):
        def written(self, cards):
            seen.append(deck.white_cards.count())
    storing.store(planning.plan(parsed(big(cards=1500))), watch=Look())
    assert seen == [1200, 1200, 1200, 1500] and deck.white_cards.count() == 1500
    assert [card.position for card in deck.white_cards.all()] == list(range(1500))


@pytest.mark.django_db(transaction=True)
def test_a_big_deck_that_fails_leaves_nothing():
    storing.store(planning.plan(parsed(big())))
    with mock.patch("decks.imports.storing.versions.record", side_effect=RuntimeError):
        with pytest.raises(RuntimeError):
            storing.store(planning.plan(parsed(big(cards=1500))))
    assert (Deck.objects.count(), WhiteCard.objects.count()) == (1, 1200)


def test_a_deck_that_was_changed_after_the_plan_is_not_overwritten():
    deck = a_deck("Tea", white=["Milk"])
    plan = planning.plan_into(deck, parsed(Pack("More", (), ("Sugar",))))
    staging.lock(deck.pk)
    with pytest.raises(staging.StaleDeckError):
        storing.store(plan)
    assert [card.text for card in deck.white_cards.all()] == ["Milk"]


def test_the_deck_before_and_after_are_versions():
    deck, notes = a_deck("Tea", white=["Milk"]), Notes()
    storing.store(planning.plan_into(deck, parsed(Pack("More", (), ("Sugar",)))), note="Import of more",
                  watch=notes)
    assert list(DeckVersion.objects.order_by("number").values_list("number", "note")) == [
        (1, "As it was before its first change here"), (2, "Import of more")]
    assert (notes.entries[0]["before"], notes.entries[0]["added"], notes.entries[0]["removed"]) == (1, 1, 0)


def test_other_cards_of_the_deck_keep_their_rows():
    deck = a_deck("Tea", white=["Milk", "Sugar"])
    milk = deck.white_cards.first().pk
    storing.store(planning.plan_into(deck, parsed(Pack("More", (), ("Honey", "sugar.")))))
    assert [card.text for card in deck.white_cards.all()] == ["Milk", "sugar.", "Honey"]
    assert deck.white_cards.first().pk == milk


def test_a_deck_may_not_take_the_address_of_a_page():
    storing.store(planning.plan(parsed(Pack("Import", (), ("Milk",)))))
    assert Deck.objects.get().slug == "import-2"


def test_decks_of_others_are_left_alone(django_user_model):
    ann = django_user_model.objects.create_user("ann")
    for owner in (None, ann):
        storing.store(planning.plan(parsed(Pack("Tea", (), ("Milk",))), owner=owner), owner=owner)
    assert list(Deck.objects.order_by("pk").values_list("slug", "owner")) == [("tea", None),
                                                                              ("tea-2", ann.pk)]
    plan = planning.plan(parsed(Pack("Tea", (), ("Sugar",))), owner=ann)
    assert plan.decks[0].deck.slug == "tea-2"


def test_too_many_cards_for_one_deck_are_refused(settings):
    deck = a_deck("Tea", white=["Milk"])
    with mock.patch("decks.imports.planning.DECK_CARDS", 2):
        plan = planning.plan_into(deck, parsed(Pack("More", (), ("Sugar", "Honey"))))
    assert plan.decks == [] and "would have 3 cards, the limit is 2" in plan.errors[0].problem


def test_what_a_dead_worker_left_is_taken_away():
    left = a_deck("Left", white=["a"], status=ARCHIVED, staged=True)
    fresh = a_deck("Fresh", white=["a"], status=ARCHIVED, staged=True)
    Deck.with_staged.filter(pk=left.pk).update(updated=timezone.now() - datetime.timedelta(hours=3))
    staging.clear_staged()
    assert list(Deck.with_staged.all()) == [fresh] and WhiteCard.objects.count() == 1


def test_a_deck_in_the_archive_is_left_alone():
    storing.store(planning.plan(parsed(Pack("Tea", (), ("Milk",)))))
    Deck.objects.update(status=ARCHIVED)
    plan = planning.plan(parsed(Pack("Tea", (), ("Sugar",))))
    storing.store(plan)
    assert [deck.status for deck in plan.decks] == ["same"] and WhiteCard.objects.get().text == "Milk"


@pytest.mark.parametrize("status, rating", [("draft", "family"), ("review", "adult"), ("published", "adult")])
def test_nobody_makes_a_deck_milder_by_a_file_that_reviewers_have_seen(django_user_model, status, rating):
    ann = django_user_model.objects.create_user("ann")
    storing.store(planning.plan(parsed(Pack("Tea", (), ("Milk",))), owner=ann), owner=ann)
    Deck.objects.update(status=status)
    storing.store(planning.plan(parsed(Pack("Tea", (), ("Sugar",), rating="family")), owner=ann), ann,
                  owner=ann)
    assert WhiteCard.objects.get().text == "Sugar" and Deck.objects.get().rating == rating


def packs(names):
    return parsed(*[Pack(name, (), ("Milk of %s" % name, "Sugar")) for name in names])


def queries_to_store(names):
    with CaptureQueriesContext(connection) as queries:
        storing.store(planning.plan(packs(names)), status="draft")
    return len(queries.captured_queries)


def test_each_new_deck_costs_one_query_however_many_are_there_already():
    few = queries_to_store(["Few %d" % number for number in range(20)])
    assert queries_to_store(["Many %d" % number for number in range(220)]) - few <= 200 + 10
    assert Deck.objects.count() == 240


def test_an_address_that_is_taken_gets_a_number_and_no_query_of_its_own():
    names = ["Tea %d" % number for number in range(60)]
    fresh = queries_to_store(names)
    Deck.objects.update(source="")
    assert queries_to_store(names) <= fresh + 5
    assert set(Deck.objects.values_list("slug", flat=True)) == {
        "tea-%d%s" % (number, ending) for number in range(60) for ending in ("", "-2")}
