"""What counting costs: a bounded part each minute, and nothing during a move."""
from __future__ import unicode_literals

import mock
import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from cards_project import routes
from common.compat import json_dumps
from decks.catalogue import snapshots
from game.history import counting
from game.models import PlayedGame, RoundResult
from tests.clocks import at_most
from tests.game.history.counted import a_finished_game, end_game, totals
from tests.game.table import a_table

pytestmark = pytest.mark.django_db


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


@pytest.mark.one_stack
@pytest.mark.one_stack
def test_a_game_of_25000_cards_is_counted_quickly():
    table = a_table(white=25000)
    table.deal()
    table.play_round()
    end_game(table)
    PlayedGame.objects.update(left=json_dumps(list(range(25000))))
    snapshots.cache.clear()
    with at_most(10):
        counting.count()
    assert totals() == (25002, 2, 1, 25000)


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
