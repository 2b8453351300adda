"""Clearing away rooms that nobody uses any more."""
from __future__ import unicode_literals

import datetime

import mock
import pytest
from django.utils import timezone

from cards_project import routes
from game import services, tasks
from game.models import Player, Room, RoundResult
from live import Unsent
from tests.game.people import a_table_of, an_account
from tests.game.rooms import a_table

pytestmark = pytest.mark.django_db


def age(room, **ago):
    Room.objects.filter(pk=room.pk).update(used=timezone.now() - datetime.timedelta(**ago))


def test_a_room_is_cleared_away_after_its_days():
    old, young = services.open_room("Ann").room, services.open_room("Bob").room
    age(old, days=31)
    age(young, days=29)
    tasks.tidy_rooms({"days": 30})
    assert list(Room.objects.all()) == [young]


def test_seats_and_history_go_with_the_room():
    table = a_table()
    table.deal()
    table.play_round()
    age(table.room, days=31)
    tasks.tidy_rooms({"days": 30})
    assert not Player.objects.exists() and not RoundResult.objects.exists()


def test_a_room_in_which_an_account_has_played_is_kept_but_not_listed():
    table = a_table_of(an_account())
    Room.objects.update(listed=True)
    table.deal()
    table.play_round()
    age(table.room, days=31)
    tasks.tidy_rooms({"days": 30})
    assert RoundResult.objects.count() == 1 and not table.room.listed


def test_a_room_in_which_an_account_only_sat_is_cleared_away():
    table = a_table_of(an_account())
    age(table.room, days=31)
    tasks.tidy_rooms({"days": 30})
    assert not Room.objects.exists()


def test_a_move_keeps_a_room():
    table = a_table()
    age(table.room, days=31)
    table.deal()
    tasks.tidy_rooms({"days": 30})
    assert Room.objects.filter(pk=table.pk).exists()


def test_it_says_how_many_and_nothing_about_none():
    with mock.patch("game.tasks.logger") as logger:
        tasks.tidy_rooms({"days": 30})
        assert not logger.info.called
        age(services.open_room("Ann").room, days=31)
        tasks.tidy_rooms({"days": 30})
    assert logger.info.call_args[0][1] == 1


def test_the_worker_knows_the_task():
    assert routes.TASKS[tasks.TIDY_ROOMS] is tasks.tidy_rooms


def test_a_worker_out_of_reach_costs_no_room():
    with mock.patch("game.tasks.send_task", side_effect=Unsent("Redis is away")):
        tasks.ask_to_tidy()
