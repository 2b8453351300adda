"""Which cards a game deals: each joke once, in whatever wording it stands in the decks."""
from __future__ import unicode_literals

import pytest

from decks.catalogue import dedupe, selection
from decks.models import BLACK, WHITE
from tests.decks.shelf import a_deck, hide

pytestmark = pytest.mark.django_db
TIN, BISCUITS = "The last biscuit in the tin", "The last biscuits in the tin!"


def dealt(kind, *decks):
    return [card.text for card in dedupe.once(kind, [deck.pk for deck in decks]).kept]


def doubles(*decks):
    return dedupe.doubles(selection.summaries([deck.pk for deck in decks]))


def test_what_reads_the_same_is_dealt_once():
    tea, cake = a_deck("Tea", white=["Milk", "MILK.", "Sugar"]), a_deck("Cake", white=["milk", "Crumbs"])
    assert dealt(WHITE, tea, cake) == ["Milk", "Sugar", "Crumbs"]


def test_what_reads_nearly_the_same_is_dealt_once_within_a_deck_and_between_decks():
    tea, cake = a_deck("Tea", white=[TIN, "Milk", BISCUITS]), a_deck("Cake",
                                                                     white=["That last biscuit in the tin"])
    assert dealt(WHITE, tea, cake) == [TIN, "Milk"]


def test_other_numbers_make_another_card():
    tea = a_deck("Tea", white=["A pot of tea for 3 people", "A pot of tea for 4 people",
                               "A pot of tea for 4 peoples"])
    assert dealt(WHITE, tea) == ["A pot of tea for 3 people", "A pot of tea for 4 people"]


def test_black_cards_that_pick_differently_are_different():
    tea = a_deck("Tea", black=[("Who brought _ to the tea party?", 1),
                               ("Who brought _ to that tea party?", 1),
                               ("Who brought _ to the tea party? _", 2)])
    assert dealt(BLACK, tea) == ["Who brought _ to the tea party?", "Who brought _ to the tea party? _"]


def test_it_tells_what_a_dropped_card_reads_like():
    tea, cake = a_deck("Tea", white=[TIN]), a_deck("Cake", white=[BISCUITS])
    dropped = dedupe.once(WHITE, [cake.pk, tea.pk]).dropped
    assert [(card.text, card.deck_id, like.text, like.deck_id) for card, like in dropped] == [
        (BISCUITS, cake.pk, TIN, tea.pk)]


def test_among_very_many_cards_only_those_that_read_the_same_are_dropped(monkeypatch):
    monkeypatch.setattr(dedupe, "MOST_COMPARED", 2)
    tea = a_deck("Tea", white=[TIN, BISCUITS, "Milk", "milk"])
    assert dealt(WHITE, tea) == [TIN, BISCUITS, "Milk"] and doubles(tea)["white"] == 0


def test_the_same_cards_are_compared_once(monkeypatch):
    tea = a_deck("Tea", white=[TIN, "Milk", BISCUITS])
    first = dedupe.once(WHITE, [tea.pk])
    monkeypatch.setattr(dedupe, "_compare", None)
    assert dedupe.once(WHITE, [tea.pk]) == first and dealt(WHITE, tea) == [TIN, "Milk"]


def test_changed_cards_are_compared_again():
    tea = a_deck("Tea", white=[TIN, "Milk", BISCUITS])
    assert dealt(WHITE, tea) == [TIN, "Milk"]
    tea.white_cards.filter(text=BISCUITS).update(text="Seven crackers")
    assert dealt(WHITE, tea) == [TIN, "Milk", "Seven crackers"]


def test_the_same_texts_with_other_picks_are_compared_again():
    texts = "Who brought _ to the tea party?", "Who brought _ to that tea party?"
    alike = a_deck("Tea", black=[(text, 1) for text in texts])
    apart = a_deck("Cake", black=list(zip(texts, (1, 2))))
    assert [len(dealt(BLACK, deck)) for deck in (alike, apart)] == [1, 2]


def test_it_counts_the_cards_that_are_in_several_decks():
    tea = a_deck("Tea", black=[("Why? _", 1)], white=["Milk", "Sugar", TIN])
    cake = a_deck("Cake", black=[("why?  _", 1), ("Who? _", 1)],
                  white=["milk.", "SUGAR", "Crumbs", "crumbs", BISCUITS])
    assert doubles(tea, cake) == {"black": 1, "white": 3}
    assert doubles(tea) == doubles() == {"black": 0, "white": 0}


def test_a_hidden_card_is_not_double():
    tea, cake = a_deck("Tea", white=["Milk"]), a_deck("Cake", white=["Milk"])
    assert doubles(tea, cake)["white"] == 1
    hide("white", "Milk")
    assert doubles(tea, cake)["white"] == 0


def test_counting_doubles_takes_four_queries_however_many_decks(django_assert_num_queries):
    chosen = selection.summaries([a_deck("Deck %d" % number, white=["a"]).pk for number in range(5)])
    with django_assert_num_queries(4):
        assert dedupe.doubles(chosen)["white"] == 4


def test_those_that_are_not_dealt_are_told_with_their_decks_and_as_often_as_they_count():
    tea, cake = a_deck("Tea", white=["Milk", "MILK", TIN]), a_deck(
        "Cake", white=["milk", "Milk.", BISCUITS, "Crumbs"])
    assert dedupe.undealt([tea.pk, cake.pk]) == [
        {"kind": "white", "text": "milk", "deck": "Cake", "like": "Milk", "like_deck": "Tea"},
        {"kind": "white", "text": BISCUITS, "deck": "Cake", "like": TIN, "like_deck": "Tea"}]
    assert doubles(tea, cake)["white"] == 2
