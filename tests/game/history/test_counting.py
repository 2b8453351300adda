"""Counting cards in the background: every card once, however many workers count and whatever breaks."""
from __future__ import unicode_literals

import datetime

import mock
import pytest
from django.db import IntegrityError, connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from cards_project import routes
from common.compat import json_dumps, json_loads
from decks.cards.texts import fingerprint
from decks.catalogue import snapshots
from decks.models import BLACK, WHITE, CardStatistic, Deck, DeckMonth, Snapshot
from decks.stats import counters
from game.history import counting
from game.models import PlayedGame, Room, RoundResult
from tests.clocks import worked
from tests.game.table import a_stored_deck, a_table

pytestmark = pytest.mark.django_db


def counts(text, kind=WHITE):
    """(dealt, played, won, discarded) of the card with this text."""
    stored = CardStatistic.objects.filter(kind=kind, fingerprint=fingerprint(text))
    return stored.values_list(*counters.OF_CARDS).first() or (0, 0, 0, 0)


def totals(kind=WHITE):
    rows = CardStatistic.objects.filter(kind=kind).values_list(*counters.OF_CARDS)
    return tuple(sum(column) for column in zip(*rows)) or (0, 0, 0, 0)


def end_game(table):
    table.act(table.name(table.state["host"]), "end_game")


def a_finished_game(rounds=1, **deck):
    """A table at its podium."""
    table = a_table(**deck)
    table.deal()
    for number in range(rounds):
        if number:
            table.act(table.judge, "next_round")
        table.play_round()
    end_game(table)
    return table


def months(table):
    return list(DeckMonth.objects.filter(deck=table.deck).values_list("month", "games", "played", "won"))


def test_a_judged_round_counts_its_cards():
    table = a_table()
    table.deal()
    table.play_round()
    counting.count()
    plays = {tuple(play["cards"]): play["won"] for play in json_loads(RoundResult.objects.get().plays)}
    assert len(plays) == 2
    for (text,), won in plays.items():
        assert counts(text) == (1, 1, int(won), 0)
    assert counts(RoundResult.objects.get().black, BLACK) == (1, 1, 0, 0)


def test_every_card_of_a_play_of_two_counts():
    table = a_table(pick=2)
    table.deal()
    for who in table.members:
        table.act(who, "play_cards", {"cards": table.hand(who)[:2]})
    table.reveal_all()
    table.pick()
    counting.count()
    assert totals() == (4, 4, 2, 0) and totals(BLACK) == (1, 1, 0, 0)


def test_hands_go_back_when_the_game_ends():
    table = a_finished_game()
    hands = [card for who in table.players for card in table.hand(who)]
    counting.count()
    white = snapshots.load(table.state["snapshot_id"]).white
    assert [counts(white[card]) for card in hands] == [(1, 0, 0, 1)] * len(hands)
    assert totals() == (len(hands) + 2, 2, 1, len(hands))


def test_a_long_game_counts_every_card_that_was_dealt():
    table = a_finished_game(rounds=8, white=400)
    counting.count()
    dealt, played, won, discarded = totals()
    assert (played, won) == (16, 8) and dealt == played + discarded == table.state["white_pile"]["drawn"]
    assert totals(BLACK) == (8, 8, 0, 0)


def test_nothing_counts_twice():
    a_finished_game()
    counting.count()
    once = sorted(CardStatistic.objects.values_list()), sorted(DeckMonth.objects.values_list())
    counting.count()
    assert once == (sorted(CardStatistic.objects.values_list()), sorted(DeckMonth.objects.values_list()))


def test_a_second_game_adds_to_the_first():
    table = a_finished_game()
    table.act("ann", "rematch")
    table.deal()
    table.play_round()
    end_game(table)
    counting.count()
    deck = Deck.objects.get()
    assert deck.plays == 2 and totals()[1:3] == (4, 2) and months(table)[0][1:] == (2, 4, 2)


