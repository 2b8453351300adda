"""From parsed packs to stored decks."""
from __future__ import unicode_literals

import mock
import pytest

from decks.imports import formats, planning
from decks.models import BlackCard, Deck, WhiteCard
from tests.decks.shelf import a_deck, as_bytes, import_document, sample

pytestmark = pytest.mark.django_db


def statuses(plan):
    return [deck.status for deck in plan.decks]


def test_it_stores_every_pack_with_its_exact_cards():
    import_document(sample())
    assert list(Deck.objects.order_by("id").values_list("slug", flat=True)) == [
        "office-pack", "tea-pack", "office-pack-2"]
    office = Deck.objects.get(slug="office-pack")
    assert list(office.white_cards.values_list("text", flat=True)) == [
        "A stapler with feelings.", "Free cake", "the office plant, still hopeful", "Free cake"]
    assert list(office.black_cards.values_list("pick", flat=True)) == [1, 1, 2]


def test_planning_stores_nothing():
    plan = planning.plan(formats.parse(as_bytes(sample())))
    assert statuses(plan) == ["new", "new", "new"]
    assert not Deck.objects.exists()


def test_it_counts_what_it_plans():
    counts = planning.counts(import_document(sample()))
    assert counts == {"decks": 3, "new": 3, "changed": 0, "same": 0, "black": 5, "white": 8, "errors": 0}


def test_a_second_import_changes_nothing():
    import_document(sample())
    before = list(Deck.objects.order_by("id").values()), list(WhiteCard.objects.order_by("id").values())
    assert statuses(import_document(sample())) == ["same", "same", "same"]
    assert before == (list(Deck.objects.order_by("id").values()),
                      list(WhiteCard.objects.order_by("id").values()))


def test_a_changed_pack_replaces_its_own_cards_only():
    import_document(sample())
    document = sample()
    document["packs"][1]["white"] = [0]
    untouched = WhiteCard.objects.filter(deck__slug="office-pack").first().pk
    assert statuses(import_document(document)) == ["same", "changed", "same"]
    assert [card.text for card in WhiteCard.objects.filter(deck__slug="tea-pack")] == [
        "A stapler with feelings."]
    assert BlackCard.objects.filter(deck__slug="tea-pack").count() == 2
    assert WhiteCard.objects.filter(deck__slug="office-pack").first().pk == untouched


def test_it_finds_a_deck_again_that_an_admin_renamed():
    import_document(sample())
    Deck.objects.filter(slug="tea-pack").update(name="Biscuits", slug="biscuits")
    assert statuses(import_document(sample())) == ["same", "same", "same"]
    assert Deck.objects.get(slug="biscuits").name == "Biscuits"


def test_it_keeps_away_from_a_deck_made_by_hand():
    own = a_deck("Tea Pack", white=["My own card"])
    import_document(sample())
    assert [card.text for card in own.white_cards.all()] == ["My own card"]
    assert Deck.objects.filter(slug="tea-pack-2", name="Tea Pack").exists()


def test_a_name_without_latin_letters_gets_a_lasting_slug():
    document = sample()
    document["packs"] = [dict(document["packs"][1], name="\u65e5\u672c")]
    import_document(document)
    assert Deck.objects.get().slug.startswith("deck-")
    assert statuses(import_document(document)) == ["same"]


def test_long_names_keep_their_slugs_apart_and_short_enough():
    document = sample()
    document["packs"] = [dict(document["packs"][1], name="tea " * 40 + ending) for ending in ("one", "two")]
    import_document(document)
    slugs = list(Deck.objects.values_list("slug", flat=True))
    assert len(set(slugs)) == 2 and max(len(slug) for slug in slugs) <= 80


def test_packs_that_do_not_say_get_the_rating_and_language_of_the_import():
    import_document(sample(), rating="teen", language="de")
    assert set(Deck.objects.values_list("rating", "language")) == {("teen", "de")}


def test_an_unrated_pack_is_for_adults():
    import_document(sample())
    assert set(Deck.objects.values_list("rating", flat=True)) == {"adult"}


@pytest.mark.django_db(transaction=True)
def test_a_failure_in_the_middle_stores_nothing():
    with mock.patch("decks.imports.storing.WhiteCard.objects.bulk_create", side_effect=RuntimeError):
        with pytest.raises(RuntimeError):
            import_document(sample())
    assert not Deck.objects.exists() and not BlackCard.objects.exists()
