"""What a host may choose from."""
from __future__ import unicode_literals

import pytest

from decks import catalogue
from tests.decks.shelf import a_deck, starter

pytestmark = pytest.mark.django_db


def test_it_counts_black_and_white_cards_apart():
    deck = a_deck("Tea", black=[("_?", 1), ("_ _", 2)], white=["a", "b", "c"])
    assert catalogue.choices() == [{"id": deck.pk, "name": "Tea", "language": "en", "rating": "adult",
                                    "description": "", "black": 2, "white": 3}]


def test_it_does_not_count_black_cards_that_no_game_deals():
    deck = a_deck("Tea", black=[("_ _ _", 3), ("_ _ _ _", 4)])
    assert catalogue.choices()[0]["black"] == 1
    assert catalogue.summaries([deck.pk])[0]["black"] == 1


def test_starter_decks_come_first_then_names_in_order():
    a_deck("apples", white=["a"])
    a_deck("Bananas", white=["a"])
    starter("Zebras")
    assert [deck["name"] for deck in catalogue.choices()] == ["Zebras", "apples", "Bananas"]


def test_it_does_not_offer_an_empty_deck():
    a_deck("Nothing in here")
    assert catalogue.choices() == []


@pytest.mark.parametrize("decks", [1, 12])
def test_it_asks_three_queries_for_any_number_of_decks(decks, django_assert_num_queries):
    for number in range(decks):
        a_deck("Deck %d" % number, black=[("_", 1)], white=["a"])
    with django_assert_num_queries(3):
        catalogue.choices()


def test_summaries_come_in_the_order_given():
    tea, cake = a_deck("Tea", white=["a", "b"]), a_deck("Cake", black=[("_", 1)])
    assert catalogue.summaries([cake.pk, tea.pk]) == [
        {"id": cake.pk, "name": "Cake", "black": 1, "white": 0},
        {"id": tea.pk, "name": "Tea", "black": 0, "white": 2}]


def test_summaries_refuse_a_deck_that_does_not_exist():
    tea = a_deck("Tea", white=["a"])
    with pytest.raises(catalogue.UnknownDeck) as caught:
        catalogue.summaries([tea.pk, 10 ** 30, 4711])
    assert caught.value.ids == [10 ** 30, 4711]
    assert "4711" in str(caught.value)