def test_a_game_that_goes_on_has_its_hands_still():
    table = a_table()
    table.deal()
    counting.count()
    assert totals() == (0, 0, 0, 0) and Deck.objects.get().plays == 1


def test_a_round_that_nobody_won_counts_for_nobody():
    table = a_table()
    table.deal()
    table.everybody_plays()
    table.act(table.judge, "leave")
    counting.count()
    assert table.state["void"] and totals() == totals(BLACK) == (0, 0, 0, 0)


def test_a_game_in_which_everybody_sleeps_has_ended_after_half_a_day():
    table = a_table()
    table.deal()
    held = sum(len(table.hand(who)) for who in table.players)
    Room.objects.update(used=timezone.now() - datetime.timedelta(hours=13))
    counting.count()
    assert totals() == (held, 0, 0, held)
    end_game(table)
    counting.count()
    assert totals() == (held, 0, 0, held)


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


@pytest.mark.parametrize("step", ["count_begun", "count_rounds", "count_left"])
def test_a_worker_that_dies_has_counted_nothing(step):
    a_finished_game()
    with mock.patch("decks.stats.counters._add", side_effect=RuntimeError("the plug is out")):
        with pytest.raises(RuntimeError):
            getattr(counting, step)()
    assert not CardStatistic.objects.exists() and Deck.objects.get().plays == 0
    counting.count()
    assert totals()[1:3] == (2, 1) and Deck.objects.get().plays == 1


@pytest.mark.parametrize("step", ["count_begun", "count_rounds", "count_left"])
def test_whoever_is_outrun_between_reading_and_writing_counts_nothing(step):
    a_finished_game()
    left = len(json_loads(PlayedGame.objects.get().left))
    store = counting._store

    def outrun(*args, **claim):
        with mock.patch("game.history.counting._store", store):
            getattr(counting, step)()
        return store(*args, **claim)

    with mock.patch("game.history.counting._store", outrun):
        getattr(counting, step)()
    counting.count()
    assert totals() == (2 + left, 2, 1, left) and Deck.objects.get().plays == 1


def test_a_card_that_two_workers_meet_first_is_tried_again():
    a_finished_game()
    with mock.patch("decks.stats.counters._add", side_effect=IntegrityError):
        assert counting.count_rounds()
    assert RoundResult.objects.get().counted is False
    counting.count()
    assert totals()[1] == 2


def test_a_minute_does_not_last_for_ever():
    a_finished_game(rounds=4)
    with mock.patch.multiple(counting, STEPS=1, ROWS=2, CARDS=5):
        counting.count()
        assert RoundResult.objects.filter(counted=False).count() == 2
        assert 0 < totals()[3] <= 5
    counting.count()
    assert totals()[1:3] == (8, 4) and PlayedGame.objects.get().left == "[]"


def test_a_step_takes_no_more_rounds_than_cards():
    a_finished_game(rounds=4)
    with mock.patch.object(counting, "CARDS", 2):
        counting.count_rounds()
    assert RoundResult.objects.filter(counted=True).count() == 1


def test_a_game_of_25000_cards_is_counted_quickly():
    table = a_table(white=25000)
    table.deal()
    table.play_round()
    end_game(table)
    PlayedGame.objects.update(left=json_dumps(list(range(25000))))
    snapshots.cache.clear()
    begun = worked()
    counting.count()
    assert worked() - begun < 10 and totals() == (25002, 2, 1, 25000)


def test_a_step_costs_few_queries_and_holds_the_database_for_one_statement_a_card():
    a_finished_game(rounds=6)
    with CaptureQueriesContext(connection) as captured:
        counting.count_rounds()
    updates = [query for query in captured.captured_queries if "decks_cardstatistic" in query["sql"]]
    assert len(updates) == 2 * (12 + 6) and len(captured) <= len(updates) + 12


def test_a_move_counts_nothing():
    table = a_table()
    table.deal()
    with mock.patch("decks.stats.counters.add") as add:
        table.play_round()
        end_game(table)
    assert not add.called


def test_the_worker_counts_each_minute():
    assert counting.count in routes.EVERY_MINUTE
