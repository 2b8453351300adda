"""The frozen cards of a game."""
from __future__ import unicode_literals

import pytest
from django.utils import timezone

from decks.cards.texts import fingerprint
from decks.catalogue import snapshots
from decks.catalogue.selection import UnknownDeckError
from decks.models import CardStatistic, Snapshot, WhiteCard
from tests.decks.shelf import a_deck, hide

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def an_empty_cache():
    snapshots.cache.clear()


def test_it_freezes_the_cards_of_all_decks():
    tea = a_deck("Tea", black=[("Why? _", 1)], white=["Milk", "Sugar"])
    cake = a_deck("Cake", white=["Crumbs"])
    frozen = snapshots.freeze([tea.pk, cake.pk])
    assert frozen.black == (("Why? _", 1, 0),)
    assert frozen.white == ("Milk", "Sugar", "Crumbs")


def test_cards_that_read_the_same_are_dealt_once():
    tea = a_deck("Tea", black=[("Why? _", 1)], white=["Free cake", "free  CAKE."])
    cake = a_deck("Cake", black=[("why? _", 1)], white=["Free cake."])
    frozen = snapshots.freeze([tea.pk, cake.pk])
    assert (len(frozen.black), frozen.white) == (1, ("Free cake",))


def test_it_leaves_out_black_cards_that_no_game_deals():
    tea = a_deck("Tea", black=[("_ _ _ _", 4), ("_ _ _", 3)])
    assert [card[1] for card in snapshots.freeze([tea.pk]).black] == [3]


def test_hidden_cards_are_dealt_nowhere():
    tea = a_deck("Tea", black=[("Why? _", 1), ("Who? _", 1)], white=["Milk", "Sugar"])
    hide("black", "who? _")
    hide("white", "Milk.")
    frozen = snapshots.freeze([tea.pk])
    assert ([card.text for card in frozen.black], frozen.white) == (["Why? _"], ("Sugar",))


def test_a_deck_that_was_put_away_still_freezes():
    assert snapshots.freeze([a_deck("Tea", white=["Milk"], status="archived").pk]).white == ("Milk",)


def test_rooms_with_the_same_decks_share_one_snapshot():
    tea, cake = a_deck("Tea", white=["Milk"]), a_deck("Cake", white=["Crumbs"])
    assert snapshots.freeze([tea.pk, cake.pk]) == snapshots.freeze([cake.pk, tea.pk])
    assert Snapshot.objects.count() == 1


def test_an_edit_never_changes_frozen_cards():
    tea = a_deck("Tea", white=["Milk"])
    frozen = snapshots.freeze([tea.pk])
    tea.white_cards.update(text="Oat milk")
    snapshots.cache.clear()
    assert snapshots.load(frozen.id).white == ("Milk",)
    assert snapshots.freeze([tea.pk]).id != frozen.id


def test_it_loads_from_memory_what_was_used_before(django_assert_num_queries):
    frozen = snapshots.freeze([a_deck("Tea", black=[("\u017b\xf3\u0142w? _", 1)], white=["Milk"]).pk])
    with django_assert_num_queries(0):
        assert snapshots.load(frozen.id) is frozen
    snapshots.cache.clear()
    with django_assert_num_queries(1):
        assert snapshots.load(frozen.id) == frozen


def test_it_refuses_a_deck_that_does_not_exist():
    with pytest.raises(UnknownDeckError) as caught:
        snapshots.freeze([4711])
    assert caught.value.ids == [4711]


def test_it_refuses_a_snapshot_that_does_not_exist():
    with pytest.raises(Snapshot.DoesNotExist):
        snapshots.load(4711)


def test_more_decks_come_behind_the_cards_that_are_there():
    tea = a_deck("Tea", black=[("Why? _", 1)], white=["Steam."])
    cake = a_deck("Cake", black=[("why? _", 1), ("Who? _", 1)], white=["Icing.", "steam"])
    first = snapshots.freeze([tea.pk])
    WhiteCard.objects.filter(deck=tea).update(text="Changed.")
    both = snapshots.extend(first, [cake.pk])
    assert (both.white, [card.text for card in both.black]) == (("Steam.", "Icing."), ["Why? _", "Who? _"])
    assert snapshots.load(both.id) == both and both.id != first.id


def win(text, won, played):
    CardStatistic.objects.create(kind="white", fingerprint=fingerprint(text), won=won, played=played)


def test_how_often_cards_win_is_frozen_with_them():
    tea = a_deck("Tea", white=["Milk", "Sugar", "Lemon"])
    win("Sugar", 30, 40), win("Lemon", 1, 1)
    milk, sugar, lemon = snapshots.freeze([tea.pk]).rates
    assert milk == 0 < lemon < sugar < 750
    win("Milk", 50, 50)
    snapshots.cache.clear()
    assert snapshots.freeze([tea.pk]).rates == (milk, sugar, lemon)


def test_a_snapshot_that_is_used_again_later_learns_new_rates():
    tea = a_deck("Tea", white=["Milk"])
    assert snapshots.freeze([tea.pk]).rates == ()
    win("Milk", 50, 50)
    Snapshot.objects.update(used=timezone.now() - 2 * snapshots.FRESH)
    assert snapshots.freeze([tea.pk]).rates[0] > 900


def test_an_old_snapshot_has_no_rates():
    row = Snapshot.objects.create(digest="old", black="[]", white='["Milk"]')
    assert snapshots.load(row.pk).rates == ()
