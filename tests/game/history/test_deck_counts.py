"""What counts for a deck: its games, and by month what was played in them."""
from __future__ import unicode_literals

import datetime

import pytest
from django.utils import timezone

from common.compat import json_loads
from decks.catalogue import snapshots
from decks.models import Deck, Snapshot
from game.history import counting
from game.models import PlayedGame, RoundResult
from tests.game.history.counted import a_finished_game, end_game, months, totals
from tests.game.table import a_stored_deck, a_table

pytestmark = pytest.mark.django_db


def test_a_second_game_adds_to_the_first():
    table = a_finished_game()
    table.act("ann", "rematch")
    table.deal()
    table.play_round()
    end_game(table)
    counting.count()
    deck = Deck.objects.get()
    assert deck.plays == 2 and totals()[1:3] == (4, 2) and months(table)[0][1:] == (2, 4, 2)


def test_decks_count_by_month_what_was_played_in_their_games():
    table = a_finished_game(rounds=3)
    other = a_stored_deck(name="Cake")
    new_year = timezone.now().replace(year=2026, month=1, day=31, hour=23)
    RoundResult.objects.filter(round=1).update(created=new_year)
    PlayedGame.objects.update(begun=new_year)
    counting.count()
    today = timezone.now().date().replace(day=1)
    assert months(table) == [(datetime.date(2026, 1, 1), 1, 2, 1), (today, 0, 4, 2)]
    assert not other.months.exists() and Deck.objects.get(name="Cake").plays == 0


def test_two_decks_of_a_game_count_their_own_cards():
    table = a_table()
    cake = a_stored_deck(name="Cake", white=200)
    table.act("ann", "choose_decks", {"decks": [table.deck.pk, cake.pk]})
    table.deal()
    table.play_round()
    counting.count()
    texts = [card for play in json_loads(RoundResult.objects.get().plays) for card in play["cards"]]
    for deck in (table.deck, cake):
        assert deck.months.get().played == len([text for text in texts if text.startswith(deck.name)])
        assert deck.months.get().games == 1 == Deck.objects.get(pk=deck.pk).plays


def test_a_deck_that_is_added_in_mid_game_counts_its_cards_and_no_game():
    table = a_table(white=40)
    table.deal()
    cake = a_stored_deck(name="Cake", white=400)
    table.act("ann", "choose_decks", {"decks": [table.deck.pk, cake.pk]})
    for _ in range(4):
        table.play_round()
        table.act("ann", "next_round")
    cards = table.state["snapshot_id"]
    end_game(table)
    counting.count()
    texts = [card for result in RoundResult.objects.all() for play in json_loads(result.plays) for card in play["cards"]]
    assert sum(month.played for month in cake.months.all()) == len([text for text in texts if text.startswith("Cake")])
    assert Deck.objects.get(pk=cake.pk).plays == 0 and Deck.objects.get(pk=table.deck.pk).plays == 1
    assert totals()[3] == 30 and Snapshot.objects.get(pk=PlayedGame.objects.get().cards).pk == cards


def test_rounds_from_before_games_were_noted_count_for_their_cards_alone():
    table = a_finished_game()
    PlayedGame.objects.all().delete()
    counting.count()
    assert totals() == (2, 2, 1, 0) and months(table) == []


def test_a_deck_that_is_gone_does_not_stop_the_counting():
    a_finished_game()
    Deck.objects.all().delete()
    counting.count()
    assert totals()[1] == 2 and not PlayedGame.objects.filter(begin_counted=False).exists()


def test_cards_that_are_frozen_nowhere_any_more_do_not_stop_the_counting():
    a_finished_game()
    Snapshot.objects.all().delete()
    snapshots.cache.clear()
    counting.count()
    assert totals() == (2, 2, 1, 0) and PlayedGame.objects.get().end_counted
