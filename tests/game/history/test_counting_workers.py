"""Workers that count: nothing twice, however many there are and whatever breaks."""
from __future__ import unicode_literals

import mock
import pytest
from django.db import IntegrityError

from common.compat import json_loads
from decks.models import CardStatistic, Deck, DeckMonth
from game.history import counting
from game.models import PlayedGame, RoundResult
from tests.game.history.counted import a_finished_game, totals

pytestmark = pytest.mark.django_db


def test_nothing_counts_twice():
    a_finished_game()
    counting.count()
    once = sorted(CardStatistic.objects.values_list()), sorted(DeckMonth.objects.values_list())
    counting.count()
    assert once == (sorted(CardStatistic.objects.values_list()), sorted(DeckMonth.objects.values_list()))


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
